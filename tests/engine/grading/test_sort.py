import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import sort, sorts
from tutor.engine import grading
from tutor.model.items import Sort
from tutor.model.responses import Pairs


def earned(item: Sort, bins: dict[str, str]) -> float:
    return grading.grade(item, Pairs(pairs=bins)).fraction


@pytest.mark.parametrize(("right", "fraction"), [(6, 1), (5, 2 / 3), (4, 1 / 3), (3, 0), (1, 0)])
def test_what_chance_brings_earns_nothing(right: int, fraction: float) -> None:
    item = sort()
    key = {x: one.bin for x, one in item.answers.items()}
    assert earned(item, dict(list(key.items())[:right])) == pytest.approx(fraction)


def test_everything_in_one_bin_earns_nothing() -> None:
    assert earned(sort(), dict.fromkeys("abcdef", "one")) == 0
    assert earned(sort(("one", "two", "three"), 3), dict.fromkeys("abc", "two")) == 0


def test_a_bin_nobody_knows_is_no_answer() -> None:
    assert not grading.answered(sort(), Pairs(pairs={"a": "six", "z": "one"}))


def test_the_rule_names_what_chance_brings() -> None:
    assert "1/3 of it" in grading.rule(sort(("one", "two"), 3))
    response = Pairs(pairs={"a": "one", "b": "one"})
    verdict = grading.grade(sort(), response)
    assert grading.sentence(sort(), response, verdict) == "1 of 6 are sorted rightly."


def test_the_bins_keep_their_order_and_the_things_do_not() -> None:
    shown = {grading.shown(sort(m=3), random.Random(seed)) for seed in range(30)}
    assert {one.partners for one in shown} == {("one", "two", "three")}
    assert len({one.order for one in shown}) > 20


@given(sorts(), st.data())
def test_one_more_right_thing_never_costs(item: Sort, data: st.DataObject) -> None:
    letters, bins = st.sampled_from(sorted(item.answers)), st.sampled_from(sorted(item.bins))
    given_bins = data.draw(st.dictionaries(letters, bins))
    letter = data.draw(letters)
    better = given_bins | {letter: item.answers[letter].bin}
    assert earned(item, better) >= earned(item, given_bins)
