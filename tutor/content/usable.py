"""From what was read to what can be used: a block with an error is left out, the rest stands."""

from collections.abc import Iterable
from typing import TypeVar

from tutor.content import fingerprint
from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.view import (
    CourseView,
    ExerciseView,
    LessonView,
    ModuleView,
    ScenarioView,
    Shelf,
)
from tutor.model.classroom.exercise import Exercise
from tutor.model.course import CourseHead, Lesson, ModuleHead, Page
from tutor.model.glossary import Term
from tutor.model.items import Item
from tutor.model.library import Course, Module
from tutor.model.scenario import Scenario
from tutor.model.source import Source

Usable = TypeVar("Usable", Item, Page, Source, Term)

Withheld = frozenset[tuple[str, str]]
"""File and block of everything that has an error."""


def withheld(found: Iterable[Diagnostic]) -> Withheld:
    """What these findings keep from loading."""
    return frozenset((one.file, one.block) for one in found if one.severity is Severity.ERROR)


def course_of(head: CourseHead, view: CourseView, without: Withheld) -> Course:
    """The course with its sources, its terms, and the heads of its modules."""
    return Course(
        head=head,
        modules={
            module.id: module.head.value for module in view.modules if module.head is not None
        },
        sources=usable(view.sources, without),
        glossary=usable(view.glossary, without),
        skipped=len(without),
    )


def module_of(ref: str, head: ModuleHead, view: ModuleView, without: Withheld) -> Module:
    """The module with what it lists."""
    items = usable(view.items, without)
    lessons = tuple(
        lesson for one in view.lessons if (lesson := _lesson(one, items, without)) is not None
    )
    scenarios = {
        one.id: scenario for one in view.scenarios if (scenario := _scenario(one, without))
    }
    exercises = {
        one.id: exercise for one in view.exercises if (exercise := _exercise(one, without))
    }
    module = assembled(ref, head, lessons, items, scenarios)
    return module.model_copy(update={"exercises": exercises})


def assembled(
    ref: str,
    head: ModuleHead,
    lessons: tuple[Lesson, ...],
    items: dict[str, Item],
    scenarios: dict[str, Scenario],
) -> Module:
    """The module with the fingerprints of its parts. `ref` is `course-id/module-id`."""
    fingerprints = fingerprint.of_items(items) | fingerprint.of_lessons(lessons)
    for scenario in scenarios.values():
        fingerprints |= fingerprint.of_scenario(scenario)
    return Module(
        ref=ref,
        id=ref.rpartition("/")[2],
        head=head,
        lessons=lessons,
        items=items,
        scenarios=scenarios,
        fingerprints=fingerprints,
    )


def asking(page: Page, items: dict[str, Item]) -> Page:
    """The page, which asks only the questions that are there."""
    ask = tuple(name for name in page.ask if name in items)
    return page if ask == page.ask else page.model_copy(update={"ask": ask})


def usable(shelf: Shelf[Usable], without: Withheld) -> dict[str, Usable]:
    """The things of a shelf that have no error."""
    return {
        name: sited.value
        for name, sited in shelf.entries.items()
        if (sited.origin.file, sited.origin.block) not in without
    }


def _lesson(view: LessonView, items: dict[str, Item], without: Withheld) -> Lesson | None:
    """A lesson needs its head."""
    if view.head is None:
        return None
    pages = tuple(asking(page, items) for page in usable(view.pages, without).values())
    return Lesson(id=view.id, head=view.head.value, pages=pages)


def _scenario(view: ScenarioView, without: Withheld) -> Scenario | None:
    """A scenario hangs together: one error anywhere in its file leaves all of it out."""
    if view.head is None or any(file == view.file for file, _ in without):
        return None
    return Scenario(
        id=view.id,
        head=view.head.value,
        indicators={name: one.value for name, one in view.indicators.entries.items()},
        facts={name: one.value for name, one in view.facts.entries.items()},
        nodes={name: one.value for name, one in view.nodes.entries.items()},
    )


def _exercise(view: ExerciseView, without: Withheld) -> Exercise | None:
    """An exercise hangs together as a scenario does."""
    if view.head is None or any(file == view.file for file, _ in without):
        return None
    return Exercise(
        **dict(view.head.value),
        id=view.id,
        objectives={name: one.value for name, one in view.objectives.entries.items()},
        roles={name: one.value for name, one in view.roles.entries.items()},
        storylines={name: one.value for name, one in view.storylines.entries.items()},
        injects={name: one.value for name, one in view.injects.entries.items()},
        hot_wash=view.hot_wash.value if view.hot_wash else None,
    )
