"""A quiz as a whole: the list before handing in, and the result."""

from dataclasses import dataclass

from tutor.model.record import Outcome
from tutor.study.frames.cards import Heading, PartRow
from tutor.study.moves import Action


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One question of an open quiz."""

    number: int
    prompt: str
    answered: bool
    flagged: bool


@dataclass(frozen=True, slots=True)
class OverviewFrame:
    """The list of questions before handing in."""

    heading: Heading
    rows: tuple[OverviewRow, ...]
    unanswered: int
    pass_mark: int
    objective_mark: int
    actions: frozenset[Action]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One objective in a result. `reached`: whether the objective mark was met, None if none.

    `note`: what the result means, or what it was before, in a few words.
    """

    objective: str
    earned: float
    possible: float
    percent: float
    reached: bool | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One question in a result, to open its explanation with `GoTo(number)`."""

    number: int
    prompt: str
    outcome: Outcome
    said: str
    """The result in a word; "completed" or "not completed" where nobody can grade it."""
    score: float
    harm: bool
    flagged: bool


@dataclass(frozen=True, slots=True)
class ResultFrame:
    """The result of practice or a quiz, per objective; of a review, `by` module."""

    heading: Heading
    percent: float
    passed: bool | None
    pass_mark: int
    objective_mark: int
    objectives: tuple[ScoreRow, ...]
    rows: tuple[ResultRow, ...]
    message: str
    advice: tuple[str, ...]
    earlier: tuple[str, ...]
    """Earlier attempts, a line each, newest first."""
    following: PartRow | None
    actions: frozenset[Action]
    by: str = "objective"
