import random

from tests.engine.examples import single
from tutor.engine import grading
from tutor.model.items import Single, SingleAnswer
from tutor.model.record import Outcome
from tutor.model.responses import Choice


def rich() -> Single:
    return single().model_copy(
        update={
            "answers": {
                "a": SingleAnswer(text="best", why="w"),
                "b": SingleAnswer(text="defensible", why="w", credit=0.5, misconception="half"),
                "c": SingleAnswer(text="harm", why="w", credit=0.5, harm=True, misconception="m"),
                "d": SingleAnswer(text="wrong", why="w"),
            }
        }
    )


def test_credit_of_the_chosen_answer() -> None:
    fractions = {x: grading.grade(rich(), Choice(chosen=(x,))).fraction for x in "abcd"}
    assert fractions == {"a": 1, "b": 0.5, "c": 0, "d": 0}


def test_harm_earns_nothing_and_is_marked() -> None:
    verdict = grading.grade(rich(), Choice(chosen=("c",)))
    assert (verdict.harm, verdict.outcome, verdict.misconceptions) == (
        True,
        Outcome.INCORRECT,
        ("m",),
    )
    assert grading.sentence(rich(), Choice(chosen=("c",)), verdict) == "This answer would do harm."


def test_a_defensible_answer_is_partly_correct() -> None:
    verdict = grading.grade(rich(), Choice(chosen=("b",)))
    assert (verdict.outcome, verdict.misconceptions) == (Outcome.PARTLY, ("half",))


def test_two_letters_or_an_unknown_one_are_no_answer() -> None:
    for chosen in (("a", "b"), ("z",), ("a", "z")):
        assert not grading.answered(rich(), Choice(chosen=chosen))
    assert grading.grade(rich(), Choice(chosen=("a", "a"))).fraction == 1


def test_the_rule_speaks_of_credit_only_where_there_is_some() -> None:
    assert grading.rule(single()) == "The best answer earns 1, any other 0."
    assert "defensible" in grading.rule(rich())


def test_a_pinned_answer_is_always_last() -> None:
    pinned = single(count=4, pin_last="b")
    orders = {grading.shown(pinned, random.Random(seed)).order for seed in range(60)}
    assert {order[-1] for order in orders} == {"b"}
    assert len(orders) == 6
