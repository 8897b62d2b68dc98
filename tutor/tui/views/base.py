"""A view shows one frame: a column that scrolls as a whole, and on a wide screen a side panel."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tutor.study.moves import Answer
from tutor.tui.safety import safe
from tutor.tui.widgets.marked_list import Hanging


class Column(VerticalScroll):
    """The text; a list inside keeps its own cursor in sight."""

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


class View(Horizontal):
    """The base of all views. A subclass yields its texts in `main`, and more in `side`."""

    HELP: ClassVar[str]
    """What is shown, and which keys work on it, as Markdown."""

    def compose(self) -> ComposeResult:
        """The column, and the panel that only a wide screen shows."""
        with Column():
            yield from self.main()
        side = list(self.side())
        if side:
            with VerticalScroll(classes="side", can_focus=False):
                yield from side

    def help_text(self) -> str:
        """Markdown for `?`."""
        return self.HELP

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


def bullet(text: str) -> Static:
    """A line of untrusted text in a list; what is wrapped stands below its beginning."""
    return Static(Hanging(Content("- "), [safe(text)]), classes="line")
