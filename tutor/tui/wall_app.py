"""The wall in a terminal of its own: what the room sees, attached to a cockpit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from datetime import UTC, datetime
from typing import ClassVar

from textual.binding import Binding, BindingType

from tutor.study.frames.classroom import WallFrame
from tutor.tui.screens.classroom.wall import WallScreen
from tutor.tui.shell import STYLES, Shell
from tutor.tui.themes import PALETTES

TICK_SECONDS = 0.5

Frames = Callable[[], AsyncIterator[WallFrame | None]]
"""Frames as they come; None while there is no cockpit to show."""


class WallApp(Shell):
    """Has no verb: it shows what comes."""

    CSS_PATH = [f"styles/{name}" for name in STYLES]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "theme", "Colours", show=False),
    ]

    def __init__(
        self,
        frames: Frames,
        theme: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(theme)
        self._frames = frames
        self._clock = clock

    def on_mount(self) -> None:
        """A standing text until the first frame comes."""
        self.dress()
        self.push_screen(WallScreen(self._clock))
        self.run_worker(self._follow(), name="follow the cockpit")
        self.set_interval(TICK_SECONDS, self._tick)

    async def _follow(self) -> None:
        frames = self._frames()
        assert hasattr(frames, "aclose")
        async with aclosing(frames):  # type: ignore[type-var]
            async for frame in frames:
                if isinstance(self.screen, WallScreen):
                    self.screen.show(frame)

    def _tick(self) -> None:
        if isinstance(self.screen, WallScreen):
            self.screen.tick()

    def action_theme(self) -> None:
        """The next of our colours: a bright room reads dark letters on light ground better."""
        names = list(PALETTES)
        place = names.index(self.theme) + 1 if self.theme in names else 0
        self.draw(names[place % len(names)], plain_glyphs=False)
