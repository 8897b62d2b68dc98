"""The after-action review of a class, as data: of an exercise, of scenarios played by vote."""

from dataclasses import dataclass
from datetime import datetime

from tutor.study.frames.cards import SourceCard
from tutor.study.frames.classroom import ReviewPart


@dataclass(frozen=True, slots=True)
class ExpectedReview:
    """An expected action: planned, then happened.

    `planned`: when its inject was to come, in words; `out`, `hint`, `missed` and `rated`: exercise
    time as `T+00:25`, "" where it did not happen. `rating` is "" where nobody rated it.
    """

    inject: str
    storyline: str
    to: str
    planned: str
    text: str
    out: str
    rating: str
    rated: str
    note: str
    hint: str
    missed: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What will be done differently; "" for an owner or a day that was not named."""

    text: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class ObjectiveReview:
    """One training objective: planned and happened, why, what next. `standing`: in a sentence."""

    id: str
    text: str
    standing: str
    expected: tuple[ExpectedReview, ...]
    why: tuple[str, ...]
    following: tuple[NextStep, ...]


@dataclass(frozen=True, slots=True)
class ExerciseReview:
    """An exercise, objective by objective. `played`: minutes of exercise time.

    `harms`: what was decided, would have harmed somebody and was stopped; with its inject and
    exercise time.
    """

    title: str
    situation: str
    played: float
    harms: tuple[tuple[str, str, str], ...]
    objectives: tuple[ObjectiveReview, ...]


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A line with its stamp: exercise time, or the hour in UTC."""

    stamp: str
    text: str


@dataclass(frozen=True, slots=True)
class ClassReview:
    """The review of one session. `why` and `following`: what was said about the whole.

    `points`: what the room said in each round of the hot wash, a round without any included.
    `sources`: what the situation and the expected actions lean on.
    """

    session: str
    title: str
    module: str
    course_version: str
    begun: datetime
    last: datetime
    present: int
    privacy: str
    rehearsal: bool
    exercises: tuple[ExerciseReview, ...]
    scenarios: tuple[ReviewPart, ...]
    points: tuple[tuple[str, tuple[str, ...]], ...]
    why: tuple[str, ...]
    following: tuple[NextStep, ...]
    log: tuple[SaidRow, ...]
    parked: tuple[str, ...]
    sources: tuple[SourceCard, ...]
