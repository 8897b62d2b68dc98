"""A number to type, with its unit beside it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from tutor.tui.safety import one_line, safe
from tutor.tui.widgets.compound import Compound
from tutor.tui.widgets.short_input import ShortInput

DIGITS = r"[-+\N{MINUS SIGN}0-9 .,']*"
"""What can be typed into it."""


class NumberInput(Compound, Horizontal):
    """Takes digits, a sign, a decimal point or comma and what groups digits."""

    DEFAULT_CSS = """
    NumberInput {
        height: 1;
        max-width: 84;
        & > ShortInput { width: 20; }
        & > .unit { width: 1fr; height: 1; padding-left: 1; }
    }
    """

    def __init__(self, value: str = "", unit: str = "", *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._input = ShortInput(value, placeholder="a number", max_length=40)
        self._input.restrict = DIGITS
        self._unit = unit

    def compose(self) -> ComposeResult:
        """The field, then the unit."""
        yield self._input
        yield Static(safe(one_line(self._unit)), classes="unit")

    @property
    def value(self) -> str:
        """What was typed."""
        return self._input.value

    def first_focus(self) -> Widget:
        """The field takes the keys."""
        return self._input
