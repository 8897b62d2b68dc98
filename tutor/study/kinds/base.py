"""What every kind of question needs to be shown and explained."""

from abc import ABC, abstractmethod
from string import ascii_uppercase
from typing import Generic, TypeVar

from tutor.engine.grading import Shown
from tutor.model.items import Item
from tutor.model.record import Verdict
from tutor.model.responses import Response
from tutor.study.frames import AnswerNote, Body, Passage

ItemT = TypeVar("ItemT", bound=Item)


class Presenter(ABC, Generic[ItemT]):
    """One kind on the study floor."""

    @abstractmethod
    def body(self, item: ItemT, shown: Shown) -> Body:
        """What the learner works with; holds no key."""

    @abstractmethod
    def notes(
        self, item: ItemT, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        """What to say about each answer afterwards, in the order of the screen."""

    def why(self, item: ItemT, verdict: Verdict) -> str:
        """The explanation of the whole, "" where the answers explain themselves."""
        return ""

    def prompt(self, item: ItemT) -> str:
        """The prompt as a learner reads it."""
        return item.prompt

    def passages(self, item: ItemT) -> tuple[Passage, ...]:
        """What is to be read before the prompt, besides the vignette."""
        return ()

    def compared(self, item: ItemT, response: Response) -> tuple[Passage, ...]:
        """Texts to hold side by side afterwards."""
        return ()


def label_of(key: str, shown: Shown) -> str:
    """The letter that an answer has on the screen."""
    return ascii_uppercase[shown.order.index(key)] if key in shown.order else ""


def weight(note: AnswerNote) -> int:
    """Sorts what the learner chose first, then what was right, then the rest."""
    if note.chosen:
        return 0
    return 1 if note.mark in ("right", "missed") else 2
