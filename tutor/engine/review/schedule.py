"""When a question is due: the retention that the learner wants, checks, and a target date.

A card is due on a day (UTC), not at a minute: whoever studied at eight in the evening may go on at
seven two days later.

Target date: the interval of FSRS may be long enough to jump over the date, and then a question is
at its weakest just when it is needed. So nothing jumps over the *last stretch* before the date:
what was last asked before it began is due when it begins. The stretch is as long as the daily
queue needs to ask everything once, two weeks at most, and so each question is asked for the last
time as near to the date as the queue allows. After the date all is as without one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from tutor.engine import read_time
from tutor.engine.review import memory, recheck
from tutor.engine.spacing import utc_day
from tutor.model.items import Item
from tutor.model.library import Fingerprint
from tutor.model.progress import ItemRecord
from tutor.model.review import Memory, Recheck

RETENTION = 0.90
RETENTIONS = (0.85, 0.90, 0.95)
"""What a learner may choose from: the chance of a right answer at which a question comes again."""

MOST_ITEMS, MOST_SECONDS = 15, 600.0
"""A day's review at most: 15 questions or 10 minutes, whichever is reached first."""

LONGEST_STRETCH = 14
"""Days before the target date in which everything is asked once more, at most."""

EXPLANATION_SECONDS = 20.0
"""Reading the explanation, beyond the time that a learner takes to answer."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How a learner wants to review. `target`: the day of an exercise or a deployment."""

    retention: float = RETENTION
    target: date | None = None
    items: int = MOST_ITEMS
    seconds: float = MOST_SECONDS


@dataclass(frozen=True, slots=True)
class Card:
    """A question in review. `memory` is None when its meaning changed since it was answered.

    `seconds`: what it will take, with its explanation.
    """

    ref: str
    module: str
    topic: str
    objective: str
    seconds: float
    memory: Memory | None
    recheck: Recheck | None = None

    @property
    def sibling(self) -> tuple[str, str]:
        """Questions on the same objective of the same module are siblings."""
        return self.module, self.objective


def card(
    ref: str, module: str, topic: str, item: Item, print_: Fingerprint, record: ItemRecord
) -> Card | None:
    """The card of a question that stands in the course; None if it has nothing to review.

    `print_` is the fingerprint that the question has now. What was only asked in a pre-test has
    no card yet.
    """
    same = print_.meaning == record.fingerprint.meaning
    if same and record.memory is None:
        return None
    own = record.seconds + EXPLANATION_SECONDS
    return Card(
        ref=ref,
        module=module,
        topic=topic,
        objective=item.objective,
        seconds=own if record.seconds else read_time.question_seconds(item),
        memory=record.memory if same else None,
        recheck=record.recheck if same else None,
    )


def last_stretch(cards: Sequence[Card], policy: Policy) -> date | None:
    """The day on which the last stretch before the target date begins; None without a target."""
    if policy.target is None or not cards:
        return None
    mean = sum(card.seconds for card in cards) / len(cards)
    a_day = max(1, min(policy.items, int(policy.seconds / mean)))
    return policy.target - timedelta(days=min(ceil(len(cards) / a_day), LONGEST_STRETCH))


def due_on(card: Card, policy: Policy, stretch: date | None = None) -> date:
    """The day on which a question is due. `stretch`: see `last_stretch`; None after the target."""
    if card.memory is None:
        return date.min
    last = utc_day(card.memory.last)
    days = [last + timedelta(days=memory.interval(card.memory.stability, policy.retention))]
    if stretch is not None and last < stretch:
        days.append(stretch)
    if card.recheck is not None:
        days.append(recheck.due_on(card.recheck))
    return min(days)
