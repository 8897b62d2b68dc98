"""The gaps of a text: a line to type or a list to choose from for each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from tutor.tui.widgets.answers import AnswerList
from tutor.tui.widgets.compound import Compound
from tutor.tui.widgets.marked_list import Mark
from tutor.tui.widgets.short_input import ShortInput


@dataclass(frozen=True, slots=True)
class Field:
    """A gap by its number in the text; typed where there are no `choices`."""

    key: str
    number: int
    choices: tuple[str, ...] = ()


class GapForm(Compound):
    """Tab, or up and down where text is typed, goes from gap to gap.

    Enter goes to the next gap that is empty and posts `Submitted` when there is none left.
    """

    DEFAULT_CSS = """
    GapForm {
        height: auto;
        max-width: 90;
        & > .gap-row { height: auto; margin-bottom: 1; }
        & .gap-number { width: 5; height: 1; text-style: bold; }
        & ShortInput { width: 1fr; max-width: 48; }
        & ShortInput:disabled { color: $text; text-opacity: 100%; opacity: 100%; }
        & AnswerList { width: 1fr; }
        & .gap-kept { width: 8; height: 1; padding-left: 1; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next gap", show=False),
        Binding("up", "step(-1)", "Gap before", show=False),
    ]

    class Submitted(Message):
        """The texts are handed in."""

        def __init__(self, form: GapForm, values: dict[str, str]) -> None:
            super().__init__()
            self.form = form
            self.values = values

        @property
        def control(self) -> GapForm:
            """The form that speaks."""
            return self.form

    def __init__(
        self,
        fields: Sequence[Field] = (),
        *,
        values: Mapping[str, str] | None = None,
        held: Collection[str] = (),
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self._fields = tuple(fields)
        self._held = frozenset(held)
        said = values or {}
        self._inputs: dict[str, ShortInput | AnswerList] = {
            field.key: _input(field, said.get(field.key, "")) for field in self._fields
        }

    def compose(self) -> ComposeResult:
        """A row for each gap, led by its number."""
        for field in self._fields:
            with Horizontal(classes="gap-row"):
                yield Static(Content(f"({field.number})"), classes="gap-number")
                yield self._inputs[field.key]
                if field.key in self._held:
                    yield Static(Content("kept"), classes="gap-kept")

    def on_mount(self) -> None:
        """Lock what was right on the first try."""
        for key, field in self._inputs.items():
            if key in self._held and isinstance(field, AnswerList):
                field.mark({chosen: [Mark("kept")] for chosen in field.chosen})
            elif key in self._held:
                field.disabled = True

    @property
    def values(self) -> dict[str, str]:
        """What stands in each gap that is not empty, by key."""
        found = {field.key: self._value(field) for field in self._fields}
        return {key: text for key, text in found.items() if text}

    def first_focus(self) -> Widget:
        """The first gap that is empty, else the first, takes the keys."""
        return next(iter(self._open or self._inputs.values()), self)

    def action_step(self, way: int) -> None:
        """Go to the gap after or before this one; it stays at the ends."""
        order = [one for key, one in self._inputs.items() if key not in self._held]
        here = next((place for place, one in enumerate(order) if one.has_focus), None)
        if here is not None and 0 <= here + way < len(order):
            order[here + way].focus()

    @on(Input.Submitted)
    @on(AnswerList.Submitted)
    def _go_on(self, event: Message) -> None:
        """To the next empty gap, or done."""
        event.stop()
        if isinstance(event, AnswerList.Submitted):
            event.answers.reopen()
        if self._open:
            self._open[0].focus()
        else:
            self.post_message(self.Submitted(self, self.values))

    @property
    def _open(self) -> list[ShortInput | AnswerList]:
        filled = self.values
        return [one for key, one in self._inputs.items() if key not in filled]

    def _value(self, field: Field) -> str:
        taken = self._inputs[field.key]
        if isinstance(taken, AnswerList):
            return field.choices[int(taken.chosen[0])] if taken.chosen else ""
        return taken.value.strip()


def _input(field: Field, said: str) -> ShortInput | AnswerList:
    if not field.choices:
        typed = ShortInput(said, placeholder="type here")
        typed.select_on_focus = False
        return typed
    chosen = [str(field.choices.index(said))] if said in field.choices else []
    options = [(str(place), text) for place, text in enumerate(field.choices)]
    return AnswerList(options, chosen=chosen)
