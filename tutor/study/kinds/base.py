"""What every kind of question needs to be shown and explained."""

from string import ascii_uppercase
from typing import Protocol, TypeVar

from tutor.engine.grading import Shown
from tutor.model.items import Item
from tutor.model.record import Verdict
from tutor.model.responses import Response
from tutor.study.frames import AnswerNote, Body

I = TypeVar("I", bound=Item, contravariant=True)  # noqa: E741


class Presenter(Protocol[I]):
    """One kind on the study floor."""

    def body(self, item: I, shown: Shown) -> Body:
        """What the learner works with; holds no key."""
        ...

    def notes(
        self, item: I, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        """What to say about each answer afterwards, in the order of the screen."""
        ...

    def why(self, item: I, verdict: Verdict) -> str:
        """The explanation of the whole, "" where the answers explain themselves."""
        ...


def label_of(key: str, shown: Shown) -> str:
    """The letter that an answer has on the screen."""
    return ascii_uppercase[shown.order.index(key)] if key in shown.order else ""


def weight(note: AnswerNote) -> int:
    """Sorts what the learner chose first, then what was right, then the rest."""
    if note.chosen:
        return 0
    return 1 if note.mark in ("right", "missed") else 2
