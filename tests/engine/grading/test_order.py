import random
from itertools import permutations
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import order, orders
from tutor.engine import grading
from tutor.model.items import Order
from tutor.model.responses import Ordering


def earned(item: Order, letters: str) -> float:
    return grading.grade(item, Ordering(order=tuple(letters))).fraction


@pytest.mark.parametrize("letters", ["bacde", "acbde", "abced"])
def test_tau_one_adjacent_swap_in_five(letters: str) -> None:
    assert earned(order(), letters) == 0.80


def test_tau_mean_over_all_orders_of_five() -> None:
    assert mean(earned(order(), "".join(p)) for p in permutations("abcde")) == pytest.approx(
        0.16, abs=0.01
    )


@pytest.mark.parametrize(("scoring", "fraction"), [("tau", 0), ("pairs", 0), ("absolute", 0.2)])
def test_the_reverse_order(scoring: str, fraction: float) -> None:
    assert earned(order(5, scoring), "edcba") == fraction


def test_pairs_and_absolute_by_name() -> None:
    assert earned(order(5, "pairs"), "bacde") == 0.9
    assert earned(order(5, "absolute"), "bacde") == 0.6


@pytest.mark.parametrize("letters", ["abc", "abcdd", "abcdef", "abcdz"])
def test_anything_but_every_line_once_is_no_answer(letters: str) -> None:
    assert not grading.answered(order(), Ordering(order=tuple(letters)))


@given(orders, st.data())
def test_swapping_two_neighbours_into_order_never_costs(item: Order, data: st.DataObject) -> None:
    letters = data.draw(st.permutations(sorted(item.answers)))
    at = data.draw(st.integers(0, len(letters) - 2))
    better = [*letters[:at], *sorted(letters[at : at + 2]), *letters[at + 2 :]]
    if item.scoring != "absolute":
        assert earned(item, "".join(better)) >= earned(item, "".join(letters))


@given(st.integers(3, 8), st.data())
def test_putting_a_line_in_its_place_never_costs(count: int, data: st.DataObject) -> None:
    item = order(count, "absolute")
    letters = list(data.draw(st.permutations(sorted(item.answers))))
    at = data.draw(st.integers(0, count - 1))
    before = earned(item, "".join(letters))
    other = letters.index(sorted(item.answers)[at])
    letters[at], letters[other] = letters[other], letters[at]
    assert earned(item, "".join(letters)) >= before


@given(orders, st.integers(0, 9999))
def test_the_lines_are_never_shown_in_order(item: Order, seed: int) -> None:
    shown = grading.shown(item, random.Random(seed)).order
    assert sorted(shown) == sorted(item.answers)
    assert shown != tuple(item.answers)


def test_locked_lines_stand_in_their_places() -> None:
    merged = grading.merge_locked(order(), Ordering(order=tuple("edcba")), ("a", "c"))
    assert merged == Ordering(order=("a", "e", "c", "d", "b"))
    assert grading.merge_locked(order(), Ordering(), ("a",)) == Ordering()


def test_rules_and_sentences_name_the_same_numbers() -> None:
    response = Ordering(order=tuple("bacde"))
    said = {
        scoring: (
            grading.rule(item := order(5, scoring)),
            grading.sentence(item, response, grading.grade(item, response)),
        )
        for scoring in ("tau", "pairs", "absolute")
    }
    assert "1/10" in said["tau"][0]
    assert said["tau"][1] == "9 of 10 pairs of lines stand in the right order."
    assert "1/5" in said["absolute"][0]
    assert said["absolute"][1] == "3 of 5 lines stand in their right place."
    assert "1/10" in said["pairs"][0]
