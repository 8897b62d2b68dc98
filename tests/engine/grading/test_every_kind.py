"""What holds for every kind of question."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import SAMPLES, dice, items, responses, ungraded
from tutor.engine import grading
from tutor.errors import ContentError
from tutor.model.items import KINDS, Item
from tutor.model.record import Outcome
from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written

BLANKS: tuple[Response, ...] = (Choice(), Truth(), Pairs(), Ordering(), Written())


def test_the_table_and_the_samples_name_every_kind() -> None:
    assert grading.GRADERS.keys() == KINDS.keys() == SAMPLES.keys()
    assert all(name == grader.kind for name, grader in grading.GRADERS.items())


def test_a_kind_without_a_grader_is_refused_in_a_sentence() -> None:
    unknown = SAMPLES["single"]().model_copy(update={"kind": "riddle"})
    with pytest.raises(ContentError, match="riddle"):
        grading.rule(unknown)


def test_an_item_that_lies_about_its_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="Single is not a match item"):
        grading.rule(SAMPLES["single"]().model_copy(update={"kind": "match"}))


@given(items, responses)
def test_a_fraction_is_in_bounds_and_agrees_with_the_outcome(
    item: Item, response: Response
) -> None:
    verdict = grading.grade(item, response)
    assert 0 <= verdict.fraction <= 1
    assert (verdict.outcome is Outcome.CORRECT) == (verdict.fraction == 1)
    assert (verdict.outcome is Outcome.INCORRECT) == (verdict.fraction == 0)
    assert set(verdict.right_parts) <= set(grading.parts(item))


@given(items)
def test_the_key_earns_one_and_every_blank_zero(item: Item) -> None:
    assert grading.grade(item, grading.key(item)).fraction == 1
    assert grading.answered(item, grading.key(item))
    for blank in (grading.blank(item), *BLANKS):
        verdict = grading.grade(item, blank)
        assert (verdict.fraction, verdict.outcome) == (0, Outcome.INCORRECT)
        assert not grading.answered(item, blank)
        assert grading.sentence(item, blank, verdict) == grading.NO_ANSWER


@given(ungraded, responses)
def test_what_nobody_can_grade_is_never_right_or_wrong(item: Item, response: Response) -> None:
    assert not grading.gradable(item)
    for given_response in (response, grading.blank(item), grading.key(item)):
        verdict = grading.grade(item, given_response)
        assert (verdict.outcome, verdict.fraction) == (Outcome.NOT_GRADABLE, 0)
    assert grading.answered(item, grading.key(item))
    assert not grading.answered(item, grading.blank(item))
    assert not grading.answered(item, Written(text=" \n\t"))


def test_only_drafts_and_reflections_have_no_score() -> None:
    ungradable = {kind for kind, grader in grading.GRADERS.items() if not grader.gradable}
    assert ungradable == {"draft", "reflect"}


@given(items | ungraded, responses)
def test_every_sentence_is_one(item: Item, response: Response) -> None:
    verdict = grading.grade(item, response)
    for text in (grading.rule(item), grading.sentence(item, response, verdict)):
        assert text
        assert text[0].isupper() or text[0].isdigit()
        assert "!" not in text.replace(verdict.note, "") or verdict.note == ""


@given(items, responses)
def test_a_foreign_shape_is_a_blank(item: Item, response: Response) -> None:
    if response.shape != grading.blank(item).shape:
        assert not grading.answered(item, response)
        assert grading.grade(item, response).fraction == 0


@given(items, st.integers(0, 999))
def test_the_same_dice_show_the_same_order(item: Item, seed: int) -> None:
    first, second = (grading.shown(item, random.Random(seed)) for _ in range(2))
    assert first == second
    assert first.flat == first.order + first.partners
    assert len(set(first.flat)) >= len(first.order)


@given(items, responses, dice)
def test_a_second_try_keeps_the_parts_that_were_right(
    item: Item, first: Response, dice: random.Random
) -> None:
    before = grading.grade(item, first)
    again = grading.merge_locked(item, first, before.right_parts)
    after = grading.grade(item, again)
    assert set(before.right_parts) <= set(after.right_parts)
    assert after.fraction >= before.fraction


@given(items)
def test_a_rule_needs_no_answer_and_names_a_number(item: Item) -> None:
    assert any(ch.isdigit() for ch in grading.rule(item))
    assert grading.rule(item).endswith(".")


@given(items, responses)
def test_the_order_in_the_file_does_not_matter(item: Item, response: Response) -> None:
    answers = getattr(item, "answers", None)
    if answers is None or item.kind == "order":
        return
    turned = item.model_copy(update={"answers": dict(reversed(answers.items()))})
    one, two = grading.grade(item, response), grading.grade(turned, response)
    assert (one.fraction, one.harm) == (two.fraction, two.harm)
    assert set(one.right_parts) == set(two.right_parts)
