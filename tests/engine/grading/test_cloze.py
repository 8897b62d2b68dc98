import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import cloze, clozes
from tutor.engine import grading
from tutor.model.items import Cloze
from tutor.model.record import Verdict
from tutor.model.responses import Pairs


def said(item: Cloze, **texts: str) -> Verdict:
    return grading.grade(item, Pairs(pairs=texts))


def test_the_mean_over_the_gaps() -> None:
    item = cloze()
    assert said(item, who="Gender-Adviser", whom="commander").fraction == 1
    assert said(item, who="gender adviser", whom="chief of staff").fraction == 0.5
    assert said(item, whom="commander").right_parts == ("whom",)
    assert said(item, who="nobody").fraction == 0


def test_a_slip_of_spelling_is_named_and_costs_nothing() -> None:
    verdict = said(cloze(), who="gender advisor")
    assert (verdict.fraction, verdict.note) == (0.5, "Check your spelling: gender adviser")
    exact = cloze(who={"accept": ("gender adviser",), "fuzzy": 0})
    assert said(exact, who="gender advisor").fraction == 0
    assert "slip" not in grading.rule(exact)
    assert "6 letters" in grading.rule(cloze())


def test_aliases_count_in_typed_gaps_only() -> None:
    response = Pairs(pairs={"who": "GENAD", "whom": "COM"})
    aliases = {"gender adviser": ("GENAD",), "commander": ("COM",)}
    assert grading.grade(cloze(), response, aliases=aliases).right_parts == ("who",)


def test_a_choice_that_is_not_offered_is_no_answer() -> None:
    assert not grading.answered(cloze(), Pairs(pairs={"whom": "Commander", "x": "y", "who": " "}))


def test_gaps_stand_in_the_order_of_the_text_and_choices_are_shuffled() -> None:
    item = cloze(b={"choices": tuple("pqrs"), "correct": "p"}, a={"accept": ("x",)})
    assert item.in_order == ("b", "a")
    shown = {grading.shown(item, random.Random(seed)) for seed in range(99)}
    assert {one.order for one in shown} == {("b", "a")}
    assert len({one.partners for one in shown}) > 15
    assert sorted(shown.pop().partners) == ["b:0", "b:1", "b:2", "b:3"]


def test_a_second_try_keeps_what_was_right() -> None:
    merged = grading.merge_locked(cloze(), Pairs(pairs={"who": "gender advisor"}), ("who", "whom"))
    assert merged == Pairs(pairs={"who": "gender advisor", "whom": "commander"})


@given(clozes(), st.data())
def test_one_more_right_gap_never_costs(item: Cloze, data: st.DataObject) -> None:
    names = st.sampled_from(sorted(item.gaps))
    texts = data.draw(st.dictionaries(names, st.text(max_size=9)))
    name = data.draw(names)
    better = texts | {name: item.gaps[name].right}
    assert said(item, **better).fraction >= said(item, **texts).fraction


@pytest.mark.parametrize("prompt", ["{{who}} {{ who }} {{whom}}", "{{whom}}", "none"])
def test_every_gap_comes_once_whatever_the_prompt(prompt: str) -> None:
    item = cloze().model_copy(update={"prompt": prompt})
    assert sorted(item.in_order) == ["who", "whom"]
