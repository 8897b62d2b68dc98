"""The card of a question under FSRS-6. Nothing else in the program asks the `fsrs` library.

It is imported when it is first needed, not when this module is: the first paint does without.
What a card holds does not depend on the retention that a learner wants or on a target date; these
only decide when it is due (`schedule`).
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from tutor.engine.review.fit import fitted
from tutor.engine.review.grade import Grade
from tutor.model.review import Memory

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

A_DAY = timedelta(days=1)

LONGEST = 180
"""Days between two reviews at most (LEARNING.md)."""

PARAMETERS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
"""The default weights of FSRS-6. They stand here because the library changes its defaults between
minor versions, and the same journal must fold to the same cards everywhere. Whoever changes them
raises `SNAPSHOT_FORMAT`."""


def reviewed(memory: Memory | None, grade: Grade, at: datetime, *, sure: int = 0) -> Memory:
    """The card after a review at an aware moment; None is a question without a card.

    `sure` is kept for the next grade, see `grade.sure_after`.
    """
    from fsrs import Card, Rating

    moment = at.astimezone(UTC)
    card = Card(card_id=0, due=moment) if memory is None else _card(memory)
    after, _ = _scheduler().review_card(card, Rating(grade.value), moment)
    assert after.stability is not None, "a card has both after its first review"
    assert after.difficulty is not None, "a card has both after its first review"
    return Memory(
        stability=after.stability,
        difficulty=after.difficulty,
        last=moment,
        reviews=1 if memory is None else memory.reviews + 1,
        sure=sure,
    )


def retrievability(memory: Memory, at: datetime) -> float:
    """The chance of a right answer at an aware moment, 0..1; it falls from one day to the next.

    On the day of a review it is what will be left of it tomorrow: right after the explanation
    everybody knows, also whoever was wrong.
    """
    moment = max(at, memory.last + A_DAY)
    return _scheduler().get_card_retrievability(_card(memory), moment.astimezone(UTC))


def mean_retrievability(
    memories: Iterable[Memory], at: datetime, offset: float = 0.0
) -> float | None:
    """The bar that fades, 0..1; None without a card. `offset`: `Progress.fit`."""
    chances = [fitted(retrievability(memory, at), offset) for memory in memories]
    return sum(chances) / len(chances) if chances else None


def interval(stability: float, retention: float) -> int:
    """Days, 1..180, after which the chance of a right answer has fallen to `retention`.

    The forgetting curve of FSRS-6, R(t) = (1 + factor * t / stability) ** decay, solved for t. The
    library has it only as part of a review, and a learner may change the retention in between.
    """
    decay = -PARAMETERS[-1]
    factor = 0.9 ** (1 / decay) - 1
    days: float = stability / factor * (retention ** (1 / decay) - 1)
    return min(max(round(days), 1), LONGEST)


def _card(memory: Memory) -> "Card":
    """The library's own card. Without an id and a due date it would look at the clock."""
    from fsrs import Card, State

    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.last,
        last_review=memory.last,
    )


@cache
def _scheduler() -> "Scheduler":
    """No learning steps: a question is asked again tomorrow at the earliest. No fuzz: it has no
    seed."""
    from fsrs import Scheduler

    return Scheduler(
        parameters=PARAMETERS,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )
