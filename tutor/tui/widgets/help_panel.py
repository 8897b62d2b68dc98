"""Keys and what they do, as a table that wraps."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tutor.tui.safety import one_line, safe
from tutor.tui.widgets.marked_list import Hanging
from tutor.tui.widgets.reader import Prose

Keys = Sequence[tuple[str, str]]
"""A key as it is written on the keyboard, and what it does."""

MAX_KEY_CELLS = 16


class HelpPanel(VerticalScroll):
    """A few lines of Markdown, then the keys; for the side of a wide screen or a dialog."""

    DEFAULT_CSS = """
    HelpPanel {
        height: auto;
        max-height: 100%;
        scrollbar-size-vertical: 1;
        & > Prose { margin-bottom: 1; }
        & > .help-key { height: auto; }
    }
    """

    def __init__(
        self,
        keys: Keys,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes, can_focus=False)
        self._keys = tuple((one_line(key), does) for key, does in keys)
        self._text = text

    def compose(self) -> ComposeResult:
        """The text, then a line per key."""
        if self._text:
            yield Prose(self._text)
        cells = min(max((cell_len(key) for key, _ in self._keys), default=0), MAX_KEY_CELLS)
        for key, does in self._keys:
            head = Content.styled(key + " " * (cells - cell_len(key) + 2), "bold $accent")
            yield Static(Hanging(head, [safe(does)]), classes="help-key")
