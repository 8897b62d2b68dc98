"""`tutor aar`: the after-action review of a run, to keep, print or send."""

import argparse
from typing import Any

FORMATS = ("md", "html", "pdf", "json")

EXAMPLE = """\
examples:
  tutor aar wps/participation
  tutor aar wps/participation --run 1 --format html
  tutor --profile "Maj Lind" aar exercise/meridian meridian --out review.html
  tutor aar wps/participation --format json --out -

Run numbers are those of the review on the screen; without --run it is the last complete run."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    from tutor.cli.files import add_options

    parser = commands.add_parser(
        "aar",
        help="the after-action review of a scenario, as a file",
        description="Write the after-action review of a complete run: what was to be achieved, "
        "the decision log, why, and what to sustain and improve.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("module", metavar="COURSE/MODULE", help="the module of the scenario")
    parser.add_argument("scenario", metavar="SCENARIO", nargs="?", default="",
                        help="which one, where a module has several")  # fmt: skip
    parser.add_argument("--run", dest="number", metavar="N", type=int, default=0,
                        help="the number of the run; the last one if not given")  # fmt: skip
    add_options(parser, FORMATS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the review; changes nothing in the profile."""
    from tutor.cli.desks import reading_desk
    from tutor.cli.files import deliver, format_of
    from tutor.paper import data
    from tutor.paper.review import review
    from tutor.paper.writers import written

    form = format_of(args, FORMATS)
    with reading_desk(args) as desk:
        sheet = desk.records.review(args.module.strip("/"), args.scenario, args.number)
    content = data.write(sheet) if form == "json" else written(review(sheet), form)
    module = sheet.imprint.module.replace("/", "-")
    deliver(content, f"aar-{module}-{sheet.scenario}-run-{sheet.number}.{form}", args)
    return 0
