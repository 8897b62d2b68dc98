"""A view shows one frame in one column that scrolls as a whole."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tutor.study.moves import Answer
from tutor.tui.safety import safe


class View(VerticalScroll):
    """The base of all views. The cursor of a list inside keeps itself in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "turn(-1)", "Up", show=False),
        Binding("pagedown", "turn(1)", "Down", show=False),
        Binding("home", "edge(-1)", "Top", show=False),
        Binding("end", "edge(1)", "End", show=False),
    ]

    def first_focus(self) -> Widget:
        """What takes the keys when the view appears; the view itself unless it has a list."""
        return self

    def pending(self) -> Answer | None:
        """An answer that is on the screen and was not handed over yet."""
        return None

    def action_turn(self, way: int) -> None:
        """Scroll by a window, one line kept."""
        step = max(self.size.height - 1, 1)
        self.scroll_to(y=self.scroll_offset.y + way * step, animate=False, immediate=True)

    def action_edge(self, way: int) -> None:
        """Scroll to the top or the end."""
        self.scroll_to(y=0 if way < 0 else self.max_scroll_y, animate=False, immediate=True)

    @on(OptionList.OptionHighlighted)
    def _keep_in_sight(self, event: OptionList.OptionHighlighted) -> None:
        self.call_after_refresh(self._follow, event.option_list, event.option_index)

    def _follow(self, options: OptionList, index: int) -> None:
        if not options.is_attached or not options.has_focus:
            return
        lines = options._index_to_line  # the only place that knows where an option stands
        heights = options._heights
        if index not in lines:
            return
        top = options.region.y - self.region.y + self.scroll_offset.y + lines[index]
        self.scroll_to_region(
            Region(0, top, 1, heights[index]), animate=False, force=True, immediate=True
        )


def heading(text: str, classes: str = "") -> Static:
    """A small heading inside a view."""
    return Static(Content(text), classes=f"heading {classes}".strip())


def line(text: str, classes: str = "") -> Static:
    """A line of untrusted text."""
    return Static(safe(text), classes=f"line {classes}".strip())
