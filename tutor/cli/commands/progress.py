"""`tutor progress`: what a learner has done."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.study.frames import HomeFrame

EXAMPLE = "example:\n  tutor --profile learner progress --json"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "progress",
        help="what a learner has done",
        description="Show what has been done, module by module, and where to go on.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("--json", action="store_true", help="for other programs")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the progress; changes nothing."""
    from tutor.cli.desks import has_profile, open_desk

    if args.profile is None and not has_profile():
        print("Nothing has been done yet on this computer.")
        return 0
    desk = open_desk(args, reading=True)
    try:
        frame = desk.home()
        if args.json:
            json.dump(_as_json(frame), sys.stdout, ensure_ascii=False, indent=2)
            print()
        else:
            _print(frame)
    finally:
        desk.close()
    return 0


def _as_json(frame: "HomeFrame") -> dict[str, Any]:
    return {
        "learner": frame.learner,
        "resume": asdict(frame.resume) if frame.resume else None,
        "courses": [asdict(course) for course in frame.courses],
        "notices": list(frame.notices),
    }


def _print(frame: "HomeFrame") -> None:
    from tutor.content.harmless import harmless

    print(f"Learner: {harmless(frame.learner)}")
    for notice in frame.notices:
        print(f"Note: {harmless(notice)}")
    if frame.resume:
        print(f"Go on with: {harmless(frame.resume.title)} ({harmless(frame.resume.detail)})")
    for course in frame.courses:
        print(f"\n{harmless(course.title)}")
        for row in course.modules:
            print(f"  {harmless(row.title):<40}  {harmless(row.state)}")
