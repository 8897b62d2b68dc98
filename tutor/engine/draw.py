"""Drawing a quiz, deciding its outcome, and when the next attempt may begin."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import fsum

from tutor.model.items import Item
from tutor.model.record import ObjectiveScore
from tutor.ports import Dice

MIN_PER_OBJECTIVE = 3
"""Fewer questions say nothing about an objective (LEARNING.md: three siblings per objective)."""

PASS_MARK = 80.0
"""Per cent overall that a course asks for unless it says otherwise."""

OBJECTIVE_MARK = 60.0
"""Per cent on every single objective."""

RETAKE_AFTER = timedelta(hours=12)
"""A night's sleep between two attempts: a retake at once measures the short memory."""

ROUNDING = 1e-9
"""Per cent that a sum of thirds and fifths may fall short of the mark it equals."""


@dataclass(frozen=True, slots=True)
class QuizOutcome:
    """The result of a quiz. `percent` 0..100; `missed`: the objectives below their mark."""

    percent: float
    passed: bool
    objectives: tuple[ObjectiveScore, ...]
    missed: tuple[str, ...]


def draw(
    items: Sequence[Item], *, count: int, exposures: Mapping[str, int], dice: Dice
) -> tuple[str, ...]:
    """The ids of `count` items, or of all if there are fewer, in the order in which to ask them.

    Each objective gets its share of the pool, but at least `MIN_PER_OBJECTIVE` if it has them and
    the count allows. Within it those never seen come first, then those seen least (`exposures`:
    item id -> times asked), equal ones by the dice. The same items, exposures and dice give the
    same draw.
    """
    pools: dict[str, list[Item]] = {}
    for item in items:
        pools.setdefault(item.objective, []).append(item)
    quota = _quota({objective: len(pool) for objective, pool in pools.items()}, count)
    drawn = {
        item.id
        for objective, pool in pools.items()
        for item in _least_seen(pool, exposures, dice)[: quota[objective]]
    }
    return _arranged([item for item in items if item.id in drawn], dice)


def outcome(
    scores: Iterable[tuple[str, float]],
    pass_mark: float = PASS_MARK,
    objective_mark: float = OBJECTIVE_MARK,
) -> QuizOutcome:
    """The outcome of a quiz from each question's objective and score (0..1), marks in per cent.

    Passed: the pass mark overall and the objective mark on every objective. Nothing asked is not
    passed.
    """
    by_objective: dict[str, list[float]] = {}
    for objective, score in scores:
        by_objective.setdefault(objective, []).append(score)
    objectives = tuple(
        ObjectiveScore(objective=objective, earned=fsum(earned), possible=float(len(earned)))
        for objective, earned in by_objective.items()
    )
    percent = percent_of(
        fsum(one.earned for one in objectives), fsum(one.possible for one in objectives)
    )
    missed = tuple(one.objective for one in objectives if not reached(one, objective_mark))
    passed = bool(objectives) and not missed and percent >= pass_mark - ROUNDING
    return QuizOutcome(percent=percent, passed=passed, objectives=objectives, missed=missed)


def balanced(objectives: Sequence[ObjectiveScore]) -> float:
    """Per cent, 0..100, in which each objective counts once, whatever was asked on it."""
    shares = [percent_of(one.earned, one.possible) for one in objectives]
    return fsum(shares) / len(shares) if shares else 0.0


def percent_of(earned: float, possible: float) -> float:
    """Per cent, 0..100; 0 if nothing was possible."""
    return min(100.0, 100 * earned / possible) if possible else 0.0


def reached(score: ObjectiveScore, mark: float = OBJECTIVE_MARK) -> bool:
    """Whether an objective reached the mark, in per cent."""
    return percent_of(score.earned, score.possible) >= mark - ROUNDING


def retake_from(last_failed: datetime) -> datetime:
    """The moment from which the next attempt may begin. Raises ValueError for a naive time."""
    if last_failed.utcoffset() is None:
        raise ValueError("The time of the last attempt has no time zone.")
    return last_failed + RETAKE_AFTER


def _quota(sizes: Mapping[str, int], count: int) -> dict[str, int]:
    """How many items of each objective: the minimum in turn, then what is furthest from its share.

    Where two are equally far, the objective that comes first in the pool is served first.
    """
    total = sum(sizes.values())
    quota = dict.fromkeys(sizes, 0)
    for _ in range(min(count, total)):
        short = [o for o in sizes if quota[o] < min(MIN_PER_OBJECTIVE, sizes[o])]
        if short:
            chosen = min(short, key=lambda o: quota[o])
        else:
            room = [o for o in sizes if quota[o] < sizes[o]]
            chosen = max(room, key=lambda o: count * sizes[o] - quota[o] * total)
        quota[chosen] += 1
    return quota


def _least_seen(pool: Sequence[Item], exposures: Mapping[str, int], dice: Dice) -> list[Item]:
    """Never seen first, then least seen, equal ones shuffled."""
    order = list(pool)
    dice.shuffle(order)
    return sorted(order, key=lambda item: exposures.get(item.id, 0))


def _arranged(items: Sequence[Item], dice: Dice) -> tuple[str, ...]:
    """Shuffled, but items under the same vignette stay together, in the order of the file."""
    groups: dict[str, list[str]] = {}
    for item in items:
        name = f"vignette {item.vignette}" if item.vignette else f"item {item.id}"
        groups.setdefault(name, []).append(item.id)
    order = list(groups.values())
    dice.shuffle(order)
    return tuple(item_id for group in order for item_id in group)
