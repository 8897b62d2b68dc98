"""`tutor install`: take in a course that somebody handed on."""

import argparse
from pathlib import Path
from typing import Any

EXAMPLE = """\
examples:
  tutor install wps-1.1.0.course
  tutor install --force wps-1.0.0.course     also over a newer version, without a question

The file is read with care: nothing in it is run, and nothing is written outside the courses
folder. The version that was installed before is used until the new one is in place.
exit status: 0 installed or already there, 1 not agreed to, 2 could not be installed"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "install",
        help="install a course from a .course file",
        description="Install a course that `tutor pack` made, or replace the version that is "
        "installed.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the .course file")
    parser.add_argument(
        "--force", action="store_true", help="do not ask, also where a newer version is there"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Install it. Raises ContentError for what is no sound package, StoreError for the disk."""
    from tutor.cli.packages import install, offered, read_package

    found = offered(read_package(args.file))
    return 0 if install(found, force=args.force) else 1
