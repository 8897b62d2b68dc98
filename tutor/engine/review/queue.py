"""What to ask today: little, mixed, the most at risk first.

At most 15 questions or 10 minutes a day. What does not fit comes on another day and is counted
nowhere: a queue does not know how much was left out, so no screen can show it as a debt.

In this order: what was wrong with full confidence and is to be checked today, what has changed in
meaning since it was answered, then whatever is due, the lowest chance of a right answer first.
Neighbours are of different topics where that can be had, and siblings never stand side by side
unless one objective makes up more than half of the day.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tutor.engine.review import memory, recheck
from tutor.engine.review.catch_up import unchecked
from tutor.engine.review.schedule import (
    EXPLANATION_SECONDS,
    Card,
    Policy,
    due_on,
    last_stretch,
)
from tutor.engine.spacing import utc_day
from tutor.model.review import Day


class Reason(StrEnum):
    """Why a question is asked."""

    RECHECK = "confidently wrong"
    CHANGED = "changed since you answered it"
    CATCH_UP = "catch-up check"
    AT_RISK = "due"


@dataclass(frozen=True, slots=True)
class Queued:
    """A question of today's review. `chance` of a right answer, 0..1; None if it has changed."""

    card: Card
    reason: Reason
    chance: float | None


@dataclass(frozen=True, slots=True)
class Queue:
    """Today's review in the order of asking. `catch_up`: it is the check after being away."""

    questions: tuple[Queued, ...] = ()
    catch_up: bool = False

    @property
    def seconds(self) -> float:
        """How long it will take, with the explanations."""
        return sum(one.card.seconds for one in self.questions)


@dataclass(frozen=True, slots=True)
class Spent:
    """What of today's room is used already."""

    items: int = 0
    seconds: float = 0.0

    @classmethod
    def on(cls, day: Day | None) -> "Spent":
        """The reviews of a day of study."""
        if day is None:
            return cls()
        return cls(day.reviews, day.review_seconds + EXPLANATION_SECONDS * day.reviews)


def daily(
    cards: Sequence[Card],
    at: datetime,
    *,
    policy: Policy | None = None,
    spent: Spent | None = None,
    returned: date | None = None,
) -> Queue:
    """What to ask at an aware moment. `returned`: see `catch_up.returned_on`."""
    policy, spent = policy or Policy(), spent or Spent()
    groups = unchecked(cards, returned) if returned is not None else []
    if groups:
        ranked = _ranked([_first(group, at) for group in groups], at, Reason.CATCH_UP)
    else:
        ranked = _ranked(due(cards, utc_day(at), policy), at, Reason.AT_RISK)
    taken = _fitting(ranked, policy, spent)
    first = [one for one in taken if one.reason is Reason.RECHECK]
    rest = [one for one in taken if one.reason is not Reason.RECHECK]
    return Queue(tuple(arranged(rest, arranged(first))), catch_up=bool(groups))


def due(cards: Sequence[Card], today: date, policy: Policy) -> list[Card]:
    """The cards that are due today or were before."""
    ahead = policy.target is not None and today <= policy.target
    stretch = last_stretch(cards, policy) if ahead else None
    return [card for card in cards if due_on(card, policy, stretch) <= today]


def arranged(questions: Sequence[Queued], before: Sequence[Queued] = ()) -> list[Queued]:
    """`before`, then the questions with siblings apart and topics mixed, else as they stand."""
    left, order = list(questions), list(before)
    while left:
        order.append(left.pop(_next(left, order[-1].card if order else None)))
    return order


def _next(left: Sequence[Queued], previous: Card | None) -> int:
    """The place of the question to ask next.

    An objective with more than half of what is left must go now, or it ends side by side.
    """
    crowd, size = Counter(one.card.sibling for one in left).most_common(1)[0]
    crowded = 2 * size > len(left)

    def cost(place: int) -> tuple[bool, bool, bool, int]:
        card = left[place].card
        return (
            previous is not None and card.sibling == previous.sibling,
            crowded and card.sibling != crowd,
            previous is not None and card.topic == previous.topic,
            place,
        )

    return min(range(len(left)), key=cost)


def _ranked(cards: Iterable[Card], at: datetime, reason: Reason) -> list[Queued]:
    today, order = utc_day(at), list(Reason)
    found = [_queued(card, at, today, reason) for card in cards]
    return sorted(found, key=lambda one: (order.index(one.reason), one.chance or 0, one.card.ref))


def _queued(card: Card, at: datetime, today: date, reason: Reason) -> Queued:
    if card.memory is None:
        return Queued(card, Reason.CHANGED, None)
    if card.recheck is not None and recheck.due_on(card.recheck) <= today:
        reason = Reason.RECHECK
    return Queued(card, reason, memory.retrievability(card.memory, at))


def _first(group: Sequence[Card], at: datetime) -> Card:
    """The question that stands for its objective in a catch-up check."""
    return _ranked(group, at, Reason.CATCH_UP)[0].card


def _fitting(ranked: Sequence[Queued], policy: Policy, spent: Spent) -> list[Queued]:
    """As many from the front as the day has room for; one always, if nothing was asked today."""
    taken: list[Queued] = []
    seconds = spent.seconds
    for one in ranked[: max(0, policy.items - spent.items)]:
        seconds += one.card.seconds
        if seconds > policy.seconds and (taken or spent.items):
            break
        taken.append(one)
    return taken
