"""What a learner has done so far: derived from the journal, never edited."""

from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, Field

from tutor.model.base import Frozen
from tutor.model.library import Fingerprint
from tutor.model.marks import Marks
from tutor.model.mastery import Mastery, Misconception, ObjectiveRecord
from tutor.model.record import (
    Answered,
    Behaviour,
    Decided,
    ObjectiveScore,
    PassMarks,
    RunStarted,
)
from tutor.model.review import Day, Memory, Recheck, Stated


class Place(Frozen):
    """Where the learner was last. `part`: page, quiz or run; `ref` names which."""

    module: str
    part: Annotated[str, Field(pattern=r"^(page|practice|exam|pretest|review|scenario)$")]
    ref: str
    at: AwareDatetime


class ItemRecord(Frozen):
    """All attempts at one question, summed up. `last` and `best` are scores in [0, 1].

    A question counts once per quiz, whatever is changed before it is handed in; second tries
    improve the attempt they belong to. `exams`: attempts in an exam. `harm`: a harmful option was
    chosen in any attempt. A changed meaning of the question starts a new record.

    `memory`: the card of spaced review, None before the first review. `recheck`: it was wrong with
    full confidence. `seconds`: how long the learner takes to answer it, on average; 0 if unknown.
    """

    objective: str
    fingerprint: Fingerprint
    attempts: int
    right: int
    last: float
    best: float
    last_at: AwareDatetime
    exams: int = 0
    harm: bool = False
    memory: Memory | None = None
    recheck: Recheck | None = None
    seconds: float = 0.0


class OpenQuiz(Frozen):
    """A quiz that was started and not handed in. `answers` holds the last answer per item.

    `extended`: questions were added after the start; they stand behind the others.
    """

    attempt: str
    behaviour: Behaviour
    items: tuple[str, ...]
    seed: int
    at_item: str
    answers: dict[str, Answered] = {}
    flagged: tuple[str, ...] = ()
    extended: bool = False
    started_at: AwareDatetime


class QuizRecord(Frozen):
    """A quiz that was handed in, for history, review of answers and the transcript.

    `items` and `answers` are empty when the line that started the quiz is missing.
    """

    attempt: str
    module: str
    behaviour: Behaviour
    seed: int = 0
    flagged: tuple[str, ...] = ()
    percent: float
    passed: bool | None
    objectives: tuple[ObjectiveScore, ...]
    items: tuple[str, ...]
    answers: dict[str, Answered]
    started_at: AwareDatetime
    finished_at: AwareDatetime
    course_version: str = ""
    marks: PassMarks | None = None


class Run(Frozen):
    """A playthrough with all its decisions. `ending` is "" while it is open."""

    start: RunStarted
    steps: tuple[Decided, ...] = ()
    ending: str = ""
    end: str = ""
    abandoned: bool = False
    started_at: AwareDatetime
    last_at: AwareDatetime

    @property
    def open(self) -> bool:
        """True while a decision can still be made."""
        return not self.ending and not self.abandoned


class ModuleRecord(Frozen):
    """What was done in one module. Keys: page ref, item ref, attempt id, run id, objective id.

    `completed`: when something was last written that nobody grades. `confidence`: first tries by
    the confidence that was stated, 1..3.
    """

    pages: dict[str, AwareDatetime] = {}
    items: dict[str, ItemRecord] = {}
    completed: dict[str, AwareDatetime] = {}
    open_quizzes: dict[str, OpenQuiz] = {}
    quizzes: tuple[QuizRecord, ...] = ()
    runs: dict[str, Run] = {}
    objectives: dict[str, ObjectiveRecord] = {}
    confidence: dict[int, Stated] = {}

    @property
    def pretest(self) -> QuizRecord | None:
        """The pre-test that counts: the first one that was finished."""
        return next((quiz for quiz in self.quizzes if quiz.behaviour is Behaviour.PRETEST), None)

    def answered(self, item: str) -> bool:
        """Whether a question was answered, be it graded or only completed."""
        return item in self.items or item in self.completed

    def mastery(self, objective: str) -> Mastery:
        """The level earned on an objective of this module."""
        record = self.objectives.get(objective)
        return Mastery.NOT_STARTED if record is None else record.mastery


class Progress(Frozen):
    """Everything derived, by module ref. `events` counts the journal lines behind it.

    `misconceptions` by tag: one tag is one idea, in whatever course it comes up. `days`: those
    on which something was read, answered or decided. `fit`: an offset in log-odds, how the answers
    in review compare with what the model of memory expected; 0 is as expected.
    """

    events: int = 0
    seconds: float = 0.0
    modules: dict[str, ModuleRecord] = {}
    misconceptions: dict[str, Misconception] = {}
    days: dict[date, Day] = {}
    fit: float = 0.0
    marks: Marks = Marks()
    last: Place | None = None

    def module(self, ref: str) -> ModuleRecord:
        """The record of one module; an empty one if nothing was done there."""
        return self.modules.get(ref, ModuleRecord())
