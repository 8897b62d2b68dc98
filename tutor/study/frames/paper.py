"""What is printed about a learner: a review to keep, the transcript, the certificate."""

from dataclasses import dataclass
from datetime import date, datetime

from tutor.study.frames.quiz import ScoreRow
from tutor.study.frames.scenario import DebriefFrame


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a paper comes from. `version`: of the course now; `program`: of this program."""

    learner: str
    at: datetime
    program: str
    module: str = ""
    title: str = ""
    course: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """The after-action review of run `number` of `runs` complete ones."""

    imprint: Imprint
    scenario: str
    number: int
    runs: int
    begun: datetime
    ended: datetime
    debrief: DebriefFrame


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """A quiz that was handed in, as it was recorded then.

    `course_version` is "" where the journal does not say. `content`: a fingerprint of the questions
    that were answered, `rule`: the marks that held, both "" when unknown. `passed` None: a
    pre-test, which nobody can fail.
    """

    attempt: str
    quiz: str
    at: datetime
    percent: float
    passed: bool | None
    course_version: str
    content: str
    rule: str
    objectives: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class CountingRun:
    """The run of a scenario that counts. `percent`: its decision score; `replays`: later ones."""

    scenario: str
    title: str
    at: datetime
    end: str
    percent: float
    replays: int


@dataclass(frozen=True, slots=True)
class ModuleTranscript:
    """One module. `refresh_by`: twelve months after the last pass, None without one.

    `here` False: the course is not on this machine, so objectives go by their ids.
    """

    ref: str
    title: str
    course: str
    version: str
    here: bool
    attempts: tuple[AttemptRow, ...]
    runs: tuple[CountingRun, ...]
    refresh_by: date | None

    @property
    def passed(self) -> AttemptRow | None:
        """The last module quiz that was passed."""
        return next((row for row in reversed(self.attempts) if row.passed), None)


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything that was handed in or played to an end, module by module."""

    imprint: Imprint
    modules: tuple[ModuleTranscript, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """A module quiz that was passed. The marks are those of the course now."""

    imprint: Imprint
    module: ModuleTranscript
    passed: AttemptRow
    refresh_by: date
