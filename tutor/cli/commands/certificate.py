"""`tutor certificate`: that a module quiz was passed, on one page."""

import argparse
from typing import Any

FORMATS = ("html", "pdf", "md", "json")

EXAMPLE = """\
examples:
  tutor certificate wps/participation
  tutor --profile "Maj Lind" certificate wps/participation --out lind.html

It is a record of self-study and no qualification, and says so."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    from tutor.cli.files import add_options

    parser = commands.add_parser(
        "certificate",
        help="that a module quiz was passed, as a file",
        description="Write a certificate of self-study for a module whose quiz was passed; "
        "otherwise say what is missing.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("module", metavar="COURSE/MODULE", help="the module that was passed")
    add_options(parser, FORMATS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the certificate; changes nothing in the profile."""
    from tutor.cli.desks import reading_desk
    from tutor.cli.files import deliver, format_of
    from tutor.paper import data
    from tutor.paper.transcript import certificate
    from tutor.paper.writers import written
    from tutor.store.places import slug

    form = format_of(args, FORMATS)
    with reading_desk(args) as desk:
        record = desk.records.certificate(args.module.strip("/"))
    content = data.write(record) if form == "json" else written(certificate(record), form)
    module = record.imprint.module.replace("/", "-")
    deliver(content, f"certificate-{module}-{slug(record.imprint.learner)}.{form}", args)
    return 0
