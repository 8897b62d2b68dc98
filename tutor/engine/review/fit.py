"""How a learner's answers compare with what the model of memory expects, to correct its estimates.

FSRS comes with the weights of an average learner. Whoever forgets faster, or studies once a week,
would be promised far too much. So each review moves one number, an offset in log-odds, towards
what was found: an online logistic recalibration, which remembers the last hundred reviews or so.
It corrects what is shown (`now` and forecasts). When a question is due stays with FSRS alone: a
weak learner would otherwise be asked more the less was remembered, which no day has room for.
"""

from math import exp, log

RATE = 0.05
"""How far one review moves the offset. It wanders by about 0.16, 2 or 3 points at 80 %."""

FARTHEST = 3.0
"""The offset stays within this distance of 0."""

CERTAIN = 0.999
"""A chance is taken as no nearer to 0 or 1 than this, so that it has finite odds."""


def fitted(chance: float, offset: float) -> float:
    """The chance of a right answer, 0..1, for this learner; an offset of 0 changes nothing."""
    if not offset:
        return chance
    inside = min(max(chance, 1 - CERTAIN), CERTAIN)
    return 1 / (1 + exp(-(log(inside / (1 - inside)) + offset)))


def after(offset: float, expected: float, fraction: float) -> float:
    """The offset after a review of which FSRS expected so much; `fraction`: how right it was."""
    moved = offset + RATE * (fraction - fitted(expected, offset))
    return min(max(moved, -FARTHEST), FARTHEST)
