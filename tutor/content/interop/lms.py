"""A question as Moodle's question engine holds it: what GIFT and Moodle XML both spell.

Texts are Markdown. Fractions are per cent of the points. The gaps of a cloze text
are what `gap` gives for 1, 2 and so on, in the order of `gaps`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """Moodle's names in its XML."""

    MULTICHOICE = "multichoice"
    TRUEFALSE = "truefalse"
    SHORTANSWER = "shortanswer"
    NUMERICAL = "numerical"
    MATCHING = "matching"
    ORDERING = "ordering"
    CLOZE = "cloze"
    ESSAY = "essay"
    KPRIME = "kprime"


@dataclass(frozen=True, slots=True)
class LmsAnswer:
    """`fraction` from -100 to 100. `tolerance` only for a number.

    True-false has the answers `true` and `false`; a statement of kprime is true where it has 100.
    """

    text: str
    fraction: float = 0.0
    feedback: str = ""
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True)
class LmsPair:
    """A pair of a matching question; `left` is empty where the partner is a distractor."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class LmsGap:
    """A gap of a cloze text, typed or chosen from a list."""

    typed: bool
    answers: tuple[LmsAnswer, ...]


@dataclass(frozen=True, slots=True)
class LmsQuestion:
    """One question. `single`: of a multiple choice, one answer is chosen. `shuffle`: the answers
    may change places. `grading`: how an ordering is scored. `problems`: what its reader could not
    take along, as pairs of key and sentence."""

    type: Type
    id: str
    name: str
    text: str
    feedback: str = ""
    answers: tuple[LmsAnswer, ...] = ()
    pairs: tuple[LmsPair, ...] = ()
    gaps: tuple[LmsGap, ...] = ()
    tags: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    single: bool = True
    shuffle: bool = True
    unit: str = ""
    grading: str = ""
    grader_info: str = ""
    problems: tuple[tuple[str, str], ...] = ()


GAP = re.compile("\ue000([1-9]\\d*)\ue001")
"""A gap in a text; group 1 is its number. The signs around it stand in no text of a person."""


def gap(number: int) -> str:
    """What stands in a text for the gap of that number, from 1."""
    return f"\ue000{number}\ue001"


ABOUT = "Documents"
"""The name of the text without a question that stands beside questions of ours."""

FRACTIONS = (
    100.0, 90.0, 83.33333, 80.0, 75.0, 70.0, 66.66667, 60.0, 50.0, 40.0, 33.33333, 30.0, 25.0,
    20.0, 16.66667, 14.28571, 12.5, 11.11111, 10.0, 5.0, 0.0,
)  # fmt: skip
"""The only fractions that Moodle takes; the negative ones are the same."""


def fraction(per_cent: float) -> float:
    """The nearest fraction that Moodle takes."""
    nearest = min(FRACTIONS, key=lambda one: abs(one - abs(per_cent)))
    return -nearest if per_cent < 0 and nearest else nearest


def share(per_cent: float) -> str:
    """A fraction as Moodle writes it: at most five decimals."""
    return f"{per_cent:.5f}".rstrip("0").rstrip(".")
