"""The correction of estimates by what a learner's own reviews have shown."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import answer, dated
from tutor.engine.progress import fold
from tutor.engine.review.fit import FARTHEST, after, fitted
from tutor.engine.review.grade import Grade
from tutor.engine.review.memory import retrievability, reviewed
from tutor.model.progress import Progress

OFFSETS = st.floats(-FARTHEST, FARTHEST)
CHANCES = st.floats(0, 1)


@given(CHANCES, OFFSETS)
def test_a_corrected_chance_is_a_chance(chance: float, offset: float) -> None:
    assert 0 <= fitted(chance, offset) <= 1
    assert fitted(chance, 0.0) == chance


@given(st.floats(0.01, 0.99), OFFSETS, OFFSETS)
def test_a_higher_offset_is_a_higher_chance(chance: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert fitted(chance, low) <= fitted(chance, high) + 1e-12


@given(CHANCES, OFFSETS, CHANCES)
def test_a_review_moves_it_towards_what_was_found(
    expected: float, offset: float, fraction: float
) -> None:
    moved = after(offset, expected, fraction)
    assert -FARTHEST <= moved <= FARTHEST
    assert (moved - offset) * (fraction - fitted(expected, offset)) >= 0


@pytest.mark.parametrize("truth", [0.5, 0.75, 0.95])
def test_it_finds_the_learner(truth: float) -> None:
    """FSRS expects 90 %; the learner is right more or less often than that."""
    dice, offset, found = Random(1), 0.0, []
    for _ in range(3000):
        offset = after(offset, 0.9, float(dice.random() < truth))
        found.append(fitted(0.9, offset))
    assert sum(found[500:]) / 2500 == pytest.approx(truth, abs=0.03)


def test_only_a_repetition_says_something() -> None:
    first = fold(Progress(), dated((0, answer(right=False))))
    assert first.fit == 0
    second = fold(first, dated((5, answer(right=False))))
    memory = reviewed(None, Grade.AGAIN, dated((0, answer()))[0].at)
    expected = retrievability(memory, dated((5, answer()))[0].at)
    assert second.fit == after(0.0, expected, 0.0) < 0
