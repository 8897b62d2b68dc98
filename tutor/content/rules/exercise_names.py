"""E001 to E003: what an inject names has to be there, and its turn has to come."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import listed, quoted
from tutor.content.positions import KeyPath
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView, ExerciseView, Shelf, Sited
from tutor.engine.classroom.exercise import circles
from tutor.model.classroom.exercise import ExerciseInject

NAMED = Rule(
    "E001",
    Severity.ERROR,
    "An objective, role or storyline that the exercise does not declare",
    "An exercise has blocks [objectives], [roles] and [storylines] of its own. Each inject names a "
    "storyline and its roles, each expected action names the training objective that it shows; "
    "the guide, the cards and the review are put together from these names.",
)
AFTER = Rule(
    "E002",
    Severity.ERROR,
    "`after` names no inject",
    "An inject with `after` waits until the inject of that name is out. Without such an inject "
    "it would wait for ever.",
)
CIRCLE = Rule(
    "E003",
    Severity.ERROR,
    "Injects that wait for each other",
    "Following `after` from inject to inject leads back to the beginning, so none of them is ever "
    "due. One of them needs a time, or nothing at all: then the facilitator releases it by hand.",
)
RULES = (NAMED, AFTER, CIRCLE)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every inject of every exercise."""
    for _, exercise in view.exercises():
        for sited in exercise.injects.entries.values():
            yield from _names(exercise, sited)
            yield from _after(exercise, sited)
        yield from _circles(exercise)


def _names(exercise: ExerciseView, sited: Sited[ExerciseInject]) -> Iterator[Diagnostic]:
    for what, name, path in _mentions(sited.value):
        shelf = _SHELVES[what](exercise)
        if shelf.lacks(name):
            message = f"The exercise declares no {what} {quoted(name)}."
            hint = did_you_mean(name, sorted(shelf.names))
            yield sited.origin.at_value(NAMED, path, message, hint or f"Add it to [{what}s].")


_SHELVES = {
    "objective": lambda exercise: exercise.objectives,
    "role": lambda exercise: exercise.roles,
    "storyline": lambda exercise: exercise.storylines,
}


def _mentions(inject: ExerciseInject) -> Iterator[tuple[str, str, KeyPath]]:
    if inject.storyline is not None:
        yield "storyline", inject.storyline, ("storyline",)
    for number, role in enumerate(inject.to):
        yield "role", role, ("to", number)
    for letter, one in inject.answers.items():
        if one.objective is not None:
            yield "objective", one.objective, ("answers", letter, "objective")


def _after(exercise: ExerciseView, sited: Sited[ExerciseInject]) -> Iterator[Diagnostic]:
    shelf: Shelf[ExerciseInject] = exercise.injects
    name = sited.value.after
    if name is not None and shelf.lacks(name):
        message = f"There is no inject {quoted(name)} to come after."
        hint = did_you_mean(name, sorted(shelf.names)) or "Name an inject of this file."
        yield sited.origin.at_value(AFTER, ("after",), message, hint)


def _circles(exercise: ExerciseView) -> Iterator[Diagnostic]:
    injects = {name: one.value for name, one in exercise.injects.entries.items()}
    for circle in circles(injects):
        origin = exercise.injects.entries[circle[0]].origin
        way = listed([*circle[1:], circle[0]], "then")
        message = f"{quoted(circle[0])} waits for itself: it comes after {way}."
        hint = "Take one `after` of them out."
        yield origin.at_value(CIRCLE, ("after",), message, hint)
