import random

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import match, matches
from tutor.engine import grading
from tutor.model.items import Match
from tutor.model.responses import Pairs


def earned(item: Match, pairs: dict[str, str]) -> float:
    return grading.grade(item, Pairs(pairs=pairs)).fraction


def test_right_pairs_of_all_stems() -> None:
    item = match()
    verdict = grading.grade(item, Pairs(pairs={"a": "a", "b": "x1", "c": "c"}))
    assert (verdict.fraction, verdict.right_parts) == (2 / 3, ("a", "c"))
    assert grading.rule(item) == "Each right pair earns 1/3; a wrong one costs nothing."
    assert grading.sentence(item, grading.key(item), verdict) == "2 of 3 pairs are right."


def test_partners_with_the_same_text_are_equally_right() -> None:
    item = match(("p", "p", "q"), ("q",))
    assert earned(item, {"a": "b", "b": "a", "c": "x1"}) == 1


def test_a_partner_nobody_knows_is_no_answer() -> None:
    assert not grading.answered(match(), Pairs(pairs={"a": "x9", "z": "a"}))


def test_partners_are_keyed_by_letter_and_number() -> None:
    assert grading.partners(match(("p", "q"), ("y", "z"))) == {
        "a": "p", "b": "q", "x1": "y", "x2": "z",
    }  # fmt: skip


def test_stems_and_partners_are_shuffled_apart() -> None:
    shown = grading.shown(match(), random.Random(3))
    assert sorted(shown.order) == ["a", "b", "c"]
    assert sorted(shown.partners) == ["a", "b", "c", "x1"]
    orders = {grading.shown(match(), random.Random(seed)).flat for seed in range(200)}
    assert len(orders) > 50


@given(matches(), st.data())
def test_one_more_right_pair_never_costs(item: Match, data: st.DataObject) -> None:
    stems, keys = sorted(item.answers), sorted(grading.partners(item))
    given_pairs = data.draw(st.dictionaries(st.sampled_from(stems), st.sampled_from(keys)))
    stem = data.draw(st.sampled_from(stems))
    assert earned(item, given_pairs | {stem: stem}) >= earned(item, given_pairs)


def test_locked_pairs_are_put_back() -> None:
    merged = grading.merge_locked(match(), Pairs(pairs={"a": "b", "b": "c"}), ("a",))
    assert merged == Pairs(pairs={"a": "a", "b": "c"})
