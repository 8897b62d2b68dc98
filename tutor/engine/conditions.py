"""What a condition says about a state, and what effects make of it.

A name that the scenario does not declare is never met by a comparison and never moved by an
effect: the checker reports it to the author, and a learner's run goes on.
"""

import operator
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple, assert_never

from tutor.model.conditions import (
    And,
    Compare,
    Comparison,
    Condition,
    Effect,
    Known,
    Learn,
    Not,
    Or,
    Shift,
)
from tutor.model.scenario import Indicator

_OPERATORS: dict[Comparison, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
    "!=": operator.ne,
}


class Reads(NamedTuple):
    """The names that a condition looks at."""

    indicators: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()


def holds(
    condition: Condition | None, indicators: Mapping[str, int], facts: Collection[str]
) -> bool:
    """Whether the condition is met; no condition always is."""
    match condition:
        case None:
            return True
        case Compare(name, comparison, value):
            return name in indicators and _OPERATORS[comparison](indicators[name], value)
        case Known(fact):
            return fact in facts
        case Not(part):
            return not holds(part, indicators, facts)
        case And(parts):
            return all(holds(part, indicators, facts) for part in parts)
        case Or(parts):
            return any(holds(part, indicators, facts) for part in parts)
    assert_never(condition)


def apply(
    effects: Iterable[Effect],
    indicators: Mapping[str, int],
    facts: Iterable[str],
    ranges: Mapping[str, Indicator],
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Indicators and facts (sorted) after the effects, in the order of the file.

    Each single effect stops at the indicator's `min` and `max`.
    """
    after = dict(indicators)
    known = tuple(facts)
    for effect in effects:
        match effect:
            case Shift(name, by):
                if name in after and name in ranges:
                    after[name] = clamp(after[name] + by, ranges[name])
            case Learn(fact, true):
                others = tuple(one for one in known if one != fact)
                known = (*others, fact) if true else others
            case _:
                assert_never(effect)
    return after, tuple(sorted(known))


def clamp(value: int, indicator: Indicator) -> int:
    """The nearest value in the indicator's range."""
    return max(indicator.min, min(indicator.max, value))


def reads(condition: Condition | None) -> Reads:
    """The indicators and facts that decide the condition."""
    match condition:
        case None:
            return Reads()
        case Compare(name):
            return Reads(indicators=frozenset({name}))
        case Known(fact):
            return Reads(facts=frozenset({fact}))
        case Not(part):
            return reads(part)
        case And(parts) | Or(parts):
            inner = [reads(part) for part in parts]
            return Reads(
                frozenset().union(*(r.indicators for r in inner)),
                frozenset().union(*(r.facts for r in inner)),
            )
    assert_never(condition)
