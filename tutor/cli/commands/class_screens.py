"""`tutor class` on the screen: the cockpit, the wall, a rehearsal with the keys in hand."""

import argparse
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tutor.errors import UsageError

if TYPE_CHECKING:
    from tutor.study.classroom.agenda import Selection
    from tutor.study.classroom.desk import ClassDesk
    from tutor.study.classroom.session import ClassSession

OpenDesk = Callable[[argparse.Namespace], "ClassDesk"]
THEMES = ("dark", "light", "contrast")
PLAIN = "Add --plain in a pipe or with a screen reader."


def options(parser: argparse.ArgumentParser) -> None:
    """How it looks on the screen."""
    parser.add_argument(
        "--one-screen", action="store_true", help="one mirrored display: the wall, without notes"
    )
    _theme(parser)


def add_project(verbs: Any, shared: Any) -> None:
    """`tutor class project`: the wall in a second terminal."""
    parser = verbs.add_parser(
        "project",
        help="the wall, in a second terminal",
        description="What the room sees. It follows the cockpit by itself, also after a restart. "
        "l changes the colours, Ctrl+Q leaves.",
        parents=[shared],
    )
    parser.add_argument("session", metavar="SESSION", nargs="?", help="else the one that runs")
    _theme(parser)
    parser.set_defaults(run=project)


def _theme(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--theme", choices=THEMES, help="colours; light for a bright room")


def run(args: argparse.Namespace, open_desk: OpenDesk, wanted: "Selection") -> int:
    """Teach a module; a session of it that was left open is offered first."""
    from tutor.model.classroom.plan import Privacy

    privacy = Privacy(args.privacy)

    def begin(desk: "ClassDesk") -> "ClassSession":
        return desk.open_class(args.module, wanted=wanted, privacy=privacy)

    def left_open(desk: "ClassDesk") -> str:
        return desk.left_open(args.module)

    return _on_screen(args, open_desk, begin=begin, left_open=left_open)


def resume(args: argparse.Namespace, open_desk: OpenDesk) -> int:
    """Go on with a session. Raises StoreError where there is none."""
    from tutor.errors import StoreError

    name = args.session or open_desk(args).left_open()
    if not name:
        raise StoreError("No class session was left open.", "Begin one: tutor class run")
    return _on_screen(args, open_desk, resume=name)


def rehearse(args: argparse.Namespace, open_desk: OpenDesk, wanted: "Selection") -> int:
    """Teach people made of dice, for practice."""
    from random import Random

    from tutor.study.classroom.simulated import SimulatedRoom

    def begin(desk: "ClassDesk") -> "ClassSession":
        return desk.open_class(args.module, wanted=wanted, rehearsal=True)

    room = SimulatedRoom(args.people, Random(args.seed))
    return _on_screen(args, open_desk, begin=begin, people=room.act)


def project(args: argparse.Namespace) -> int:
    """Show the wall of a session, of the one that runs unless it is named."""
    from functools import partial

    from tutor.store.classroom import find_class
    from tutor.store.places import home
    from tutor.tui.wall_app import WallApp
    from tutor.wire.client import frames
    from tutor.wire.key_file import all_keys, keys_of

    _need_terminal()
    where = home(os.environ)
    find = partial(all_keys, where)
    if args.session:
        find = partial(keys_of, find_class(where, args.session).folder)
    app = WallApp(partial(frames, find), _theme_of(args))
    app.run()
    app.report()
    return app.return_code or 0


def _on_screen(args: argparse.Namespace, open_desk: OpenDesk, **how: Any) -> int:
    _need_terminal()
    from tutor.tui.class_app import Beginning, ClassApp

    beginning: Beginning = Beginning(lambda: open_desk(args), **how)
    app = ClassApp(beginning, one_screen=args.one_screen, theme=_theme_of(args))
    app.run()
    app.report()
    return app.return_code or 0


def _theme_of(args: argparse.Namespace) -> str:
    return f"tutor-{args.theme}" if args.theme else ""


def _need_terminal() -> None:
    from tutor.cli.commands.home import need_terminal

    try:
        need_terminal()
    except UsageError as error:
        raise UsageError(str(error), PLAIN) from error
