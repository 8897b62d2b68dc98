"""Arguments in, exit status out: 0 done, 1 findings or not passed on, 2 could not run."""

import argparse
import sys
from collections.abc import Sequence

from tutor import __version__
from tutor.cli.commands import home
from tutor.errors import TutorError

EPILOG = """\
examples:
  tutor                                     open the program
  tutor list                                the courses and modules
  tutor play wps/participation --plain      a module as plain text
  tutor review                              today's spaced review
  tutor check courses                       look for mistakes in course files
  tutor --profile "Maj Lind" progress       what one learner has done
  tutor class plan wps/participation        a module taught in a room

Progress lives in the user's data folder; TUTOR_HOME moves it, to a USB stick for example.
"""


def build_parser(*, alone: bool = False) -> argparse.ArgumentParser:
    """The whole command line. Options that every command knows may stand before or after it.

    `alone`: nothing was typed behind `tutor`, so what the commands are need not be read before the
    first paint.
    """
    shared = shared_options(argparse.SUPPRESS)
    parser = argparse.ArgumentParser(
        prog="tutor",
        description="Staff training: Women, Peace and Security, Human Security, "
        "and the cross-cutting topics.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared_options(None)],
    )
    parser.add_argument("--version", action="version", version=f"tutor {__version__}")
    home.add(parser)
    if alone:
        return parser
    from tutor.cli.commands.table import COMMANDS

    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for command in COMMANDS:
        command.add(commands, shared)
    return parser


def shared_options(default: object) -> argparse.ArgumentParser:
    """`--profile` and `--courses`, for the parser itself and for each command."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--profile", metavar="NAME", default=default, help="the learner profile to use"
    )
    shared.add_argument(
        "--courses",
        metavar="DIR",
        action="append",
        default=default,
        help="a further folder with courses; may be given more than once",
    )
    return shared


def run(argv: Sequence[str]) -> int:
    """Do what the arguments ask for. Never raises for something a user did."""
    _speak_utf8()
    args = build_parser(alone=not argv).parse_args(list(argv))
    try:
        return int(args.run(args))
    except TutorError as error:
        print(f"tutor: {error}", file=sys.stderr)
        if error.hint:
            print(f"       {error.hint}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader went away (`tutor list | head`); closing stderr keeps Python from saying so.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130


def _speak_utf8() -> None:
    """On Windows a pipe is cp1252 by default: never fail on a letter that it lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
