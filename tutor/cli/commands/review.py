"""`tutor review`: today's spaced review over all modules, on the screen or as plain text."""

import argparse
import sys
from typing import Any

EXAMPLE = "example:\n  tutor review --plain"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "review",
        help="today's spaced review",
        description="Ask again what is about to be forgotten, over all modules: 15 questions or "
        "10 minutes a day at most. With --plain as text, for screen readers and pipes.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("--plain", action="store_true", help="text in, text out; no screen")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Review. Where nothing is due it says when the next review is."""
    if not args.plain:
        from tutor.cli.commands.home import on_screen

        return on_screen(args, "", "review")
    from tutor.cli.desks import open_desk
    from tutor.cli.plain.player import Player

    desk = open_desk(args)
    try:
        return Player(desk, sys.stdin, sys.stdout).review()
    finally:
        desk.close()
