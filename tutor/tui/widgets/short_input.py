"""One line of text to type."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tutor.tui.safety import REPLACEMENT, one_line

MAX_LENGTH = 200


class ShortInput(Input):
    """An `Input` that takes one line: what is pasted is put on it, control marks are dropped."""

    DEFAULT_CSS = """
    ShortInput {
        height: 1;
        max-width: 84;
        border: none;
        padding: 0 1;
        background: $panel;
        color: $text;
        &:focus {
            border: none;
            background: $block-cursor-background;
            background-tint: transparent 0%;
        }
    }
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        max_length: int = MAX_LENGTH,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(
            clean(value),
            placeholder=one_line(placeholder),
            max_length=max_length,
            id=id,
            classes=classes,
        )

    def _on_paste(self, event: events.Paste) -> None:
        """Insert the pasted text on one line, as far as there is room."""
        event.stop()
        event.prevent_default()
        selected = abs(self.selection.end - self.selection.start)
        room = (self.max_length or MAX_LENGTH) - len(self.value) + selected
        text = clean(event.text)[: max(room, 0)]
        if text:
            self.replace(text, *sorted(self.selection))


def clean(text: str) -> str:
    """Return a text on one line, without control and direction marks."""
    return one_line(one_line(text).replace(REPLACEMENT, ""))
