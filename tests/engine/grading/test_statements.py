from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import all_statements, statements
from tutor.engine import grading
from tutor.engine.grading.statements import truth
from tutor.model.items import Statement, Statements
from tutor.model.responses import Pairs


def earned(item: Statements, said: str) -> float:
    words = {"t": "true", "f": "false"}
    pairs = {x: words[one] for x, one in zip("abcd", said, strict=False) if one in words}
    return grading.grade(item, Pairs(pairs=pairs)).fraction


@pytest.mark.parametrize(
    ("said", "fraction"),
    [("tftf", 1), ("tftt", 0.5), ("tft-", 0.5), ("tfft", 0), ("tf--", 0), ("ftft", 0)],
)
def test_kprim(said: str, fraction: float) -> None:
    assert earned(statements(), said) == fraction


def test_guessing_earns_less_than_a_quarter() -> None:
    values = [earned(statements(), "".join(said)) for said in product("tf", repeat=4)]
    assert sum(values) / len(values) == 3 / 16


def test_the_texts_name_the_same_numbers() -> None:
    item = statements()
    assert grading.rule(item) == "Of the statements, 4 right earn 1, 3 right earn 1/2, fewer 0."
    response = Pairs(pairs={"a": "true", "b": "true"})
    said = grading.sentence(item, response, grading.grade(item, response))
    assert said == "1 of 4 statements are judged rightly."


def test_a_wrong_judgement_shows_its_misconception() -> None:
    answers = statements().answers
    answers = answers | {"b": Statement(text="t", why="w", answer=False, misconception="m")}
    item = statements().model_copy(update={"answers": answers})
    assert grading.grade(item, Pairs(pairs={"b": "true"})).misconceptions == ("m",)
    assert grading.grade(item, Pairs(pairs={"b": "false"})).misconceptions == ()


@given(all_statements, st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["true", "false"])))
def test_one_more_right_judgement_never_costs(item: Statements, pairs: dict[str, str]) -> None:
    before = grading.grade(item, Pairs(pairs=pairs)).fraction
    for letter in item.answers:
        better = Pairs(pairs=pairs | {letter: truth(item, letter)})
        assert grading.grade(item, better).fraction >= before
