"""What a second try costs in practice."""

from fractions import Fraction

PRACTICE_TRIES = 2
"""Tries of a question in practice."""

COST_OF_A_TRY = Fraction(1, 3)
"""What each try after the first takes from the score (LEARNING.md, Behaviours)."""


def after_tries(fraction: float, tries: int) -> float:
    """The score, 0..1, of a verdict's `fraction` reached on try number `tries`, counted from 1."""
    return max(0.0, fraction - float(COST_OF_A_TRY * (max(tries, 1) - 1)))


def tries_rule(tries: int = PRACTICE_TRIES) -> str:
    """The same for a learner, in a sentence."""
    if tries <= 1:
        return "You have one try."
    return f"You have {tries} tries; each further one takes away {COST_OF_A_TRY}."
