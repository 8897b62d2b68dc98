"""The screen that the room looks at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from tutor.study.frames.classroom import LobbyPart, WallFrame
from tutor.tui.safety import safe
from tutor.tui.widgets.classroom.canvas import LEAST, ROOMY, WallCanvas

WAITING = ("The class begins in a moment", "This screen follows the instructor by itself.")
SMALL = (
    "This window is too small",
    f"The wall needs {LEAST[0]} columns and {LEAST[1]} lines: make the letters smaller.",
)


class WallScreen(Screen[None]):
    """Shows the last frame that came, and a calm text while there is none."""

    DEFAULT_CSS = """
    WallScreen .font-hint { dock: bottom; height: 1; text-align: center; color: $text-muted; }
    """
    AUTO_FOCUS = None

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._frame: WallFrame | None = None

    def compose(self) -> ComposeResult:
        """The canvas, and before the session begins a word on the size of the letters."""
        yield WallCanvas()
        yield Static(classes="font-hint", markup=False)

    def on_mount(self) -> None:
        """Nothing has come yet."""
        self._draw()

    def show(self, frame: WallFrame | None) -> None:
        """A frame has come, or the cockpit has gone."""
        self._frame = frame
        self._draw()

    def tick(self) -> None:
        """The clock goes on."""
        if self._frame is not None and self._fits:
            self.query_one(WallCanvas).tick(self._frame, self._clock())

    def on_resize(self, event: events.Resize) -> None:
        """Fit again."""
        del event
        self.call_after_refresh(self._draw)

    @property
    def _fits(self) -> bool:
        return self.size.width >= LEAST[0] and self.size.height >= LEAST[1]

    def _draw(self) -> None:
        canvas = self.query_one(WallCanvas)
        hint = self.query_one(".font-hint", Static)
        lobby = self._frame is None or isinstance(self._frame.part, LobbyPart)
        said = font_hint(self.size.width, self.size.height) if lobby else ""
        hint.display = bool(said)
        hint.update(safe(said))
        if not self._fits:
            canvas.stand(*SMALL)
        elif self._frame is None:
            canvas.stand(*WAITING)
        else:
            canvas.show(self._frame, self._clock())


def font_hint(width: int, height: int) -> str:
    """What to do so that the last row can read the wall; "" where it is large enough."""
    if width <= ROOMY[0] and height <= ROOMY[1]:
        return ""
    return (
        f"Enlarge the letters (Ctrl and +) until the last row can read this: "
        f"now {width} by {height}, best about 80 by 24."
    )
