"""What will be remembered on a date, and what the days ahead bring. Estimates, and named so.

Two of them, because they answer two questions. `readiness` is the mean chance of a right answer on
a date if nothing is asked until then. `rehearse` plays the daily queue forward as if every answer
were right: how many questions each day will bring, and how ready the learner is who answers them.
What a forecast is worth: `python -m bench.review_year`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tutor.engine.review import memory, recheck
from tutor.engine.review.grade import Grade
from tutor.engine.review.queue import Spent, daily
from tutor.engine.review.schedule import Card, Policy
from tutor.engine.spacing import utc_day


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day to come: how many questions it brings, and the cards as they are in the evening."""

    day: date
    questions: int
    cards: tuple[Card, ...]


def readiness(cards: Iterable[Card], at: datetime, offset: float = 0.0) -> float | None:
    """The mean chance of a right answer at an aware moment, 0..1; None without a card.

    `offset`: `Progress.fit`, how this learner compares with what FSRS expects.
    """
    known = (card.memory for card in cards if card.memory is not None)
    return memory.mean_retrievability(known, at, offset)


def rehearse(
    cards: Sequence[Card],
    at: datetime,
    days: int,
    *,
    policy: Policy | None = None,
    spent: Spent | None = None,
    returned: date | None = None,
) -> Iterator[Ahead]:
    """Today and the days after it, `days` in all, as if each day's review were done and right.

    A learner who is right nine times in ten will see a few more questions than this and remember
    a little less.
    """
    present = {card.ref: card for card in cards}
    for number in range(days):
        moment = at + timedelta(days=number)
        used = spent if number == 0 else None
        queue = daily(tuple(present.values()), moment, policy=policy, spent=used, returned=returned)
        for one in queue.questions:
            present[one.card.ref] = _answered(one.card, moment)
        yield Ahead(utc_day(moment), len(queue.questions), tuple(present.values()))


def _answered(card: Card, at: datetime) -> Card:
    """The card after a right answer. Nothing is due that was asked on the same day."""
    return replace(
        card,
        memory=memory.reviewed(card.memory, Grade.GOOD, at),
        recheck=recheck.put_right(card.recheck, at) if card.recheck else None,
    )
