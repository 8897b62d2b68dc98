"""What a verb asks: a dialog, and what its result means; a line to type is the common case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.screen import ModalScreen

from tutor.tui.screens.classroom.teaching import Teaching
from tutor.tui.widgets.write_dialog import LineDialog

SEEN = "The room can read what you type here. "


@dataclass(frozen=True, slots=True)
class Asked:
    """`do` gets the result of the dialog and returns a sentence, or what is asked next."""

    dialog: ModalScreen[Any]
    do: Callable[[Any], str | Asked]


Answer = str | Asked
Ask = Callable[[Teaching, bool], Answer]
"""`masked`: the room looks at this screen too."""


def noted(teaching: Teaching, word: str, title: str, about: str, masked: bool) -> Answer:
    """A line of text; an empty one does nothing."""
    if refused := teaching.session.why_not(word):
        return refused

    def write(line: str) -> str:
        return teaching.say(f"{word} {line}") if line.strip() else ""

    return Asked(LineDialog(title, (SEEN * masked) + about), write)


def line_for(
    teaching: Teaching, title: str, about: str, word: str, masked: bool, text: str = ""
) -> Asked:
    """A line for a word of the plain cockpit."""
    dialog = LineDialog(title, (SEEN * masked) + about, text)
    return Asked(dialog, lambda line: teaching.say(f"{word} {line}") if line.strip() else "")
