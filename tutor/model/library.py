"""Courses as the rest of the program sees them: whole, read, and safe to use."""

from tutor.model.base import Frozen
from tutor.model.classroom.exercise import Exercise
from tutor.model.course import CourseHead, Lesson, ModuleHead
from tutor.model.glossary import Term
from tutor.model.items import Item
from tutor.model.scenario import Scenario
from tutor.model.source import Source


class Fingerprint(Frozen):
    """Two short hashes: `meaning` (kind, letters, key, order) and `wording` (the texts)."""

    meaning: str
    wording: str


class Module(Frozen):
    """A module with all that could be read. `ref` is `course-id/module-id`."""

    ref: str
    id: str
    head: ModuleHead
    lessons: tuple[Lesson, ...]
    items: dict[str, Item]
    scenarios: dict[str, Scenario]
    exercises: dict[str, Exercise] = {}
    fingerprints: dict[str, Fingerprint]
    """Per item id; scenarios under `scenario:<id>`, their nodes under `node:<scenario>:<id>`."""

    @property
    def page_count(self) -> int:
        """How many pages all lessons have."""
        return sum(len(lesson.pages) for lesson in self.lessons)


class Course(Frozen):
    """A course manifest with its shared sources and glossary; modules are read when opened."""

    head: CourseHead
    modules: dict[str, ModuleHead]
    sources: dict[str, Source]
    glossary: dict[str, Term]
    skipped: int = 0
    """Blocks that were left out because of errors; `tutor check` names them."""
