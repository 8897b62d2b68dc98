"""Calibration: marks that make honesty pay, and what is said about a bias."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import MODULE, answer, dated, quiz
from tutor.engine.calibration import (
    RIGHT,
    Bias,
    Row,
    break_even,
    calibration,
    marks,
)
from tutor.engine.progress import fold
from tutor.model.progress import Progress
from tutor.model.record import Answered, Behaviour
from tutor.model.review import Stated


def row(confidence: int, answers: int, earned: float) -> Row:
    found = calibration([{confidence: Stated(answers=answers, earned=earned)}])
    return found.rows[confidence - 1]


def stated(*answers: Answered) -> dict[int, Stated]:
    events = dated(*((0.0, what) for what in answers))
    return fold(Progress(), events).module(MODULE).confidence


# Marks


def test_the_marks_of_the_scheme() -> None:
    assert [marks(c, 1) for c in RIGHT] == [1, 2, 3]
    assert [marks(c, 0) for c in RIGHT] == [0, -2, -6]


def test_the_break_evens() -> None:
    assert [break_even(c) for c in RIGHT] == [0, pytest.approx(2 / 3), pytest.approx(4 / 5)]


@given(st.floats(0, 1))
def test_who_states_what_he_believes_earns_most(chance: float) -> None:
    honest = max(c for c in RIGHT if chance >= break_even(c))
    assert marks(honest, chance) == pytest.approx(max(marks(c, chance) for c in RIGHT))


# Stated against actual


@pytest.mark.parametrize(
    ("confidence", "answers", "earned", "bias"),
    [
        (3, 9, 0.0, Bias.TOO_FEW),
        (3, 30, 15.0, Bias.OVERCONFIDENT),
        (3, 10, 7.0, Bias.FITTING),
        (3, 30, 30.0, Bias.FITTING),
        (2, 40, 20.0, Bias.OVERCONFIDENT),
        (2, 40, 29.0, Bias.FITTING),
        (2, 40, 39.0, Bias.UNDERCONFIDENT),
        (1, 40, 5.0, Bias.FITTING),
        (1, 40, 36.0, Bias.UNDERCONFIDENT),
    ],
)
def test_a_bias_is_named_when_chance_does_not_explain_it(
    confidence: int, answers: int, earned: float, bias: Bias
) -> None:
    assert row(confidence, answers, earned).bias is bias


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (row(3, 1, 1.0), 'You said "sure" for 1 answer; 10 are needed to say more.'),
        (
            row(3, 30, 18.0),
            (
                'When you say "sure", 60 % of your answers are right; that is less than the 80 % '
                "that it states."
            ),
        ),
        (
            row(2, 20, 15.0),
            'When you say "fairly sure", 75 % of your answers are right; that fits.',
        ),
        (
            row(1, 20, 19.0),
            (
                'When you say "not sure", 95 % of your answers are right; you know more than you '
                "say: it states 67 % at most."
            ),
        ),
    ],
)
def test_the_sentence(found: Row, sentence: str) -> None:
    assert found.sentence == sentence


@given(st.integers(1, 3), st.integers(1, 500), st.floats(0, 1))
def test_the_bias_never_contradicts_the_share(confidence: int, answers: int, share: float) -> None:
    found = row(confidence, answers, answers * share)
    assert found.actual == pytest.approx(share)
    if found.bias is Bias.OVERCONFIDENT:
        assert share < found.low
    if found.bias is Bias.UNDERCONFIDENT:
        assert share > found.high


def test_modules_are_added_up() -> None:
    found = calibration([{1: Stated(answers=2, earned=1.0)}, {1: Stated(answers=1, earned=1.0)}])
    assert (found.answers, found.marks) == (3, pytest.approx(2))
    assert [one.answers for one in found.rows] == [3, 0, 0]
    assert found.rows[1].actual is None


# What is counted


def test_first_tries_with_a_confidence_are_counted() -> None:
    wrong = answer("q1", attempt="t1", right=False, confidence=3)
    second = answer("q1", attempt="t1", tries=2, confidence=3)
    found = stated(quiz("t1", Behaviour.PRACTICE), wrong, second, answer("q2", confidence=1))
    assert found == {3: Stated(answers=1, earned=0.0), 1: Stated(answers=1, earned=1.0)}


def test_answers_without_one_and_pretests_are_not() -> None:
    assert stated(answer(), answer(confidence=2, behaviour=Behaviour.PRETEST)) == {}
