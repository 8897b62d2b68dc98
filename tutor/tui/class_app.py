"""The app of an instructor: opens a session, serves its walls, leaves with its results."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tutor.errors import TutorError
from tutor.model.classroom import happenings as h
from tutor.tui.safety import visible
from tutor.tui.screens.classroom.base import ClassScreen
from tutor.tui.screens.classroom.cockpit import CockpitScreen
from tutor.tui.screens.classroom.one_screen import OneScreen
from tutor.tui.screens.classroom.teaching import Teaching
from tutor.tui.shell import STYLES, Shell
from tutor.tui.widgets.dialog import Dialog, Way
from tutor.wire.codec import WireError
from tutor.wire.server import WallServer

if TYPE_CHECKING:
    from tutor.study.classroom.desk import ClassDesk
    from tutor.study.classroom.session import ClassSession

TICK_SECONDS = 1.0
RESUME, NEW = "resume", "new"


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a session comes about. `begin` makes a new one; `left_open` names one to go on with.

    All are called in a thread, `left_open` only where `resume` names no session.
    """

    open_desk: Callable[[], ClassDesk]
    begin: Callable[[ClassDesk], ClassSession]
    left_open: Callable[[ClassDesk], str] = lambda _desk: ""
    resume: str = ""
    people: Callable[[ClassSession], None] | None = None
    """In a rehearsal: what the simulated class does, once a second."""


class ClassApp(Shell):
    """One session, on the cockpit or on one screen."""

    CSS_PATH = [f"styles/{name}" for name in STYLES]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "End", key_display="^q", priority=True),
    ]

    def __init__(self, beginning: Beginning, *, one_screen: bool = False, theme: str = "") -> None:
        super().__init__(theme)
        self._beginning = beginning
        self._one_screen = one_screen
        self._desk: ClassDesk | None = None
        self._teaching: Teaching | None = None
        self._server: WallServer | None = None
        self._busy = False
        self.farewell = ""

    def compose(self) -> ComposeResult:
        """What stands there while the courses are read."""
        yield Static("Opening ...", id="opening", markup=False)

    def on_mount(self) -> None:
        """Paint first, read the courses after."""
        self.dress()
        self.call_after_refresh(self.run_worker, self._open())

    # The way in

    async def _open(self) -> None:
        begun = self._beginning
        try:
            self._desk = await asyncio.to_thread(begun.open_desk)
            left = begun.resume or await asyncio.to_thread(begun.left_open, self._desk)
        except TutorError as error:
            self.fail(f"{error} {error.hint}".strip())
            return
        if left and not begun.resume:
            self._offer(left)
        else:
            await self._begin(left)

    def _offer(self, left: str) -> None:
        text = (
            f"The session {visible(left)} was left open. **Go on** with it where it was, or "
            "begin a **new** one; the other stays as it is."
        )
        ways = (Way(RESUME, "Go on", "g"), Way(NEW, "New", "n"))

        def chosen(way: str | None) -> None:
            if way is None:
                self.exit()
            else:
                self.run_worker(self._begin(left if way == RESUME else ""))

        self.push_screen(Dialog("A session was left open", text, ways), chosen)

    async def _begin(self, left: str) -> None:
        assert self._desk is not None
        desk, begin = self._desk, self._beginning.begin
        try:
            made = partial(desk.resume, left) if left else partial(begin, desk)
            session = await asyncio.to_thread(made)
        except TutorError as error:
            self.fail(f"{error} {error.hint}".strip())
            return
        self._teaching = Teaching(session)
        await self._serve(session)
        await self.push_screen(self._screen())
        await self.refresh_frame()
        self.set_interval(TICK_SECONDS, self._tick)

    async def _serve(self, session: ClassSession) -> None:
        server = WallServer(session.folder)
        try:
            await server.start()
        except (OSError, TutorError) as error:
            self.notify(f"No wall can be attached: {error}", severity="warning", markup=False)
            return
        self._server = server

    def _screen(self) -> ClassScreen:
        assert self._teaching is not None
        return (OneScreen if self._one_screen else CockpitScreen)(self._teaching)

    # Showing

    @property
    def walls(self) -> int:
        """How many walls are attached."""
        return self._server.walls if self._server else 0

    @property
    def _here(self) -> ClassScreen | None:
        """The screen of the session, also while a dialog lies over it."""
        if not self.is_running or self._exit:
            return None  # the screens are being taken down
        found = [one for one in self.screen_stack if isinstance(one, ClassScreen)]
        return found[-1] if found else None

    async def refresh_frame(self) -> None:
        """Show the session as it stands, here and on every wall."""
        assert self._teaching is not None
        frame = await asyncio.to_thread(self._teaching.frame)
        if self._server is not None:
            try:
                self._server.publish(frame.wall)
            except WireError as error:
                self.notify(f"{error} {error.hint}", severity="warning", markup=False)
        if self._here is not None:
            self._here.show(frame)

    async def _tick(self) -> None:
        """Once a second: clocks, injects that become due, the people of a rehearsal."""
        here = self._here
        if self._teaching is None or here is None or self._busy:
            return
        self._busy = True
        try:
            revision = self._teaching.session.wall().revision
            if self._beginning.people is not None:
                await asyncio.to_thread(self._beginning.people, self._teaching.session)
            frame = await asyncio.to_thread(self._teaching.frame)
            if frame.wall.revision != revision:
                await self.refresh_frame()
            else:
                here.tick(frame)
        finally:
            self._busy = False

    def turn_over(self) -> None:
        """From the cockpit to one screen, or back."""
        self._one_screen = not self._one_screen
        self.run_worker(self._turn_over())

    async def _turn_over(self) -> None:
        await self.switch_screen(self._screen())
        await self.refresh_frame()

    # The way out

    async def action_quit(self) -> None:
        """Ask whether to end the session or to leave it; once more leaves."""
        if isinstance(self.screen, ClassScreen):
            await self.screen.action_verb("end")
        else:
            self.leave()

    async def export(self) -> None:
        """Write the results into the folder of the session."""
        self.notify(await self._exported(), title="Export", timeout=10, markup=False)

    async def _exported(self) -> str:
        from tutor.tui.exports import class_exported

        assert self._desk is not None
        assert self._teaching is not None
        session = self._teaching.session
        try:
            files = await asyncio.to_thread(class_exported, self._desk, session)
        except TutorError as error:
            return f"{error} {error.hint}".strip()
        return f"{', '.join(files)} are in {session.folder}"

    async def end(self) -> None:
        """End the session, write its results, leave."""
        assert self._teaching is not None
        refused = await asyncio.to_thread(self._teaching.session.do, h.Ended())
        if refused:
            if self._here is not None:
                self._here.say(refused)
            return
        await self.refresh_frame()
        self.farewell = f"The session has ended. {await self._exported()}"
        self.exit(0)

    def leave(self) -> None:
        """Leave the session as it is."""
        if self._teaching is not None and not self._teaching.ended:
            name = self._teaching.session.name
            self.farewell = f"Left. Everything is saved; go on with: tutor class resume {name}"
        self.exit(0)

    async def on_unmount(self) -> None:
        """Let the walls go and the next window run the session."""
        if self._server is not None:
            with suppress(OSError):
                await self._server.stop()
        if self._teaching is not None:
            self._teaching.session.close()

    def report(self) -> None:
        """After the screen is gone: what to know about the session."""
        super().report()
        if self.farewell:
            print(visible(self.farewell))
