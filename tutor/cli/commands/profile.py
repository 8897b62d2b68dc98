"""`tutor profile`: the learners on this computer, and carrying one to another."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from tutor.errors import UsageError

EXAMPLE = """\
examples:
  tutor profile list
  tutor --profile "Maj Lind" profile export lind.tutor-profile
  tutor profile import lind.tutor-profile
  tutor --profile "Maj Lind" profile erase

An import merges: what both sides have is there once, nothing is lost, and it may be repeated."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command and its verbs."""
    parser = commands.add_parser(
        "profile",
        help="learners on this computer; export, import, erase",
        description="List the learners, carry one to another computer, or erase one.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    verbs.add_parser("list", help="who is there", parents=[shared]).set_defaults(run=_list)
    out = verbs.add_parser("export", help="write one learner into a file", parents=[shared])
    out.add_argument("file", metavar="FILE", type=Path)
    out.set_defaults(run=_export)
    into = verbs.add_parser("import", help="merge a file into a learner", parents=[shared])
    into.add_argument("file", metavar="FILE", type=Path)
    into.set_defaults(run=_import)
    gone = verbs.add_parser("erase", help="remove a learner for good", parents=[shared])
    gone.add_argument("--yes", action="store_true", help="do not ask")
    gone.set_defaults(run=_erase)


def _home() -> Path:
    from tutor.store.places import home

    return home(os.environ)


def _list(_args: argparse.Namespace) -> int:
    from tutor.content.harmless import harmless
    from tutor.store.profiles import list_profiles

    cards = list_profiles(_home())
    if not cards:
        print("Nobody has studied on this computer yet.")
    for card in cards:
        used = f"{card.last_used:%Y-%m-%d %H:%M} UTC" if card.last_used else "never used"
        print(f"{harmless(card.name):<30}  {used}  {harmless(card.problem)}".rstrip())
    return 0


def _export(args: argparse.Namespace) -> int:
    from tutor.content.harmless import harmless
    from tutor.store.exchange import export_profile
    from tutor.study.world import real_world

    card = export_profile(_home(), args.profile, args.file, clock=real_world().clock)
    print(f"{harmless(card.name)} is in {args.file}. The file holds every answer: keep it private.")
    return 0


def _import(args: argparse.Namespace) -> int:
    from tutor.content.harmless import harmless
    from tutor.store.exchange import import_profile
    from tutor.study.world import real_world

    taken = import_profile(_home(), args.file, args.profile, clock=real_world().clock)
    made = "A new profile was made. " if taken.created else ""
    print(f"{made}{harmless(taken.name)}: {taken.added} events were new.")
    for notice in taken.notices:
        print(f"Note: {harmless(notice)}")
    return 0


def _erase(args: argparse.Namespace) -> int:
    from tutor.content.harmless import harmless
    from tutor.store.erase import erase_profile

    if args.profile is None:
        raise UsageError("Whom? Name the learner: tutor --profile NAME profile erase")
    if not args.yes and not _confirmed(args.profile):
        print("Nothing was erased.")
        return 1
    card = erase_profile(_home(), args.profile)
    print(f"{harmless(card.name)} is erased, with journal, progress and backups.")
    return 0


def _confirmed(name: str) -> bool:
    print("This removes every answer and result of this learner for good.")
    print("Type the name once more to erase: ", end="", flush=True)
    return sys.stdin.readline().strip() == name
