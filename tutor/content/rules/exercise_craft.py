"""E004 to E009: an exercise that runs and could train more."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.view import CourseView, ExerciseView, Shelf
from tutor.engine.classroom.exercise import earliest, playing_minutes
from tutor.model.classroom.exercise import HotWashPlan

LATE = Rule(
    "E004",
    Severity.WARNING,
    "An inject that can never be due",
    "`minutes` is the whole class, the hot wash included. An inject whose time, or whose place in "
    "a chain of `after` and `delay`, lies beyond the play would arrive when everybody has stopped.",
)
UNTIED = Rule(
    "E005",
    Severity.WARNING,
    "An expected action without a training objective",
    "The review goes objective by objective. What serves none is in no part of it, and an inject "
    "that serves none is entertainment: name the objective, or cut the action.",
)
HALF = Rule(
    "E006",
    Severity.WARNING,
    "A key that needs another one",
    "`hint_after` says when, `hint` says what; `delay` counts from the inject in `after`. One "
    "without the other has no effect.",
)
NO_HOT_WASH = Rule(
    "E007",
    Severity.WARNING,
    "No hot wash",
    "Most of what people take home is said in the quarter of an hour right after the play: what "
    "to sustain, what to improve, what surprised. Write a block [hot-wash] with `minutes` and a "
    "question for each round.",
)
IDLE = Rule(
    "E008",
    Severity.WARNING,
    "An objective, role or storyline that nothing uses",
    "No expected action shows this objective, no inject reaches this role or belongs to this "
    "storyline. Those who play that role would wait for ninety minutes.",
)
UNSEEN = Rule(
    "E009",
    Severity.WARNING,
    "An inject without an expected action",
    "What should the training audience do? If nobody can say it beforehand, nobody can see "
    "whether it happened. Add a.text = '''...''' and a.objective.",
)
RULES = (LATE, UNTIED, HALF, NO_HOT_WASH, IDLE, UNSEEN)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every exercise."""
    for _, exercise in view.exercises():
        yield from _injects(exercise)
        yield from _late(exercise)
        yield from _idle(exercise)
        if exercise.head is not None and not exercise.washes:
            hint = "Add [hot-wash] with minutes = 15 and sustain, improve, surprise."
            message = "The exercise ends without a hot wash."
            yield exercise.head.origin.at_key(NO_HOT_WASH, ("title",), message, hint)


def _injects(exercise: ExerciseView) -> Iterator[Diagnostic]:
    for sited in exercise.injects.entries.values():
        inject, origin = sited.value, sited.origin
        if not inject.answers:
            message = f"Nothing is expected of whoever gets {quoted(inject.id)}."
            yield origin.at_block(UNSEEN, message, "Add a.text = '''...''' and a.objective.")
        for letter, one in inject.answers.items():
            if one.objective is None:
                message = "This action serves no training objective."
                hint = f'Add {letter}.objective = "..."'
                yield origin.at_key(UNTIED, (letter,), message, hint)
        for key, other, there in (
            ("hint_after", "hint", inject.hint_after is not None and inject.hint is None),
            ("hint", "hint_after", inject.hint is not None and inject.hint_after is None),
            ("delay", "after", bool(inject.delay) and inject.after is None),
        ):
            if there:
                message = f"{quoted(key)} has no effect without {quoted(other)}."
                yield origin.at_key(HALF, (key,), message, f"Add {quoted(other)}, or take it out.")


def _late(exercise: ExerciseView) -> Iterator[Diagnostic]:
    if exercise.head is None:
        return
    injects = {name: one.value for name, one in exercise.injects.entries.items()}
    wash = exercise.hot_wash.value if exercise.hot_wash else HotWashPlan()
    play = playing_minutes(exercise.head.value.minutes, wash)
    for name, minute in earliest(injects).items():
        if minute is not None and minute >= play:
            sited = exercise.injects.entries[name]
            key = "at" if sited.value.at is not None else "after"
            message = f"{quoted(name)} is due at minute {minute}; the play ends at minute {play}."
            yield sited.origin.at_value(LATE, (key,), message, "Bring it forward, or add minutes.")


def _idle(exercise: ExerciseView) -> Iterator[Diagnostic]:
    """Nothing is said while an inject is broken: it may be the one that uses the name."""
    if not exercise.injects.whole or not exercise.injects.entries:
        return
    injects = [one.value for one in exercise.injects.entries.values()]
    everybody = any(not inject.to for inject in injects)
    actions = [one for inject in injects for one in inject.answers.values()]
    used: dict[str, tuple[Shelf[str], set[str | None]]] = {
        "objective": (exercise.objectives, {one.objective for one in actions}),
        "role": (exercise.roles, {role for inject in injects for role in inject.to}),
        "storyline": (exercise.storylines, {inject.storyline for inject in injects}),
    }
    for what, (shelf, names) in used.items():
        for name, sited in shelf.entries.items():
            if name not in names and not (what == "role" and everybody):
                message = f"No inject uses the {what} {quoted(name)}."
                yield sited.origin.at_key(IDLE, (name,), message, "Use it, or take it out.")
