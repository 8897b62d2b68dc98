"""`tutor settings`: what a learner chose, and choosing something else."""

import argparse
from typing import Any

EXAMPLE = """\
examples:
  tutor settings
  tutor settings theme tutor-contrast
  tutor settings target 2026-12-31"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "settings",
        help="theme, review, density and more",
        description="Show the settings of a learner, or change one.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="the setting")
    parser.add_argument("value", nargs="?", metavar="VALUE", help="its new value")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the settings, or change one and print it. Raises UsageError and StoreError."""
    from tutor.cli.desks import open_desk
    from tutor.study.preferences import PREFERENCES, changed, preference, word_of

    named = [preference(args.name)] if args.name else list(PREFERENCES)
    desk = open_desk(args, reading=args.value is None and _somebody(args))
    try:
        if args.value is not None:
            desk.change_settings(changed(desk.settings, args.name, args.value, desk.today))
        for one in named:
            values = ", ".join(one.values) or "a date, none"
            print(f"{one.key:<13} {word_of(desk.settings, one.key):<16} {one.label}: {values}")
    finally:
        desk.close()
    return 0


def _somebody(args: argparse.Namespace) -> bool:
    from tutor.cli.desks import has_profile

    return args.profile is not None or has_profile()
