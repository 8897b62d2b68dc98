"""How a learner stands, as data: mastery, review, history, calibration, what to do next.

Shares and chances are 0..1. Days are UTC. What is an estimate is named so in its docstring.
"""

from dataclasses import dataclass
from datetime import date, datetime

from tutor.model.mastery import Mastery


@dataclass(frozen=True, slots=True)
class MasteryRow:
    """An objective. `mastery` is earned and stays; `now` fades between reviews.

    `now`: the mean chance of a right answer today over the questions in review, None without one.
    `answered` of `questions` were asked and scored; 0 of 0 in a module that was not begun.
    `needs`: what the next level asks for, as a sentence, and `lack` in a word or two (those of
    `engine.mastery.Lack`). `harm`: a harmful decision was made on it and no run without harm has
    followed.
    """

    id: str
    text: str
    mastery: Mastery
    now: float | None
    answered: int
    questions: int
    needs: str
    lack: str
    tested_out: bool = False
    harm: bool = False


@dataclass(frozen=True, slots=True)
class MasteryFrame:
    """A module with its objectives: a row of the heat map. `topic` is a short label."""

    ref: str
    course: str
    title: str
    topic: str
    rows: tuple[MasteryRow, ...]
    now: float | None

    @property
    def begun(self) -> bool:
        """Whether anything was done on any objective."""
        return any(row.mastery is not Mastery.NOT_STARTED for row in self.rows)

    def count(self, least: Mastery) -> int:
        """How many objectives have reached a level."""
        return sum(row.mastery >= least for row in self.rows)


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of study, or of none."""

    day: date
    minutes: float
    pages: int
    answers: int
    reviews: int
    decisions: int


@dataclass(frozen=True, slots=True)
class AccuracyRow:
    """A week with answers, from its Monday. `share`: how far first tries were right."""

    monday: date
    answers: int
    share: float


@dataclass(frozen=True, slots=True)
class CalibrationRow:
    """The answers given with one confidence, 1..3, called `word`.

    It states a chance between `low` and `high`; `actual` is the share that was right, None without
    an answer. `bias`: "too few answers", "overconfident", "fitting" or "underconfident".
    """

    confidence: int
    word: str
    low: float
    high: float
    answers: int
    actual: float | None
    marks: float
    bias: str
    sentence: str


@dataclass(frozen=True, slots=True)
class AheadRow:
    """A day to come and how many questions review will bring: an estimate."""

    day: date
    questions: int


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A topic on a date: estimates over its questions in review.

    `now`, and on the date `then` if nothing is reviewed, `reviewed` if each day's review is done
    (None when the date is too far away). `cards` of `questions` are in review: with few of them
    the figures say little about the topic.
    """

    label: str
    now: float
    then: float
    reviewed: float | None
    cards: int
    questions: int


@dataclass(frozen=True, slots=True)
class ForecastFrame:
    """What will be remembered on a date. `target`: the learner has set this date."""

    at: date
    target: bool
    rows: tuple[ForecastRow, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class ReviewFrame:
    """Today's review before it is begun. `catch_up`: the check after being away.

    `later`: the day of the next one, where nothing is due and anything is in review.
    """

    questions: int
    minutes: int
    catch_up: bool
    sentence: str
    later: date | None = None


@dataclass(frozen=True, slots=True)
class ExamRow:
    """A module quiz that was handed in. `weak`: objectives below their mark, in words."""

    module: str
    title: str
    attempt: str
    at: datetime
    percent: float
    passed: bool | None
    weak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """An objective before and after, in per cent; None where it was not asked."""

    text: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class ComparedFrame:
    """The first pre-test of a module against the last quiz, in per cent."""

    ref: str
    title: str
    before: float
    after: float | None
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class SureRow:
    """A question that was answered wrongly with full confidence. `done` of `checks` are right."""

    ref: str
    title: str
    question: str
    since: datetime
    next_check: date
    done: int
    checks: int


@dataclass(frozen=True, slots=True)
class ShownIn:
    """Where a misconception was chosen: the module, the question or situation, and the answer.

    `answer` and `why` are "" when the course does not have them any more.
    """

    ref: str
    title: str
    question: str
    answer: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MisconceptionRow:
    """A misconception on the list. `right` of `needed` spaced right answers were given since."""

    tag: str
    label: str
    times: int
    last_at: datetime
    right: int
    needed: int
    shown: tuple[ShownIn, ...]


@dataclass(frozen=True, slots=True)
class TroubleFrame:
    """What is to be put right."""

    sure: tuple[SureRow, ...]
    misconceptions: tuple[MisconceptionRow, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is best done next, in a sentence, and where that leads.

    `module`, `part` and `ref` are those of `desk.Part`; `part` is "" where there is nothing to
    open, "module" for the page of a module, "review" for today's review.
    """

    sentence: str
    module: str = ""
    part: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class ProgressFrame:
    """Everything about one learner at one moment."""

    learner: str
    at: datetime
    minutes: float
    next: NextStep
    review: ReviewFrame
    modules: tuple[MasteryFrame, ...]
    days: tuple[DayRow, ...]
    accuracy: tuple[AccuracyRow, ...]
    calibration: tuple[CalibrationRow, ...]
    ahead: tuple[AheadRow, ...]
    forecast: ForecastFrame
    exams: tuple[ExamRow, ...]
    compared: tuple[ComparedFrame, ...]
    sure: tuple[SureRow, ...]
    misconceptions: tuple[MisconceptionRow, ...]
    notices: tuple[str, ...] = ()
    read_only: bool = False
