"""Which questions a pre-test still asks, so that what is known can be tested out.

A pre-test asks about one question on an objective, and a test-out needs three (`mastery`). Asking
three on each would make it as long as the module quiz, and most of that on what nobody knows yet.
So it goes on only where all was known, by one question a round: who does not know the second is not
asked a third.
"""

from collections.abc import Iterable, Mapping, Sequence

from tutor.engine import draw
from tutor.engine.mastery import TEST_OUT_ITEMS, TEST_OUT_SHARE
from tutor.model.items import Item
from tutor.model.record import ObjectiveScore
from tutor.ports import Dice


def is_known(score: ObjectiveScore) -> bool:
    """Whether an objective earned the share that a test-out asks for, from however many."""
    return draw.reached(score, 100 * TEST_OUT_SHARE)


def is_out(score: ObjectiveScore) -> bool:
    """Whether an objective is tested out."""
    return is_known(score) and score.possible >= TEST_OUT_ITEMS


def missing(score: ObjectiveScore) -> int:
    """How many questions an objective still needs, 0 when no answer could test it out."""
    return max(0, TEST_OUT_ITEMS - round(score.possible)) if is_known(score) else 0


def within_reach(scores: Iterable[ObjectiveScore], pool: Sequence[Item]) -> dict[str, int]:
    """The objectives that could still be tested out with this pool -> questions that it takes."""
    stock = [item.objective for item in pool]
    needed = {score.objective: missing(score) for score in scores}
    return {name: count for name, count in needed.items() if 0 < count <= stock.count(name)}


def further(
    scores: Iterable[ObjectiveScore],
    pool: Sequence[Item],
    *,
    exposures: Mapping[str, int],
    dice: Dice,
) -> tuple[str, ...]:
    """The ids of the next round: one question of `pool` on each objective within reach.

    `pool`: what can be asked and was not. `exposures`: item id -> times asked before.
    """
    wanted = within_reach(scores, pool)
    candidates = [item for item in pool if item.objective in wanted]
    return draw.draw(candidates, count=len(wanted), exposures=exposures, dice=dice)
