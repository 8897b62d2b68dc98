"""`tutor play`: open one module, on the screen or as plain text."""

import argparse
import sys
from typing import Any

from tutor.errors import UsageError

EXAMPLE = """\
examples:
  tutor play wps/participation
  tutor play wps/participation --plain
  tutor play wps/participation --plain --part scenario:council-of-eleven"""

PARTS = ("pretest", "lesson", "practice", "scenario", "exam")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "play",
        help="study one module",
        description="Study one module: lessons, practice, scenarios, quiz. "
        "With --plain as text, for screen readers and pipes.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("module", metavar="COURSE/MODULE")
    parser.add_argument("--plain", action="store_true", help="text in, text out; no screen")
    parser.add_argument(
        "--part",
        metavar="PART[:ID]",
        help="one part only: pretest, lesson:ID, practice, scenario:ID or exam (with --plain)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Play the module. Raises UsageError for a part that cannot be."""
    if not args.plain:
        return _on_screen(args)
    from tutor.cli.desks import open_desk
    from tutor.cli.plain.player import Player

    desk = open_desk(args)
    try:
        return Player(desk, sys.stdin, sys.stdout).play(args.module, _part(args.part))
    finally:
        desk.close()


def _on_screen(args: argparse.Namespace) -> int:
    from tutor.cli.commands.home import on_screen

    if args.part:
        raise UsageError("--part goes with --plain.", "On the screen, choose the part there.")
    return on_screen(args, args.module)


def _part(given: str | None) -> tuple[str, str] | None:
    if given is None:
        return None
    part, _, ref = given.partition(":")
    if part not in PARTS:
        raise UsageError(f"--part {given}: a part is one of {', '.join(PARTS)}.")
    return part, ref
