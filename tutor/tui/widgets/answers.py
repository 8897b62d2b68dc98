"""The answers to a question: choose one, or tick all that apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from tutor.tui.widgets.marked_list import LETTERS, Entry, Mark, MarkedList, place_of

Mode = Literal["one", "many"]
Options = Sequence[tuple[str, str]]
"""Key and text of each answer, in the order in which they are shown."""

_BOXES: dict[Mode, tuple[str, str]] = {"one": ("( )", "(*)"), "many": ("[ ]", "[x]")}


class AnswerList(MarkedList):
    """Long answers, lettered by their place; messages carry the keys of the author's file.

    A letter or digit chooses, space chooses the line under the cursor. Enter chooses it too, and
    once there is an answer to hand in it posts `Submitted`: with "one" when the line under the
    cursor is the chosen one, with "many" when anything is ticked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose_here", "Choose", key_display="Space"),
        Binding("enter", "enter", "Answer", key_display="Enter"),
    ]

    class Said(Message):
        """What both messages carry: the list, and the chosen keys in the order shown."""

        def __init__(self, answers: AnswerList, chosen: tuple[str, ...]) -> None:
            super().__init__()
            self.answers = answers
            self.chosen = chosen

        @property
        def control(self) -> AnswerList:
            """The list that speaks."""
            return self.answers

    class Changed(Said):
        """Other answers are chosen now."""

    class Submitted(Said):
        """The chosen answers are handed in."""

    def __init__(
        self,
        options: Options = (),
        *,
        mode: Mode = "one",
        chosen: Iterable[str] = (),
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._answers = tuple(options)
        self._mode: Mode = mode
        self._chosen = frozenset(chosen)
        self._marks: Mapping[str, Sequence[Mark]] = {}
        self._notes: Mapping[str, str] = {}
        self._held: frozenset[str] = frozenset()
        self.digits = True
        """Whether digits choose too; where they state a confidence, letters alone do."""
        self._handed_over = False
        """From then on a letter is meant for what comes next, and is left to the screen."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the chosen answers, in the order shown."""
        return tuple(key for key, _ in self._answers if key in self._chosen)

    def show(self, options: Options, *, mode: Mode = "one", chosen: Iterable[str] = ()) -> None:
        """Replace question and state: nothing is locked or marked any more."""
        self._answers = tuple(options)
        self._mode = mode
        self._chosen = frozenset(chosen)
        self._marks, self._notes, self._held = {}, {}, frozenset()
        self.locked = self._handed_over = False
        self.reload_at(0)

    def mark(
        self,
        marks: Mapping[str, Sequence[Mark]],
        notes: Mapping[str, str] | None = None,
        *,
        lock: bool = True,
    ) -> None:
        """Say below each answer, by key, what it was worth and why; `lock` ends choosing."""
        self._marks = marks
        self._notes = notes or {}
        self.locked = lock
        self.reload()

    def reopen(self) -> None:
        """Take letters and Enter again after the answers were handed in."""
        self._handed_over = False

    def hold(self, keys: Iterable[str]) -> None:
        """Keep the state of some answers for a second try: they cannot be changed."""
        self._held = frozenset(keys)
        self.reload()

    def entries(self) -> Iterable[Entry]:
        """Yield the answers with letter and box."""
        for place, (key, text) in enumerate(self._answers):
            yield Entry(
                key,
                self._head(place, key),
                text,
                tuple(self._marks.get(key, ())) + ((Mark("kept"),) if key in self._held else ()),
                self._notes.get(key, ""),
            )

    def _head(self, place: int, key: str) -> Content:
        box = _BOXES[self._mode][key in self._chosen]
        style = "bold $accent" if key in self._chosen else "$text-muted"
        letter = LETTERS[place] if place < len(LETTERS) else " "
        return Content.assemble((letter, "bold"), "  ", (box, style), "  ")

    def choose(self, key: str) -> None:
        """Choose an answer, or untick it when all that apply are asked for."""
        if self.locked or key in self._held or key not in dict(self._answers):
            return
        self.call_after_refresh(self.follow)
        before = self._chosen
        self._chosen = before ^ {key} if self._mode == "many" else frozenset({key})
        if self._chosen != before:
            self.reload()
            self.post_message(self.Changed(self, self.chosen))

    def on_key(self, event: events.Key) -> None:
        """Choose by letter or digit; other keys are left to the screen."""
        place = place_of(event.key, len(self._answers), digits=self.digits)
        if place is None or self.locked or self._handed_over:
            return
        event.stop()
        event.prevent_default()
        self.highlighted = place
        self.choose(self._answers[place][0])

    def action_choose_here(self) -> None:
        """Choose the answer under the cursor."""
        if self.highlighted is not None:
            self.choose(self._answers[self.highlighted][0])

    def action_enter(self) -> None:
        """Choose the answer under the cursor, or hand in what is chosen; first bring it in sight,
        so that nobody answers what was never on the screen."""
        if self.out_of_sight:
            self.follow()
            return
        if self._is_complete():
            self._handed_over = True
            self.post_message(self.Submitted(self, self.chosen))
        else:
            self.action_choose_here()

    def _is_complete(self) -> bool:
        if self._mode == "many":
            return bool(self._chosen)
        here = self.highlighted
        return here is not None and self._answers[here][0] in self._chosen

    def action_select(self) -> None:
        """Choose by mouse: a click never hands in."""
        self.action_choose_here()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave space and Enter to the screen when nothing can be chosen any more."""
        if action in {"choose_here", "enter"}:
            return not (self.locked or self._handed_over) and bool(self._answers)
        return super().check_action(action, parameters)
