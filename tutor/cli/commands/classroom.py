"""`tutor class`: plan, run, rehearse, resume, report, list and erase class sessions."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.cli.commands import class_papers, class_screens
from tutor.errors import StoreError, UsageError

if TYPE_CHECKING:
    from tutor.study.classroom.agenda import Plan, Selection
    from tutor.study.classroom.desk import ClassDesk
    from tutor.study.classroom.session import ClassSession

PRIVACY = ("aggregate", "pseudonymous", "roster")

EXAMPLE = """\
examples:
  tutor class plan wps/participation --lesson access --test 4
  tutor class run wps/participation         the cockpit, for you alone
  tutor class project                       the wall, in a terminal on the projector
  tutor class run wps/participation --one-screen
  tutor class run exercise/meridian/elding
  tutor class rehearse wps/participation --people 23 --seed 1
  tutor class list
  tutor class report 2026-03-02-participation --format xlsx --out results.xlsx

Votes are kept as counts: no names, and nobody's single vote, unless --privacy says otherwise."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command and its verbs."""
    parser = commands.add_parser(
        "class",
        help="teach a class: plan, run, rehearse, report",
        description="A module taught in a room, with votes by hands, cards and tables.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    plan = _over_module(verbs, shared, "plan", "the agenda with its minutes")
    plan.set_defaults(run=_plan)
    run = _over_module(verbs, shared, "run", "teach a module")
    run.add_argument("--privacy", choices=PRIVACY, default=PRIVACY[0],
                     help="what is kept about people; the lobby says it to them")  # fmt: skip
    run.add_argument("--plain", action="store_true", help="by typed words; no screen")
    class_screens.options(run)
    run.set_defaults(run=_run)
    class_screens.add_project(verbs, shared)
    rehearse = _over_module(verbs, shared, "rehearse", "a simulated class; nobody types")
    rehearse.add_argument("--people", metavar="N", type=int, default=23, help="how many (23)")
    rehearse.add_argument("--seed", metavar="N", type=int, default=1, help="another class (1)")
    rehearse.add_argument("--screen", action="store_true", help="you teach; they only answer")
    class_screens.options(rehearse)
    rehearse.set_defaults(run=_rehearse)
    resume = verbs.add_parser("resume", help="go on with a session", parents=[shared])
    resume.add_argument("session", metavar="SESSION", nargs="?", help="else the last one left open")
    resume.add_argument("--plain", action="store_true", help="by typed words; no screen")
    class_screens.options(resume)
    resume.set_defaults(run=_resume)
    report = verbs.add_parser("report", help="what a session came to", parents=[shared])
    report.add_argument("session", metavar="SESSION")
    report.add_argument("--format", choices=("md", "csv", "json", "xlsx"), default="md")
    report.add_argument("--out", metavar="FILE", type=Path, help="a new file; needed for xlsx")
    report.set_defaults(run=_report)
    class_papers.add(verbs, shared)
    class_papers.add_print(verbs, shared, _over_module).set_defaults(run=_print)
    verbs.add_parser("list", help="the sessions so far", parents=[shared]).set_defaults(run=_list)
    erase = verbs.add_parser("erase", help="remove a session for good", parents=[shared])
    erase.add_argument("session", metavar="SESSION")
    erase.add_argument("--names", action="store_true", help="only the names of a roster")
    erase.add_argument("--yes", action="store_true", help="do not ask")
    erase.set_defaults(run=_erase)


def _over_module(verbs: Any, shared: Any, name: str, what: str) -> argparse.ArgumentParser:
    """A verb over a module, with the options that make its agenda."""
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=what, parents=[shared])
    parser.add_argument("module", metavar="COURSE/MODULE[/EXERCISE]")
    parser.add_argument(
        "--lesson", metavar="ID", action="append", help="only this lesson; may be repeated"
    )
    parser.add_argument("--no-scenario", action="store_true", help="without the scenarios")
    parser.add_argument(
        "--test", metavar="N", type=int, default=0, help="a team test of N questions"
    )
    return parser


def _desk(args: argparse.Namespace) -> "ClassDesk":
    from tutor.cli.desks import course_roots
    from tutor.store.places import home
    from tutor.study.classroom.desk import open_class_desk

    return open_class_desk(home(os.environ), course_roots(args))


def _selection(args: argparse.Namespace) -> "Selection":
    from tutor.study.classroom.agenda import Selection

    if not 0 <= args.test <= 20:
        raise UsageError("--test takes 0 to 20 questions.")
    lessons = tuple(args.lesson or ())
    return Selection(lessons=lessons, scenarios=not args.no_scenario, test=args.test)


def _plan(args: argparse.Namespace) -> int:
    from tutor.content.harmless import harmless

    desk = _desk(args)
    for line in _plan_lines(desk.plan(args.module, _selection(args))):
        print(harmless(line))
    for ref in desk.exercises(args.module):
        print(harmless(f"Also for a class: the exercise {ref}"))
    return 0


def _plan_lines(plan: "Plan") -> list[str]:
    lines = []
    for number, row in enumerate(plan.rows, start=1):
        begin = int(row.start)
        lines.append(
            f"{number:>3}. {begin // 60}:{begin % 60:02}  {row.step.minutes:>3.0f} min  "
            f"{row.step.kind.value:<9}  {row.step.title}"
        )
    lines.append(f"{plan.minutes:.0f} minutes, {plan.interaction:.0%} of the work interaction.")
    return [*lines, *([plan.warning] if plan.warning else [])]


def _print(args: argparse.Namespace) -> int:
    return class_papers.print_papers(args, _selection(args))


def _run(args: argparse.Namespace) -> int:
    if not args.plain:
        return class_screens.run(args, _desk, _selection(args))
    from tutor.model.classroom.plan import Privacy

    privacy = Privacy(args.privacy)
    wanted = _selection(args)
    return _drive(_desk(args).open_class(args.module, wanted=wanted, privacy=privacy))


def _resume(args: argparse.Namespace) -> int:
    if not args.plain and sys.stdin.isatty() and sys.stdout.isatty():
        return class_screens.resume(args, _desk)
    desk = _desk(args)
    name = args.session
    if name is None:
        name = desk.left_open()
        if not name:
            raise StoreError("No class session was left open.", "Begin one: tutor class run")
    return _drive(desk.resume(name))


def _drive(session: "ClassSession") -> int:
    from tutor.cli.plain.classroom import PlainCockpit

    try:
        return PlainCockpit(session, sys.stdin, sys.stdout).run()
    finally:
        session.close()


def _rehearse(args: argparse.Namespace) -> int:
    from random import Random

    from tutor.content.harmless import harmless
    from tutor.model.classroom.happenings import MOST_PEOPLE
    from tutor.study.classroom.rehearse import rehearse

    if not 1 <= args.people <= MOST_PEOPLE:
        raise UsageError(f"--people takes 1 to {MOST_PEOPLE}.")
    if args.screen:
        return class_screens.rehearse(args, _desk, _selection(args))
    session = _desk(args).open_class(args.module, wanted=_selection(args), rehearsal=True)
    try:
        for line in rehearse(session, args.people, Random(args.seed)):
            print(harmless(line))
    finally:
        session.close()
    print(f"It is kept as {session.name}; look at it with: tutor class report {session.name}")
    return 0


def _report(args: argparse.Namespace) -> int:
    from tutor.study.classroom.export import FORMATS

    if args.format == "xlsx" and args.out is None:
        raise UsageError("A workbook needs a file.", "Add --out results.xlsx.")
    made = FORMATS[args.format](_desk(args).report(args.session))
    if args.out is None:
        print(made.decode("utf-8-sig"), end="")
        return 0
    try:
        with args.out.open("xb") as file:
            file.write(made)
    except FileExistsError as error:
        raise UsageError(f"{args.out} exists already.", "Name another file.") from error
    except OSError as error:
        raise UsageError(f"{args.out} could not be written: {error.strerror}.") from error
    print(f"The report is in {args.out}.")
    return 0


def _list(args: argparse.Namespace) -> int:
    from tutor.content.harmless import harmless

    cards = _desk(args).classes()
    if not cards:
        print("No class has been taught on this computer yet.")
    for card in cards:
        when = f"{card.last:%Y-%m-%d %H:%M} UTC" if card.last else ""
        state = card.problem or ("ended" if card.ended else "left open")
        state = "rehearsal" if card.rehearsal else state
        print(harmless(f"{card.name:<34}  {when:<20}  {state:<10}  {card.title}").rstrip())
    return 0


def _erase(args: argparse.Namespace) -> int:
    from tutor.content.harmless import harmless

    if not args.yes and not _confirmed(args.session, names=args.names):
        print("Nothing was erased.")
        return 1
    if args.names:
        count = _desk(args).erase_names(args.session)
        print(f"Names erased: {count}. Counts, notes and ratings are as they were.")
        return 0
    card = _desk(args).erase(args.session)
    print(f"The class session {harmless(card.name)} is erased, with everything in it.")
    return 0


def _confirmed(name: str, *, names: bool) -> bool:
    what = "the names of those present" if names else "the session with all its counts and notes"
    print(f"This removes {what} for good.")
    print("Type its name once more to erase: ", end="", flush=True)
    return sys.stdin.readline().strip() == name
