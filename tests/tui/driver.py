"""A learner at the keyboard of the whole program, so that a test reads like a sentence."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from tutor.study.desk import Desk
from tutor.tui.app import TutorApp

Size = tuple[int, int]
NORMAL: Size = (80, 24)


class Seen:
    """The program as a learner sees it. `desk` may be asked for what the key is."""

    def __init__(self, app: TutorApp, pilot: Pilot[int | None]) -> None:
        self.app = app
        self._pilot = pilot

    @property
    def text(self) -> str:
        """What stands on the terminal, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(s.text for s in strip).rstrip() for strip in strips)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait until each has had its effect."""
        for key in keys:
            await self._pilot.press(key)
            await self.settle()

    async def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        await self._pilot.resize_terminal(columns, lines)
        await self.settle()

    async def opened(self) -> None:
        """Wait until the desk is open, or until the program asks whose or says why not."""
        await self.settle()
        while self.app.desk is None and self.app.is_running and len(self.app.screen_stack) < 3:
            await self.settle()
        await self.settle()

    async def settle(self) -> None:
        """Wait for threads and for the screen."""
        await self.app.workers.wait_for_complete()
        await self._pilot.pause()
        await self._pilot.pause()

    def sees(self, *words: str) -> None:
        """Fail with the whole screen when a word is not on it."""
        for word in words:
            assert word in self.text, f"{word!r} is not on the screen:\n{self.text}"

    def sees_not(self, *words: str) -> None:
        """Fail with the whole screen when a word is on it."""
        for word in words:
            assert word not in self.text, f"{word!r} is on the screen:\n{self.text}"


@asynccontextmanager
async def program(
    open_desk: Callable[[], Desk], module: str = "", size: Size = NORMAL, part: str = "module"
) -> AsyncIterator[Seen]:
    """The program, running; closed at the end as a learner would close it."""
    app = TutorApp(lambda _name: open_desk(), module=module, part=part)
    async with app.run_test(size=size, notifications=True) as pilot:
        seen = Seen(app, pilot)
        await seen.opened()
        yield seen
