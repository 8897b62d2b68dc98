"""`tutor progress`: what a learner has done, how it stands, and what is best done next."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import wrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.study.frames import HomeFrame, MasteryFrame, ProgressFrame

WIDTH = 80
"""Columns of a sentence."""

EXAMPLE = "example:\n  tutor --profile learner progress --json"

EXPLAINED = (
    "Mastery is earned and stays. Now is the chance of a right answer today: an estimate that "
    "fades and that review renews."
)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "progress",
        help="what a learner has done, mastery and what is next",
        description="Show what has been done, module by module, the mastery of each objective, "
        "what review will bring, and what is best done next.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("--plain", action="store_true", help="as text, also on a terminal")
    parser.add_argument("--json", action="store_true", help="for other programs")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show the progress: on a terminal as a screen, else printed; printing changes nothing."""
    from tutor.cli.desks import has_profile, open_desk

    if args.profile is None and not has_profile():
        print("Nothing has been done yet on this computer.")
        return 0
    if _wants_screen(args):
        from tutor.cli.commands.home import on_screen

        return on_screen(args, "", "progress")
    desk = open_desk(args, reading=True)
    try:
        home, progress = desk.home(), desk.report.progress()
        if args.json:
            json.dump(_as_json(home, progress), sys.stdout, ensure_ascii=False, indent=2)
            print()
        else:
            _print(home, progress)
    finally:
        desk.close()
    return 0


def _wants_screen(args: argparse.Namespace) -> bool:
    asked = args.json or args.plain
    return not asked and sys.stdin.isatty() and sys.stdout.isatty()


def _as_json(home: "HomeFrame", progress: "ProgressFrame") -> dict[str, Any]:
    shown = {
        "learner": home.learner,
        "resume": asdict(home.resume) if home.resume else None,
        "courses": [asdict(course) for course in home.courses],
        "notices": list(home.notices),
        "progress": asdict(progress),
    }
    return {name: _plain(value) for name, value in shown.items()}


def _plain(value: Any) -> Any:
    """A value of a frame as JSON has it: days and times in ISO form, mastery in its word."""
    from datetime import date

    from tutor.model.mastery import Mastery

    match value:
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case Mastery():
            return value.word
        case date():
            return value.isoformat()
        case _:
            return value


def _print(home: "HomeFrame", progress: "ProgressFrame") -> None:
    from tutor.content.harmless import harmless

    for line in _lines(home, progress):
        print(harmless(line))


def _lines(home: "HomeFrame", progress: "ProgressFrame") -> Iterator[str]:
    yield f"Learner: {home.learner}"
    yield from (f"Note: {notice}" for notice in home.notices)
    if home.resume:
        yield f"Go on with: {home.resume.title} ({home.resume.detail})"
    yield f"Next: {progress.next.sentence}"
    found = {module.ref: module for module in progress.modules}
    for course in home.courses:
        yield ""
        yield course.title
        for row in course.modules:
            yield f"  {row.title:<40}  {row.state}"
            module = found.get(row.ref)
            if module is not None and module.begun:
                yield from _objectives(module)
    if any(module.begun for module in progress.modules):
        yield ""
        yield from wrap(EXPLAINED, WIDTH)
    yield from _outlook(progress)


def _objectives(module: "MasteryFrame") -> Iterator[str]:
    from tutor.study.texts import first_line

    for row in module.rows:
        now = f"now {_percent(row.now)}" if row.now is not None else ""
        harm = "  (a harmful decision)" if row.harm else ""
        yield f"    {row.mastery.word:<12} {now:<9}  {first_line(row.text, 54)}{harm}"


def _outlook(progress: "ProgressFrame") -> Iterator[str]:
    """What is to come and what is to be put right; nothing where there is nothing to say."""
    if progress.forecast.rows:
        yield ""
        yield progress.review.sentence
        yield from wrap(progress.forecast.sentence, WIDTH)
    said = [row.sentence for row in progress.calibration if row.answers]
    if said:
        yield ""
        yield from (line for sentence in said for line in wrap(sentence, WIDTH))
    if progress.sure:
        yield ""
        yield "Sure and wrong, to be asked again:"
        yield from (f"  {row.title}: {row.question}" for row in progress.sure)
    if progress.misconceptions:
        yield ""
        yield "Misconceptions, until two right answers on different days:"
        yield from (
            f"  {row.label} (chosen last on {row.last_at:%Y-%m-%d})"
            for row in progress.misconceptions
        )


def _percent(share: float) -> str:
    from tutor.study.texts import percent

    return percent(100 * share)
