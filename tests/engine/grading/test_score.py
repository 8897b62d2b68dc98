import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.engine.grading.score import after_tries, tries_rule


@pytest.mark.parametrize(
    ("fraction", "tries", "score"),
    [(1, 1, 1), (1, 2, 2 / 3), (1, 3, 1 / 3), (1, 4, 0), (0.5, 2, 1 / 6), (0.2, 2, 0), (1, 0, 1)],
)
def test_each_further_try_takes_a_third(fraction: float, tries: int, score: float) -> None:
    assert after_tries(fraction, tries) == pytest.approx(score)


@given(st.floats(0, 1), st.integers(-3, 50))
def test_bounds(fraction: float, tries: int) -> None:
    assert 0 <= after_tries(fraction, tries) <= fraction


def test_the_rule_says_so() -> None:
    assert tries_rule() == "You have 2 tries; each further one takes away 1/3."
    assert tries_rule(1) == "You have one try."
