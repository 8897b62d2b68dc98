"""A course as read, with the place of every key: what the rules look at.

A broken block is not in `entries`, but its id is in `names`, so that one fault does not make
everything that refers to it look wrong too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from tutor.content.lock import Lock
from tutor.content.origin import Origin
from tutor.model.classroom.exercise import ExerciseHead, ExerciseInject, HotWashPlan
from tutor.model.course import CourseHead, LessonHead, ModuleHead, Objective, Page
from tutor.model.glossary import Term
from tutor.model.items import Item
from tutor.model.scenario import Indicator, Node, ScenarioHead
from tutor.model.source import Source
from tutor.model.wordlist import Avoided

T = TypeVar("T")

EXERCISE_BLOCKS = ("objectives", "roles", "storylines", "hot-wash")
"""Blocks of an exercise that are no injects."""

NO_THINGS = frozenset({"", "indicators", "facts"})
"""What `names` of a shelf also holds: the head of the file, and blocks that are no nodes."""


@dataclass(frozen=True, slots=True)
class Sited(Generic[T]):
    """A value and where it was written."""

    value: T
    origin: Origin


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """Things by id, in the order of the file.

    `names` also holds the ids of broken blocks. `known` is False when it cannot be said which
    ids there are, because the file is missing or unreadable.
    """

    entries: dict[str, Sited[T]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    known: bool = True

    def lacks(self, name: str) -> bool:
        """True when nothing of that name was written, as far as that can be known."""
        return self.known and name not in self.names

    @property
    def whole(self) -> bool:
        """True when everything that was written could be read."""
        return self.known and self.names - NO_THINGS <= self.entries.keys()


@dataclass(frozen=True, slots=True)
class LessonView:
    """`found` is False when the module lists the lesson and its file is not there."""

    id: str
    file: str
    found: bool
    head: Sited[LessonHead] | None
    pages: Shelf[Page]


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """`facts` are the texts of `[facts]`; their origin is that block."""

    id: str
    file: str
    found: bool
    head: Sited[ScenarioHead] | None
    indicators: Shelf[Indicator]
    facts: Shelf[str]
    nodes: Shelf[Node]


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """Objectives, roles and storylines are texts by id; their origin is their block.

    `washes`: whether there is a block for the hot wash, a broken one included.
    """

    id: str
    file: str
    found: bool
    head: Sited[ExerciseHead] | None
    objectives: Shelf[str]
    roles: Shelf[str]
    storylines: Shelf[str]
    injects: Shelf[ExerciseInject]
    hot_wash: Sited[HotWashPlan] | None = None
    washes: bool = True


@dataclass(frozen=True, slots=True)
class ModuleView:
    """`stray` are files in the module's folder that nothing lists, as paths in the course."""

    id: str
    file: str
    found: bool
    head: Sited[ModuleHead] | None
    objectives: Shelf[Objective]
    lessons: tuple[LessonView, ...] = ()
    items: Shelf[Item] = field(default_factory=Shelf)
    scenarios: tuple[ScenarioView, ...] = ()
    exercises: tuple[ExerciseView, ...] = ()
    stray: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course with all its modules, and what was asked about it.

    `today`: the day of the check; without it, rules about dates say nothing. `asked`: the files or
    folders whose findings are wanted; empty for all. Only costly rules look at it. `lock`: what the
    last release held; `release`: whether the course is about to be released again.
    """

    label: str
    head: Sited[CourseHead] | None
    sources: Shelf[Source]
    glossary: Shelf[Term]
    modules: tuple[ModuleView, ...]
    stray: tuple[str, ...] = ()
    words: Shelf[Avoided] = field(default_factory=Shelf)
    today: date | None = None
    asked: tuple[str, ...] = ()
    lock: Lock | None = None
    release: bool = False

    def asks(self, file: str) -> bool:
        """True when the findings of this file are wanted."""
        return not self.asked or any(
            file == part or file.startswith(f"{part}/") for part in self.asked
        )

    def questions(self) -> Iterator[tuple[ModuleView, Sited[Item]]]:
        """Every question with its module."""
        for module in self.modules:
            for item in module.items.entries.values():
                yield module, item

    def scenarios(self) -> Iterator[tuple[ModuleView, ScenarioView]]:
        """Every scenario with its module."""
        for module in self.modules:
            for scenario in module.scenarios:
                yield module, scenario

    def exercises(self) -> Iterator[tuple[ModuleView, ExerciseView]]:
        """Every exercise with its module."""
        for module in self.modules:
            for exercise in module.exercises:
                yield module, exercise

    def pages(self) -> Iterator[tuple[ModuleView, LessonView, Sited[Page]]]:
        """Every page with its lesson and module."""
        for module in self.modules:
            for lesson in module.lessons:
                for page in lesson.pages.entries.values():
                    yield module, lesson, page
