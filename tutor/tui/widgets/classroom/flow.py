"""Lines that are made anew for each width, for the columns of the cockpit."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.widgets.classroom.blocks import Sheet
from tutor.tui.widgets.glyphs import Glyphs, glyphs_of
from tutor.tui.widgets.reader import painter
from tutor.tui.widgets.reader.layout import Line
from tutor.tui.widgets.reader.painter import Painter, with_components

Draw = Callable[[int, Glyphs], Sheet]
WIDEST = 84


def nothing(_width: int, _glyphs: Glyphs) -> Sheet:
    """No lines at all."""
    return ()


class Flow(Widget):
    """As high as its lines."""

    DEFAULT_CSS = with_components("Flow", "height: auto; color: $text;")
    COMPONENT_CLASSES: ClassVar[set[str]] = painter.COMPONENT_CLASSES
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(id=id)
        self._draw: Draw = nothing
        self._made: dict[int, Sheet] = {}
        self._painter = Painter(self)

    def show(self, draw: Draw) -> None:
        """Replace the lines; paints only what differs."""
        before, self._draw, self._made = self._made, draw, {}
        if any(self._lines(width) != lines for width, lines in before.items()) or not before:
            self.refresh(layout=True)

    def _lines(self, width: int) -> Sheet:
        if width not in self._made:
            self._made[width] = self._draw(max(min(width, WIDEST), 8), glyphs_of(self))
        return self._made[width]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines needed at `width`."""
        del container, viewport
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.size.width
        lines = self._lines(width)
        line = lines[y] if y < len(lines) else Line()
        return self._painter.line(line, width, glyphs_of(self))

    def notify_style_update(self) -> None:
        """Forget the styles of the last theme."""
        self._painter.forget()
        super().notify_style_update()
