import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import spot, spots
from tutor.engine import grading
from tutor.model.items import Spot
from tutor.model.responses import Choice


def earned(item: Spot, letters: str) -> float:
    return grading.grade(item, Choice(chosen=tuple(letters))).fraction


@pytest.mark.parametrize(
    ("flaws", "marked", "fraction"),
    [
        ("bd", "bd", 1), ("bd", "b", 1 / 2), ("bd", "bda", 2 / 3), ("bd", "ba", 1 / 6),
        ("bd", "abcde", 0), ("b", "ba", 2 / 3), ("b", "bace", 0), ("abcd", "abcde", 3 / 4),
        ("bd", "ace", 0),
    ],
)  # fmt: skip
def test_hits_against_false_alarms(flaws: str, marked: str, fraction: float) -> None:
    assert earned(spot(flaws), marked) == pytest.approx(fraction)


def test_the_rule_names_the_weights() -> None:
    assert grading.rule(spot("b")) == (
        "Each wrong line that you mark adds 1; each sound one takes away 1/3; never below 0."
    )
    assert "takes away 1/4" in grading.rule(spot("abcd"))


def test_the_sentence_counts() -> None:
    for marked, said in (
        ("bd", "2 of 2 wrong lines found."),
        ("ab", "1 of 2 wrong lines found, 1 sound line marked."),
        ("ac", "0 of 2 wrong lines found, 2 sound lines marked."),
    ):
        response = Choice(chosen=tuple(marked))
        assert grading.sentence(spot(), response, grading.grade(spot(), response)) == said


def test_a_document_is_not_shuffled() -> None:
    assert grading.shown(spot(), random.Random(3)).order == tuple("abcde")


def test_a_flaw_that_was_found_stays_marked() -> None:
    merged = grading.merge_locked(spot(), Choice(chosen=("c",)), ("b",))
    assert merged == Choice(chosen=("b", "c"))


@given(spots(), st.data())
def test_one_more_hit_never_costs_and_one_more_alarm_never_helps(
    item: Spot, data: st.DataObject
) -> None:
    letter = st.sampled_from(sorted(item.answers))
    marked = data.draw(st.sets(letter))
    more = data.draw(letter)
    before, after = earned(item, "".join(marked)), earned(item, "".join(marked | {more}))
    assert after >= before if item.answers[more].flaw else after <= before
