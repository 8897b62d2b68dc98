import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.scenarios import FACTS, INDICATORS, conditions, effects
from tutor.engine.conditions import Reads, apply, holds, reads
from tutor.model.conditions import And, Compare, Condition, Effect, Known, Learn, Not, Or, Shift
from tutor.model.scenario import Indicator

RANGES = {name: Indicator(label=name, start=2, max=4) for name in INDICATORS}
values = st.fixed_dictionaries({name: st.integers(0, 4) for name in INDICATORS})
known = st.sets(st.sampled_from(FACTS))


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        (None, True),
        (Compare("trust", ">=", 3), True),
        (Compare("trust", ">", 3), False),
        (Compare("trust", "<=", 3), True),
        (Compare("trust", "<", 3), False),
        (Compare("trust", "==", 3), True),
        (Compare("trust", "!=", 3), False),
        (Compare("nobody", "!=", 3), False),
        (Known("hours"), True),
        (Known("other"), False),
        (And((Compare("trust", ">=", 3), Not(Known("other")))), True),
        (And((Known("hours"), Known("other"))), False),
        (Or((Known("hours"), Known("other"))), True),
        (Or(()), False),
        (And(()), True),
    ],
)
def test_holds(condition: Condition | None, met: bool) -> None:
    assert holds(condition, {"trust": 3}, ("hours",)) is met


def test_effects_stop_at_the_range_one_by_one() -> None:
    ranges = {"trust": Indicator(label="t", start=5, min=0, max=10)}
    after, facts = apply(
        (Shift("trust", 9), Shift("trust", -3), Learn("z"), Learn("a"), Shift("nobody", 1)),
        {"trust": 5},
        ("m",),
        ranges,
    )
    assert (after, facts) == ({"trust": 7}, ("a", "m", "z"))
    assert apply((Learn("m", true=False),), {}, ("m", "a"), ranges) == ({}, ("a",))


@given(st.lists(effects), values, known)
def test_applied_values_stay_in_range_and_nothing_given_changes(
    todo: list[Effect], indicators: dict[str, int], facts: set[str]
) -> None:
    before = dict(indicators), set(facts)
    after, known_after = apply(todo, indicators, facts, RANGES)
    assert (indicators, facts) == before
    assert all(RANGES[name].min <= value <= RANGES[name].max for name, value in after.items())
    assert list(known_after) == sorted(set(known_after))


@given(conditions, values, known)
def test_not_is_the_opposite(
    condition: Condition, indicators: dict[str, int], facts: set[str]
) -> None:
    assert holds(Not(condition), indicators, facts) is not holds(condition, indicators, facts)


@given(conditions, values, values, known, known)
def test_what_is_not_read_does_not_decide(
    condition: Condition,
    one: dict[str, int],
    two: dict[str, int],
    facts_one: set[str],
    facts_two: set[str],
) -> None:
    read = reads(condition)
    mixed = {name: (one if name in read.indicators else two)[name] for name in INDICATORS}
    facts = {fact for fact in FACTS if fact in (facts_one if fact in read.facts else facts_two)}
    assert holds(condition, one, facts_one) == holds(condition, mixed, facts)


def test_reads_names_everything_inside() -> None:
    condition = Or((And((Compare("trust", ">", 1), Known("a"))), Not(Known("b"))))
    assert reads(condition) == Reads(frozenset({"trust"}), frozenset({"a", "b"}))
    assert reads(None) == Reads()
