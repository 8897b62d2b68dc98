import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import best_worst, best_worsts
from tutor.engine import grading
from tutor.model.items import BestWorst, RankedAnswer
from tutor.model.responses import Pairs


def earned(item: BestWorst, best: str = "", worst: str = "") -> float:
    pairs = {"best": best, "worst": worst}
    return grading.grade(item, Pairs(pairs={k: v for k, v in pairs.items() if v})).fraction


@pytest.mark.parametrize(
    ("best", "worst", "fraction"),
    [
        ("a", "d", 1), ("b", "d", 5 / 6), ("b", "c", 2 / 3), ("d", "a", 0), ("a", "", 1 / 2),
        ("", "c", 1 / 3), ("a", "a", 0), ("d", "", 0),
    ],
)  # fmt: skip
def test_halves_by_nearness(best: str, worst: str, fraction: float) -> None:
    assert earned(best_worst(), best, worst) == pytest.approx(fraction)


def test_what_ties_is_equally_right() -> None:
    item = best_worst((3, 3, 0, 0))
    assert earned(item, "b", "c") == earned(item, "a", "d") == 1


def test_quality_counts_between_the_extremes_of_this_question() -> None:
    assert earned(best_worst((2, 1, 1)), "b", "a") == 0
    assert earned(best_worst((2, 1, 1)), "a", "c") == 1


def test_the_sentence_says_how_near_without_naming_the_key() -> None:
    response = Pairs(pairs={"best": "b"})
    said = grading.sentence(best_worst(), response, grading.grade(best_worst(), response))
    assert said == "Your best: near. Your worst: not chosen."
    assert "1/2 each" in grading.rule(best_worst())


def test_the_misconception_of_a_wrong_best_is_noted() -> None:
    answers = best_worst().answers
    answers = answers | {"c": RankedAnswer(text="t", why="w", quality=1, misconception="m")}
    item = best_worst().model_copy(update={"answers": answers})
    assert grading.grade(item, Pairs(pairs={"best": "c"})).misconceptions == ("m",)
    assert grading.grade(item, Pairs(pairs={"worst": "c"})).misconceptions == ()


def test_a_locked_best_is_not_taken_by_the_worst() -> None:
    merged = grading.merge_locked(best_worst(), Pairs(pairs={"best": "c", "worst": "a"}), ("best",))
    assert merged == Pairs(pairs={"best": "a"})


@given(best_worsts, st.data())
def test_a_better_best_and_a_worse_worst_never_cost(item: BestWorst, data: st.DataObject) -> None:
    letters = st.sampled_from(sorted(item.answers))
    one, other, third = (data.draw(letters) for _ in range(3))
    low, high = sorted((one, other), key=lambda letter: item.answers[letter].quality)
    if third not in (low, high):
        assert earned(item, high, third) >= earned(item, low, third)
        assert earned(item, third, low) >= earned(item, third, high)
