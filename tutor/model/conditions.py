"""The closed mini-grammar of scenarios, as parsed values: what a choice needs and does.

    trust >= 3 and not knows-hours          a condition
    trust +2 | knows-hours | not knows-hours    effects

Nothing here is ever evaluated as code.
"""

from dataclasses import dataclass
from typing import Literal

Comparison = Literal[">=", "<=", ">", "<", "==", "!="]


@dataclass(frozen=True, slots=True)
class Compare:
    """An indicator against a whole number."""

    indicator: str
    operator: Comparison
    value: int


@dataclass(frozen=True, slots=True)
class Known:
    """A fact that must have become true."""

    fact: str


@dataclass(frozen=True, slots=True)
class Not:
    """The part must be false."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class And:
    """Every part must hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One part must hold."""

    parts: tuple["Condition", ...]


Condition = Compare | Known | Not | And | Or


@dataclass(frozen=True, slots=True)
class Shift:
    """Move an indicator by a whole number; it stays within its range."""

    indicator: str
    by: int


@dataclass(frozen=True, slots=True)
class Learn:
    """Make a fact true, or false again."""

    fact: str
    true: bool = True


Effect = Shift | Learn
