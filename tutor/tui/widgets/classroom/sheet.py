"""Lines on the screen, painted in the styles of a page."""

from __future__ import annotations

from typing import ClassVar

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.widgets.classroom.blocks import Sheet
from tutor.tui.widgets.classroom.parts import TEXT_CELLS
from tutor.tui.widgets.glyphs import glyphs_of
from tutor.tui.widgets.reader import painter
from tutor.tui.widgets.reader.layout import Line
from tutor.tui.widgets.reader.painter import Painter, with_components
from tutor.tui.widgets.reader.wrap import width_of


class SheetText(Widget):
    """As high as its lines; what does not fit is not shown."""

    DEFAULT_CSS = with_components("SheetText", f"width: {TEXT_CELLS}; height: auto; color: $text;")
    COMPONENT_CLASSES: ClassVar[set[str]] = painter.COMPONENT_CLASSES
    ALLOW_SELECT = False

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._sheet: Sheet = ()
        self._centred = False
        self._painter = Painter(self)

    def show(self, sheet: Sheet, *, centred: bool = False) -> None:
        """Replace the lines."""
        if (sheet, centred) != (self._sheet, self._centred):
            self._sheet, self._centred = sheet, centred
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines."""
        del container, viewport, width
        return len(self._sheet)

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.size.width
        line = self._sheet[y] if y < len(self._sheet) else Line()
        if not self._centred:
            return self._painter.line(line, width, glyphs_of(self))
        before = max((width - width_of(line.spans)) // 2, 0)
        strip = self._painter.line(line, width - before, glyphs_of(self))
        return Strip.join([self._painter.blank(before), strip])

    def notify_style_update(self) -> None:
        """Forget the styles of the last theme."""
        self._painter.forget()
        super().notify_style_update()
