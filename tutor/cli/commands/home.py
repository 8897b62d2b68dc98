"""`tutor` alone: the program on the whole screen."""

import argparse
import sys

from tutor.errors import UsageError


def add(parser: argparse.ArgumentParser) -> None:
    """What happens when no command is given."""
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open the program. Raises UsageError when there is no terminal to open it in."""
    return on_screen(args)


def on_screen(args: argparse.Namespace, module: str = "", part: str = "module") -> int:
    """Open the program, at a module if one is named, or at something else (`tui/places.py`)."""
    need_terminal()
    from tutor.cli.desks import check_courses, learners, open_desk
    from tutor.tui.start import start

    check_courses(args)
    who = learners if args.profile is None else tuple
    return start(lambda name: open_desk(args, name=name), who, module, part)


def need_terminal() -> None:
    """A whole-screen program needs a terminal on both sides."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return
    raise UsageError(
        "The program needs a terminal, and its input or output is redirected.",
        "In a pipe or with a screen reader: tutor play COURSE/MODULE --plain",
    )
