"""`tutor transcript`: every quiz and every scenario of a learner, to print or to send."""

import argparse
from typing import Any

FORMATS = ("html", "pdf", "md", "json")

EXAMPLE = """\
examples:
  tutor transcript
  tutor --profile "Maj Lind" transcript --out transcript.html
  tutor transcript --format json --out -"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    from tutor.cli.files import add_options

    parser = commands.add_parser(
        "transcript",
        help="every quiz and scenario of a learner, as a file",
        description="Write what a learner has handed in and played: scores, per objective, every "
        "attempt with its date and course version, and by when to refresh it.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    add_options(parser, FORMATS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the transcript; changes nothing in the profile."""
    from tutor.cli.desks import reading_desk
    from tutor.cli.files import deliver, format_of
    from tutor.paper import data
    from tutor.paper.transcript import transcript
    from tutor.paper.writers import written
    from tutor.store.places import slug

    form = format_of(args, FORMATS)
    with reading_desk(args) as desk:
        record = desk.records.transcript()
    content = data.write(record) if form == "json" else written(transcript(record), form)
    deliver(content, f"transcript-{slug(record.imprint.learner)}.{form}", args)
    return 0
