"""How sure are you: one line below the answers, answered with 1, 2 or 3."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tutor.tui.safety import safe

ASK = "How sure are you?"
GAP = "   "


class SureLine(Static, can_focus=True):
    """Takes the keys when an answer was handed in without it; Enter goes on without saying."""

    DEFAULT_CSS = """
    SureLine {
        height: auto;
        max-width: 90;
        margin-top: 1;
        color: $text-muted;
        &:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "say(0)", "Without", key_display="Enter"),
        Binding("up,escape,shift+tab", "back", "Back to the answer", key_display="Up"),
        *(Binding(str(number), f"say({number})", show=False) for number in (1, 2, 3)),
    ]

    class Said(Message):
        """The learner says how sure: 1..3; 0 goes on without saying."""

        def __init__(self, line: SureLine, number: int) -> None:
            super().__init__()
            self.line = line
            self.number = number

    class Left(Message):
        """The learner wants to see to the answer first."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(classes="sure", markup=False)
        self._words = tuple(words)
        self._said = 0

    @property
    def said(self) -> int | None:
        """What was said before the answer was complete, 1..3, or None."""
        return self._said or None

    def on_mount(self) -> None:
        """Show the line."""
        self._show()

    def keep(self, number: int) -> None:
        """Remember what was said until there is an answer."""
        self._said = number
        self._show()

    def action_say(self, number: int) -> None:
        """Say it, or go on without."""
        self.post_message(self.Said(self, number))

    def action_back(self) -> None:
        """To the answer."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked on."""
        at = len(ASK)
        for number, word in enumerate(self._words, start=1):
            width = len(f"{number} {word}")
            if at + len(GAP) <= event.x < at + len(GAP) + width:
                self.action_say(number)
            at += len(GAP) + width

    def _show(self) -> None:
        parts = [safe(ASK)]
        for number, word in enumerate(self._words, start=1):
            style = "bold $accent" if number == self._said else ""
            mark = f"{number} {word}"
            parts.append(Content.assemble(GAP, (mark, style)))
        if self._said:
            parts.append(Content("   (kept)"))
        self.update(Content.assemble(*parts))
