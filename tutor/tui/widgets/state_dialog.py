"""A small form: from which state a situation of a scenario is played."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static

from tutor.study.frames.preview import StateForm
from tutor.tui.widgets.dialog import SmallWindow
from tutor.tui.widgets.marked_list import Entry, MarkedList

HOW = "Left and right change a value, Space says whether a fact is known."


class StateList(MarkedList):
    """Left and right change the indicator under the cursor, Space the fact."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,minus", "change(-1)", "Less", show=False),
        Binding("right,plus", "change(1)", "More", show=False),
        Binding("space", "flip", "Known or not", show=False),
    ]

    def __init__(self, form: StateForm) -> None:
        super().__init__()
        self.form = form

    def entries(self) -> Iterable[Entry]:
        """The indicators with their values, then the facts with a box."""
        for row in self.form.indicators:
            head = Content.styled(f"{row.value:>3}  ", "bold $accent")
            yield Entry(row.id, head, f"{row.label}  ({row.id}, {row.min} to {row.max})")
        for fact in self.form.facts:
            box = Content.styled("[x]  " if fact.known else "[ ]  ", "bold $accent")
            yield Entry(fact.id, box, f"{fact.text}  ({fact.id})")

    def _wanted_gap(self) -> int:
        return 0

    def action_change(self, way: int) -> None:
        """One more or one less, within the range."""
        place = self.highlighted
        if place is None or place >= len(self.form.indicators):
            return
        rows = list(self.form.indicators)
        row = rows[place]
        rows[place] = replace(row, value=min(max(row.value + way, row.min), row.max))
        self.form = replace(self.form, indicators=tuple(rows), chosen=True)
        self.reload()

    def action_flip(self) -> None:
        """Known, or not known."""
        place = (self.highlighted or 0) - len(self.form.indicators)
        if place < 0 or place >= len(self.form.facts):
            return
        facts = list(self.form.facts)
        facts[place] = replace(facts[place], known=not facts[place].known)
        self.form = replace(self.form, facts=tuple(facts), chosen=True)
        self.reload()


class StateDialog(SmallWindow[StateForm]):
    """Returns the form, with `chosen` False for the usual state; None when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("u", "usual", show=False)]

    def __init__(self, form: StateForm) -> None:
        super().__init__()
        self._form = form

    def compose(self) -> ComposeResult:
        """The list and the ways out."""
        with Vertical(classes="dialog"):
            yield Static(Content("Play from this state"), classes="dialog-title")
            yield Static(Content(HOW), classes="dialog-about")
            with VerticalScroll(classes="dialog-list", can_focus=False):
                yield StateList(self._form)
            with Horizontal(classes="dialog-ways"):
                yield Button(Content("Play  (Enter)"), name="play")
                yield Button(Content("Usual state  (U)"), name="usual")
                yield Button(Content("Close  (Esc)"), name="close")

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.set_focus(self.query_one(StateList))

    @on(OptionList.OptionSelected)
    def _entered(self) -> None:
        self.dismiss(replace(self.query_one(StateList).form, chosen=True))

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.name:
            case "play":
                self._entered()
            case "usual":
                self.action_usual()
            case _:
                self.dismiss(None)

    def action_usual(self) -> None:
        """Each situation from the state in which a learner gets there the shortest way."""
        self.dismiss(replace(self._form, chosen=False))
