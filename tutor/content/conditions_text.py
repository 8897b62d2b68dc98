"""Conditions and effects written as an author writes them: the grammar, backwards."""

from tutor.model.conditions import (
    And,
    Compare,
    Condition,
    Effect,
    Known,
    Learn,
    Not,
    Or,
    Shift,
)


def condition_text(condition: Condition) -> str:
    """The condition as it could stand in a file; parsing it gives the same condition."""
    match condition:
        case Compare(indicator, operator, value):
            return f"{indicator} {operator} {value}"
        case Known(fact):
            return fact
        case Not(part):
            return f"not {_grouped(part)}"
        case And(parts):
            return " and ".join(_grouped(part) for part in parts)
        case Or(parts):
            return " or ".join(_grouped(part) for part in parts)


def effect_text(effect: Effect) -> str:
    """The effect as it could stand in a file."""
    match effect:
        case Shift(indicator, by):
            return f"{indicator} {by:+d}"
        case Learn(fact, true):
            return fact if true else f"not {fact}"


def _grouped(part: Condition) -> str:
    text = condition_text(part)
    return f"({text})" if isinstance(part, And | Or) else text
