"""A view shows one frame: a column that scrolls as a whole, and on a wide screen a side panel."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tutor.study.moves import Answer
from tutor.tui.safety import safe


class Column(VerticalScroll):
    """The text. The cursor of a list inside keeps itself in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "turn(-1)", "Up", show=False),
        Binding("pagedown", "turn(1)", "Down", show=False),
        Binding("home", "edge(-1)", "Top", show=False),
        Binding("end", "edge(1)", "End", show=False),
    ]

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
        line = options._index_to_line.get(index)  # the only place that knows where it stands
        if line is None:
            return
        top = options.region.y - self.region.y + self.scroll_offset.y + line
        region = Region(0, top, 1, options._heights[index])
        self.scroll_to_region(region, animate=False, force=True, immediate=True)


class View(Horizontal):
    """The base of all views. A subclass yields its texts in `main`, and more in `side`."""

    def compose(self) -> ComposeResult:
        """The column, and the panel that only a wide screen shows."""
        with Column():
            yield from self.main()
        side = list(self.side())
        if side:
            with VerticalScroll(classes="side", can_focus=False):
                yield from side

    def main(self) -> ComposeResult:
        """What every screen shows."""
        raise NotImplementedError

    def side(self) -> ComposeResult:
        """What a wide screen shows beside it."""
        return
        yield

    def first_focus(self) -> Widget:
        """What takes the keys when the view appears: the column unless there is a list."""
        return self.query_one(Column)

    def pending(self) -> Answer | None:
        """An answer that is on the screen and was not handed over yet."""
        return None


def heading(text: str, classes: str = "") -> Static:
    """A small heading inside a view."""
    return Static(Content(text), classes=f"heading {classes}".strip())


def line(text: str, classes: str = "") -> Static:
    """A line of untrusted text."""
    return Static(safe(text), classes=f"line {classes}".strip())
