"""An instructor at the keys of a class session, so that a test reads like a sentence."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.study.classroom.rooms import class_desk
from tests.tui.driver import NORMAL, Size
from tests.worlds import BRIDGE
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import Step, StepKind
from tutor.study.classroom.agenda import Selection
from tutor.study.classroom.desk import ClassDesk
from tutor.study.classroom.session import ClassSession
from tutor.tui.class_app import Beginning, ClassApp

REF = "bridge/crossing"
HANDS_ON = 5
"""A key goes from app to screen to a thread and comes back as a message; then one for luck."""


class Class:
    """The cockpit as its instructor sees it; `session` may be asked how it stands."""

    def __init__(self, app: ClassApp, pilot: Pilot[int | None], sessions: list[ClassSession]):
        self.app = app
        self._pilot = pilot
        self._sessions = sessions

    @property
    def session(self) -> ClassSession:
        return self._sessions[-1]

    @property
    def text(self) -> str:
        """What stands on the terminal, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(s.text for s in strip).rstrip() for strip in strips)

    @property
    def flat(self) -> str:
        """The same as one line, wherever it was wrapped."""
        return " ".join(self.text.split())

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait until each has had its effect."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a line into a dialog and hand it in."""
        self.app.screen.query_one(Input).value = text
        await self.press("enter")

    async def settle(self) -> None:
        """Wait until queues and threads are empty; without a clock, which a busy computer bends."""
        for _ in range(HANDS_ON):
            await self._pilot.pause(0)
            await self.app.workers.wait_for_complete()

    async def to(self, kind: StepKind) -> None:
        """Go to the first step of this kind."""
        steps = self.session.head.agenda
        self.session.do(h.StepChanged(step=next(n for n, s in enumerate(steps) if s.kind is kind)))
        await self.app.refresh_frame()
        await self.settle()

    def sees(self, *words: str) -> None:
        """Fail with the whole screen when a word is not on it."""
        for word in words:
            assert word in self.flat, f"{word!r} is not on the screen:\n{self.text}"

    def sees_not(self, *words: str) -> None:
        """Fail with the whole screen when a word is on it."""
        for word in words:
            assert word not in self.flat, f"{word!r} is on the screen:\n{self.text}"


@asynccontextmanager
async def teaching(
    home: Path,
    courses: Path = BRIDGE,
    ref: str = REF,
    *,
    size: Size = NORMAL,
    wanted: Selection | None = None,
    steps: Sequence[Step] = (),
    present: int = 20,
    one_screen: bool = False,
    **how: Any,
) -> AsyncIterator[Class]:
    """A class under way, closed at the end as an instructor would close it."""
    sessions: list[ClassSession] = []

    def begin(desk: ClassDesk) -> ClassSession:
        session = desk.open_class(ref, steps, wanted=wanted)
        session.do(h.PresentCounted(people=present))
        sessions.append(session)
        return session

    beginning = Beginning(lambda: class_desk(home, courses), how.pop("begin", begin), **how)
    app = ClassApp(beginning, one_screen=one_screen)
    async with app.run_test(size=size, notifications=True) as pilot:
        seen = Class(app, pilot, sessions)
        await seen.settle()
        yield seen
