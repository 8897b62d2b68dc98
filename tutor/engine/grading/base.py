"""What every kind of question must be able to do, and the row that puts it into the table.

A kind writes `Rules` over its own item and its own response. `Row` narrows whatever arrives to
these two types, so that a kind never sees a foreign item, a foreign response or a blank one.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, Protocol, TypeVar

from tutor.model.items import Item
from tutor.model.record import Outcome, Verdict
from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written
from tutor.ports import Dice

Aliases = Mapping[str, tuple[str, ...]]
"""A term -> the other spellings it goes by; all forms of one entry mean the same."""

NO_ANSWER = "No answer was given."


@dataclass(frozen=True, slots=True)
class Shown:
    """The order on the screen: letters of answers, stems or lines; for pairs also the partners."""

    order: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()

    @property
    def flat(self) -> tuple[str, ...]:
        """Both orders in one, as an event of the journal keeps them."""
        return self.order + self.partners


ItemT = TypeVar("ItemT", bound=Item)
ResponseT = TypeVar("ResponseT", bound=Choice | Truth | Pairs | Ordering | Written)


class Rules(ABC, Generic[ItemT, ResponseT]):
    """The rules of one kind. `grade` and `sentence` only ever get a clean, answered response.

    `gradable` False: an answer is handed in or not, and never has a score.
    """

    gradable: ClassVar[bool] = True

    @abstractmethod
    def blank(self) -> ResponseT:
        """The response of a learner who has not answered."""

    @abstractmethod
    def key(self, item: ItemT, /) -> ResponseT:
        """A response that earns 1."""

    @abstractmethod
    def clean(self, item: ItemT, response: ResponseT, /) -> ResponseT:
        """The response without what this item does not have; blank if nothing usable is left."""

    @abstractmethod
    def grade(self, item: ItemT, response: ResponseT, /) -> Verdict:
        """The verdict on a clean response that is not blank."""

    @abstractmethod
    def rule(self, item: ItemT, /) -> str:
        """How it is scored, for the learner, from the numbers that `grade` uses."""

    @abstractmethod
    def sentence(self, item: ItemT, response: ResponseT, verdict: Verdict, /) -> str:
        """What was right and what was not, without giving the key away."""

    def shown(self, _item: ItemT, _dice: Dice, /) -> Shown:
        """The order on the screen; nothing to order unless a kind says otherwise."""
        return Shown()

    def parts(self, _item: ItemT, /) -> tuple[str, ...]:
        """What can be right separately; nothing unless a kind says otherwise."""
        return ()

    def merge_locked(
        self, _item: ItemT, response: ResponseT, _locked: Collection[str], /
    ) -> ResponseT:
        """A second response with the parts that were right before put back in."""
        return response

    def informed(self, item: ItemT, _aliases: Aliases, /) -> ItemT:
        """The item with what the glossary adds to its key."""
        return item


class Grader(Protocol):
    """A row of the table: the same verbs over any item of its kind and any response at all."""

    @property
    def kind(self) -> str: ...
    @property
    def gradable(self) -> bool: ...
    def grade(self, item: Item, response: Response, aliases: Aliases) -> Verdict: ...
    def answered(self, item: Item, response: Response) -> bool: ...
    def rule(self, item: Item) -> str: ...
    def key(self, item: Item) -> Response: ...
    def blank(self) -> Response: ...
    def parts(self, item: Item) -> tuple[str, ...]: ...
    def shown(self, item: Item, dice: Dice) -> Shown: ...
    def sentence(self, item: Item, response: Response, verdict: Verdict) -> str: ...
    def merge_locked(self, item: Item, response: Response, locked: Collection[str]) -> Response: ...


@dataclass(frozen=True, slots=True)
class Row(Generic[ItemT, ResponseT]):
    """Binds the rules of a kind to its item class and its response class."""

    item: type[ItemT]
    response: type[ResponseT]
    rules: Rules[ItemT, ResponseT]

    @property
    def kind(self) -> str:
        """The name of the kind as an author writes it."""
        return self.item.KIND

    @property
    def gradable(self) -> bool:
        """Whether answers of this kind have a score."""
        return self.rules.gradable

    def grade(self, item: Item, response: Response, aliases: Aliases) -> Verdict:
        """Blank, and whatever is no answer to this kind, is incorrect and worth 0."""
        own = self.rules.informed(self._own(item), aliases)
        if not self.gradable:
            return Verdict(outcome=Outcome.NOT_GRADABLE)
        clean = self._clean(own, response)
        if clean == self.rules.blank():
            return verdict(0)
        return self.rules.grade(own, clean)

    def answered(self, item: Item, response: Response) -> bool:
        """Whether anything in the response answers this item."""
        return self._clean(self._own(item), response) != self.rules.blank()

    def rule(self, item: Item) -> str:
        return self.rules.rule(self._own(item))

    def key(self, item: Item) -> Response:
        return self.rules.key(self._own(item))

    def blank(self) -> Response:
        return self.rules.blank()

    def parts(self, item: Item) -> tuple[str, ...]:
        return self.rules.parts(self._own(item))

    def shown(self, item: Item, dice: Dice) -> Shown:
        return self.rules.shown(self._own(item), dice)

    def sentence(self, item: Item, response: Response, verdict: Verdict) -> str:
        own = self._own(item)
        clean = self._clean(own, response)
        if clean == self.rules.blank():
            return NO_ANSWER
        return self.rules.sentence(own, clean, verdict)

    def merge_locked(self, item: Item, response: Response, locked: Collection[str]) -> Response:
        own = self._own(item)
        return self.rules.merge_locked(own, self._clean(own, response), locked)

    def _own(self, item: Item) -> ItemT:
        if isinstance(item, self.item):
            return item
        raise TypeError(f"{type(item).__name__} is not a {self.kind} item")

    def _clean(self, item: ItemT, response: Response) -> ResponseT:
        if isinstance(response, self.response):
            return self.rules.clean(item, response)
        return self.rules.blank()


def verdict(
    fraction: float,
    *,
    harm: bool = False,
    right_parts: Sequence[str] = (),
    misconceptions: Sequence[str] = (),
    note: str = "",
) -> Verdict:
    """A verdict whose word follows from its fraction: 1 correct, 0 incorrect, between partly."""
    outcome = Outcome.PARTLY
    if fraction >= 1:
        outcome = Outcome.CORRECT
    elif fraction <= 0:
        outcome = Outcome.INCORRECT
    return Verdict(
        outcome=outcome,
        fraction=min(1.0, max(0.0, float(fraction))),
        harm=harm,
        right_parts=tuple(right_parts),
        misconceptions=tuple(misconceptions),
        note=note,
    )


def shuffled(keys: Collection[str], dice: Dice, last: str | None = None) -> tuple[str, ...]:
    """The keys in a random order; `last`, if it is one of them, stays at the end."""
    order = [key for key in keys if key != last]
    dice.shuffle(order)
    return (*order, last) if last is not None and last in keys else tuple(order)
