"""The mini-grammar: what it reads, what it refuses and where, and that it never falls over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.content.conditions import DEEPEST, Slip, condition, effect, names
from tutor.model.conditions import And, Compare, Condition, Known, Learn, Not, Or, Shift


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("knows-hours", Known("knows-hours")),
        ("trust >= 3", Compare("trust", ">=", 3)),
        ("trust>=3", Compare("trust", ">=", 3)),
        ("trust > -2", Compare("trust", ">", -2)),
        ("not known", Not(Known("known"))),
        ("a and b or c", Or((And((Known("a"), Known("b"))), Known("c")))),
        ("a and (b or not c)", And((Known("a"), Or((Known("b"), Not(Known("c"))))))),
        ("  a\n and\tb ", And((Known("a"), Known("b")))),
    ],
)
def test_conditions(text: str, expected: Condition) -> None:
    assert condition(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trust +2", Shift("trust", 2)),
        ("trust -3", Shift("trust", -3)),
        ("trust+2", Shift("trust", 2)),
        ("knows-hours", Learn("knows-hours")),
        ("not knows-hours", Learn("knows-hours", true=False)),
        ("trust-3", Learn("trust-3")),
    ],
)
def test_effects(text: str, expected: object) -> None:
    assert effect(text) == expected


@pytest.mark.parametrize(
    ("text", "start", "word"),
    [
        ("trust => 3", 6, ">="),
        ("trust = 3", 6, "=="),
        ("a && b", 2, "and"),
        ("a AND b", 2, "and"),
        ("!a", 0, "not"),
        ("Trust > 1", 0, "trust"),
        ("(a and b", 8, "bracket"),
        ("a b", 2, "and"),
        ("trust >=", 8, "number"),
        ("trust >= much", 9, "number"),
        ("not", 3, "name"),
        ("3 > trust", 0, "name"),
        ("", 0, "name"),
        ("__import__('os')", 0, "name"),
    ],
)
def test_where_and_how_a_condition_is_refused(text: str, start: int, word: str) -> None:
    slip = condition(text)
    assert isinstance(slip, Slip)
    assert slip.start == start
    assert word in slip.message + slip.hint


@pytest.mark.parametrize("text", ["trust +", "trust ++2", "not", "trust +2 +3", "a, b", "+2"])
def test_effects_that_are_refused(text: str) -> None:
    assert isinstance(effect(text), Slip)


def test_depth_and_length_are_capped() -> None:
    assert isinstance(condition("not " * (DEEPEST + 5) + "a"), Slip)
    assert isinstance(condition("(" * 390), Slip)
    assert isinstance(condition("a and " * 1_000_000 + "a"), Slip)
    assert not isinstance(condition("(" * 20 + "a" + ")" * 20), Slip)


_WORDS = st.lists(
    st.sampled_from(
        ["and", "or", "not", "(", ")", "a", "b-c", ">=", "3", "-", "+", "=", "é", "\x1b"]
    )
)


@given(st.one_of(st.text(), _WORDS.map(" ".join)))
def test_any_text_is_read_or_refused_inside_its_bounds(text: str) -> None:
    for found in (condition(text), effect(text)):
        if isinstance(found, Slip):
            assert 0 <= found.start <= found.end <= max(len(text), found.start)
        elif not isinstance(found, Shift | Learn):
            assert names(found)
