import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import multiple, multiples
from tutor.engine import grading
from tutor.model.items import Multiple, MultipleAnswer
from tutor.model.responses import Choice


def earned(item: Multiple, chosen: str) -> float:
    return grading.grade(item, Choice(chosen=tuple(chosen))).fraction


@pytest.mark.parametrize(
    ("chosen", "fraction"),
    [("abcde", 0), ("abc", 1), ("ab", 2 / 3), ("abd", 2 / 3 - 1 / 2), ("d", 0), ("abcd", 0.5)],
)
def test_balanced_three_of_five(chosen: str, fraction: float) -> None:
    assert earned(multiple(), chosen) == pytest.approx(fraction)


def test_every_decision_pays_for_ticking_all() -> None:
    item = multiple(scoring="every-decision")
    assert earned(item, "abcde") == 0.60
    assert earned(item, "") == 0


def test_all_or_nothing() -> None:
    item = multiple(scoring="all-or-nothing")
    assert [earned(item, x) for x in ("abc", "ab", "abcd")] == [1, 0, 0]


@pytest.mark.parametrize("right", ["ab", "abc", "a", "abcd"])
def test_balanced_ticking_all_earns_exactly_nothing(right: str) -> None:
    assert earned(multiple(right, 5), "abcde") == 0


def test_the_rule_names_the_weights() -> None:
    assert grading.rule(multiple("ab", 5)) == (
        "Each right answer you tick adds 1/2; each wrong one takes away 1/3; never below 0."
    )
    assert grading.rule(multiple("abc", 3)) == "Each right answer you tick adds 1/3."
    assert "1/5" in grading.rule(multiple(scoring="every-decision"))


def test_the_sentence_counts() -> None:
    item = multiple()
    for chosen, said in (
        ("abd", "2 of 3 right answers, 1 wrong one."),
        ("ade", "1 of 3 right answers, 2 wrong ones."),
        ("abc", "3 of 3 right answers."),
    ):
        response = Choice(chosen=tuple(chosen))
        assert grading.sentence(item, response, grading.grade(item, response)) == said


def test_harm_and_misconceptions_come_from_the_wrong_ticks() -> None:
    answers = multiple().answers | {
        "d": MultipleAnswer(text="t", why="w", harm=True, misconception="m")
    }
    item = multiple().model_copy(update={"answers": answers})
    verdict = grading.grade(item, Choice(chosen=("a", "b", "c", "d")))
    assert (verdict.harm, verdict.misconceptions, verdict.fraction) == (True, ("m",), 0.5)
    assert "harm" in grading.sentence(item, Choice(chosen=("d",)), verdict)


@given(multiples(), st.data())
def test_one_more_right_tick_never_costs(item: Multiple, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(sorted(item.answers))))
    more = data.draw(st.sampled_from(item.correct))
    assert earned(item, "".join(chosen | {more})) >= earned(item, "".join(chosen))


@given(multiples(), st.data())
def test_the_order_of_ticking_does_not_matter(item: Multiple, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(sorted(item.answers))))
    assert earned(item, "".join(chosen)) == earned(item, "".join(sorted(set(chosen))))


def test_locked_ticks_stay_and_nothing_else_is_given_away() -> None:
    merged = grading.merge_locked(multiple(), Choice(chosen=("d",)), ("a",))
    assert merged == Choice(chosen=("a", "d"))
