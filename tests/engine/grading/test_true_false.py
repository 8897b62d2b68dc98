import random

import pytest

from tests.engine.examples import true_false
from tutor.engine import grading
from tutor.model.responses import Truth


@pytest.mark.parametrize("answer", [True, False])
def test_right_earns_one_and_wrong_nothing(answer: bool) -> None:
    item = true_false(answer)
    assert grading.grade(item, Truth(value=answer)).fraction == 1
    assert grading.grade(item, Truth(value=not answer)).fraction == 0


def test_a_wrong_answer_shows_its_misconception() -> None:
    item = true_false().model_copy(update={"misconception": "m"})
    assert grading.grade(item, Truth(value=False)).misconceptions == ("m",)
    assert grading.grade(item, Truth(value=True)).misconceptions == ()


def test_there_is_nothing_to_shuffle() -> None:
    assert grading.shown(true_false(), random.Random(1)).flat == ()
