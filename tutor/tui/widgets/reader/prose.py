"""A Markdown text as high as it needs to be: prompts, vignettes, explanations, messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.widgets.glyphs import glyphs_of
from tutor.tui.widgets.reader import painter
from tutor.tui.widgets.reader.document import Target
from tutor.tui.widgets.reader.layout import Layout
from tutor.tui.widgets.reader.page import Page
from tutor.tui.widgets.reader.painter import PLACE, Painter, with_components
from tutor.tui.widgets.reader.reader import MAX_MEASURE, MEASURE, message_for


class Prose(Widget):
    """Shows a Markdown text without scrolling. References answer to the mouse, not to keys."""

    DEFAULT_CSS = with_components(
        "Prose",
        """
        height: auto;
        color: $text;
        """,
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = painter.COMPONENT_CLASSES
    ALLOW_SELECT = False

    def __init__(
        self,
        text: str = "",
        *,
        measure: int = MEASURE,
        cited: Sequence[str] = (),
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._measure = min(measure, MAX_MEASURE)
        self._page = Page(text, cited)
        self._painter = Painter(self)

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources of the text; the first has the mark [1]."""
        return self._page.cited

    @property
    def targets(self) -> tuple[Target, ...]:
        """The references in the order of the text."""
        return self._page.targets

    def show(self, text: str, cited: Sequence[str] = ()) -> None:
        """Replace the text; `cited` are sources that have a number already."""
        self._page = Page(text, cited)
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take the width there is, up to the measure."""
        del viewport
        return min(container.width, self._measure)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines the text needs at `width`."""
        del container, viewport
        return len(self._set(width).lines)

    def _set(self, width: int) -> Layout:
        return self._page.set(max(min(width, self._measure), 1), glyphs_of(self))

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.size.width
        self._set(width)
        text = max(min(width, self._measure), 1)
        strip = self._painter.line(self._page.line(y), text, glyphs_of(self))
        return Strip.join([strip, self._painter.blank(max(width - text, 0))])

    def notify_style_update(self) -> None:
        """Forget the styles of the last theme."""
        self._painter.forget()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Choose the reference under the mouse."""
        place = event.style.meta.get(PLACE)
        if isinstance(place, int) and place < len(self._page.targets):
            event.stop()
            self.post_message(message_for(self._page.targets[place]))
