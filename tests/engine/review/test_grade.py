"""An answer as a grade: the table of LEARNING.md."""

import pytest

from tests.store.samples import answer
from tutor.engine.review.grade import Grade, grade, is_review, sure_after
from tutor.model.record import Answered, Behaviour, Outcome, Verdict

AGAIN, HARD, GOOD, EASY = Grade


def given(fraction: float, **change: object) -> Answered:
    outcome = {0.0: Outcome.INCORRECT, 1.0: Outcome.CORRECT}.get(fraction, Outcome.PARTLY)
    return answer(verdict=Verdict(outcome=outcome, fraction=fraction), **change)


@pytest.mark.parametrize(
    ("what", "sure", "expected"),
    [
        (given(0.0), 0, AGAIN),
        (given(0.59), 5, AGAIN),
        (given(0.6), 5, HARD),
        (given(0.99), 0, HARD),
        (given(1.0, hints=1), 5, HARD),
        (given(1.0, confidence=1), 5, HARD),
        (given(1.0), 0, GOOD),
        (given(1.0, confidence=3), 1, GOOD),
        (given(1.0), 2, EASY),
        (given(1.0, confidence=2), 2, EASY),
    ],
)
def test_the_grade_of_an_answer(what: Answered, sure: int, expected: Grade) -> None:
    assert grade(what, sure) is expected


def test_only_right_answers_at_full_confidence_make_a_row() -> None:
    assert sure_after(given(1.0, confidence=3), 1) == 2
    for other in (given(1.0, confidence=2), given(1.0), given(0.9, confidence=3)):
        assert sure_after(other, 2) == 0
    assert sure_after(given(1.0, confidence=3, hints=1), 2) == 0


@pytest.mark.parametrize("behaviour", list(Behaviour))
def test_every_first_try_but_that_of_a_pretest_is_a_review(behaviour: Behaviour) -> None:
    assert is_review(answer(behaviour=behaviour)) == (behaviour is not Behaviour.PRETEST)
    assert not is_review(answer(behaviour=behaviour, tries=2))


def test_what_nobody_can_grade_is_no_review() -> None:
    assert not is_review(answer(verdict=Verdict(outcome=Outcome.NOT_GRADABLE)))
