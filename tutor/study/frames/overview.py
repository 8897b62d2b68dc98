"""The home screen and the module screen."""

from dataclasses import dataclass

from tutor.study.frames.cards import PartRow


@dataclass(frozen=True, slots=True)
class ModuleRow:
    """A module in a list. `state` is a phrase: "not started", "3 of 7 pages", "passed 85 %"."""

    ref: str
    title: str
    summary: str
    topic: str
    minutes: int
    state: str
    done: float
    """Share of the way through, 0..1: pages read, scenarios finished, quiz passed."""
    last: bool = False
    passed: bool = False


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course with its modules. `skipped`: blocks left out because of errors."""

    id: str
    title: str
    summary: str
    version: str
    banner: str
    modules: tuple[ModuleRow, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class ContinueCard:
    """Where the learner was: what to open again and how to name it."""

    module: str
    part: str
    ref: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class HomeFrame:
    """The first screen."""

    learner: str
    courses: tuple[CourseRow, ...]
    resume: ContinueCard | None = None
    notices: tuple[str, ...] = ()
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective; how the learner stands on it is in the report's `MasteryRow`."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ModuleFrame:
    """One module: what it is for, how long it takes, what is done, what comes next."""

    ref: str
    course_title: str
    title: str
    summary: str
    minutes: int
    objectives: tuple[ObjectiveRow, ...]
    parts: tuple[PartRow, ...]
    content_note: str = ""
    banner: str = ""
    notices: tuple[str, ...] = ()
