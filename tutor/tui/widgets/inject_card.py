"""A message that reaches the learner in a scenario."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tutor.tui.safety import one_line, safe
from tutor.tui.widgets.marked_list import Hanging
from tutor.tui.widgets.reader import Prose

_LABEL_CELLS = 9


class InjectCard(Vertical):
    """The header of a message as staff know it, and its text (Markdown)."""

    DEFAULT_CSS = """
    InjectCard {
        height: auto;
        max-width: 90;
        padding: 1 2;
        margin-bottom: 1;
        background: $surface;
        border-left: outer $accent;
        & > .header { height: auto; margin-bottom: 1; }
    }
    """

    def __init__(
        self,
        sender: str,
        dtg: str | None,
        channel: str | None,
        body: str,
        *,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rows = (("FROM", sender), ("DTG", dtg), ("CHANNEL", channel))
        self._body = body

    def compose(self) -> ComposeResult:
        """The header lines that are known, then the text."""
        with Vertical(classes="header"):
            for row in self._header():
                yield Static(row, markup=False)
        yield Prose(self._body)

    def _header(self) -> Iterator[Hanging]:
        for label, value in self._rows:
            if value:
                head = Content.styled(label.ljust(_LABEL_CELLS), "$text-muted")
                yield Hanging(head, [safe(one_line(value)).stylize("bold")])
