"""One mirrored display: the wall with the verbs below it, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

from textual.app import ComposeResult

from tutor.study.frames.classroom import CockpitFrame
from tutor.tui.screens.classroom.base import ClassScreen
from tutor.tui.screens.classroom.keys import KEPT
from tutor.tui.screens.classroom.teaching import Teaching
from tutor.tui.widgets.classroom.canvas import WallCanvas
from tutor.tui.widgets.key_bar import KeyBar


class OneScreen(ClassScreen):
    """The room sees everything here; notes are on paper (`tutor class print --guide`)."""

    DEFAULT_CSS = """
    OneScreen #said { height: 1; padding: 0 2; text-align: center; color: $text-muted; }
    """
    masked = True
    unsaid = frozenset({"hint", "missed"})  # that one is due would tell the room something

    def __init__(self, teaching: Teaching) -> None:
        super().__init__(teaching)
        self._canvas = WallCanvas()

    def compose(self) -> ComposeResult:
        """The wall, a line for refusals, the keys."""
        yield self._canvas
        yield self.said
        yield KeyBar(KEPT)

    def draw(self, frame: CockpitFrame) -> None:
        """The wall, whole."""
        self._canvas.show(frame.wall, datetime.now(UTC))

    def tick(self, frame: CockpitFrame) -> None:
        """Its clock."""
        self._canvas.tick(frame.wall, datetime.now(UTC))
