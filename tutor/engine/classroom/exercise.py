"""A staff exercise: its clock, the injects that are due, the ratings of expected actions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tutor.engine.classroom.base import Rule, at_step, head_of
from tutor.engine.classroom.watch import elapsed
from tutor.model.classroom.exercise import Exercise, ExerciseInject, HotWashPlan
from tutor.model.classroom.happenings import (
    ExerciseStarted,
    ExpectationRated,
    HarmNoted,
    HintGiven,
    InjectReleased,
    MissedPlayed,
    Rating,
)
from tutor.model.classroom.plan import StepKind
from tutor.model.classroom.state import ClassState, ExerciseRecord, Harm, Rated, Watch

NOT_STARTED = "The exercise has not started."


def current(state: ClassState) -> ExerciseRecord | None:
    """The exercise of this step, None before it started or elsewhere."""
    return state.exercises.get(state.step) if at_step(state, StepKind.EXERCISE) else None


def due(exercise: Exercise, record: ExerciseRecord, now: datetime) -> tuple[ExerciseInject, ...]:
    """The injects whose time has come and that are not out yet, the one that waits longest first;
    those of the same moment in the order of the file."""
    seconds = elapsed(record.watch, now)
    waiting = (i for i in exercise.injects.values() if i.id not in record.released)
    times = ((due_at(inject, record), inject) for inject in waiting)
    ripe = [(at, inject) for at, inject in times if at is not None and at <= seconds]
    return tuple(inject for _, inject in sorted(ripe, key=lambda pair: pair[0]))


def due_at(inject: ExerciseInject, record: ExerciseRecord) -> float | None:
    """The second of exercise time at which it is due; None while that depends on a hand.

    An inject with both a time and a predecessor waits for both; with neither, for a hand.
    """
    if inject.after is None:
        return None if inject.at is None else 60.0 * inject.at
    out = record.released.get(inject.after)
    return None if out is None else max(60.0 * (inject.at or 0), out + 60 * inject.delay)


def hints_due(
    exercise: Exercise, record: ExerciseRecord, now: datetime
) -> tuple[ExerciseInject, ...]:
    """The injects that are out, that wait for an action, and whose hint may now be given."""
    seconds = elapsed(record.watch, now)
    return tuple(
        inject
        for inject in _out(exercise, record)
        if inject.hint_after is not None
        and inject.hint
        and inject.id not in record.hints
        and len(record.rated.get(inject.id, {})) < len(inject.expected)
        and seconds >= record.released[inject.id] + 60 * inject.hint_after
    )


def missed(exercise: Exercise, record: ExerciseRecord) -> tuple[ExerciseInject, ...]:
    """The injects with an action that was missed, and of which nothing has come yet."""
    return tuple(
        inject
        for inject in _out(exercise, record)
        if inject.if_missed and inject.id not in record.missed and _was_missed(record, inject.id)
    )


def _out(exercise: Exercise, record: ExerciseRecord) -> list[ExerciseInject]:
    return [one for one in exercise.injects.values() if one.id in record.released]


def _was_missed(record: ExerciseRecord, inject: str) -> bool:
    return any(one.rating is Rating.MISSED for one in record.rated.get(inject, {}).values())


def playing_minutes(minutes: int, wash: HotWashPlan | None) -> int:
    """What is left for briefing and play of a class of so many minutes."""
    return max(1, minutes - (wash.minutes if wash else 0))


def circles(injects: Mapping[str, ExerciseInject]) -> list[tuple[str, ...]]:
    """Injects that wait for each other, each circle once, from its first in the file on."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for name in injects:
        way = _before(injects, name)
        if len(way) > 1 and way[-1] == name:
            found.setdefault(frozenset(way), tuple(way[:-1]))
    return list(found.values())


def earliest(injects: Mapping[str, ExerciseInject]) -> dict[str, int | None]:
    """The minute of exercise time at which each can be due; None where it never can.

    What is released by hand can be out at once.
    """
    found: dict[str, int | None] = {}
    for name in injects:
        way = _before(injects, name)
        endless = len(set(way)) < len(way) or way[-1] not in injects
        found[name] = None if endless else _earliest(injects, way)
    return found


def _before(injects: Mapping[str, ExerciseInject], name: str) -> list[str]:
    """The inject and those that it waits for, up to one that waits for none or stands there
    twice; a name that no inject has is the last."""
    way = [name]
    while way[-1] in injects and (before := injects[way[-1]].after) is not None:
        way.append(before)
        if before in way[:-1]:
            break
    return way


def _earliest(injects: Mapping[str, ExerciseInject], way: list[str]) -> int:
    minute = 0
    for name in reversed(way):
        inject = injects[name]
        minute = max(inject.at or 0, minute + inject.delay if inject.after else 0)
    return minute


def _no_start(state: ClassState, _what: ExerciseStarted) -> str:
    if not at_step(state, StepKind.EXERCISE) or head_of(state).exercise is None:
        return "The agenda is not at an exercise."
    return "The exercise is running." if current(state) is not None else ""


def _start(state: ClassState, _what: ExerciseStarted, at: datetime) -> ClassState:
    return _with(state, ExerciseRecord(watch=Watch(since=at)))


def _no_inject(state: ClassState, what: InjectReleased) -> str:
    record, exercise = current(state), head_of(state).exercise
    if record is None or exercise is None:
        return NOT_STARTED
    if what.inject not in exercise.injects:
        return f"The exercise has no inject {what.inject}."
    return "This inject is out already." if what.inject in record.released else ""


def _inject(state: ClassState, what: InjectReleased, at: datetime) -> ClassState:
    record = current(state)
    assert record is not None
    released = record.released | {what.inject: elapsed(record.watch, at)}
    return _with(state, record.model_copy(update={"released": released}))


def _known(state: ClassState, name: str) -> ExerciseInject | str:
    """The inject of this name that is out, or why nothing can be done with it."""
    record, exercise = current(state), head_of(state).exercise
    if record is None or exercise is None:
        return NOT_STARTED
    if name not in exercise.injects:
        return f"The exercise has no inject {name}."
    if name not in record.released:
        return "This inject is not out yet; nobody can have acted on it."
    return exercise.injects[name]


def _no_hint(state: ClassState, what: HintGiven) -> str:
    inject, record = _known(state, what.inject), current(state)
    if isinstance(inject, str) or record is None:
        return str(inject)
    if not inject.hint:
        return "This inject has no hint."
    return "This hint was given already." if inject.id in record.hints else ""


def _hint(state: ClassState, what: HintGiven, at: datetime) -> ClassState:
    record = current(state)
    assert record is not None
    hints = record.hints | {what.inject: elapsed(record.watch, at)}
    return _with(state, record.model_copy(update={"hints": hints}))


def _no_missed(state: ClassState, what: MissedPlayed) -> str:
    inject, record = _known(state, what.inject), current(state)
    if isinstance(inject, str) or record is None:
        return str(inject)
    if not inject.if_missed:
        return "Nothing is written for the case that this inject is missed."
    if inject.id in record.missed:
        return "What comes of it was played already."
    return (
        "" if _was_missed(record, inject.id) else "Rate one of its expected actions missed first."
    )


def _missed(state: ClassState, what: MissedPlayed, at: datetime) -> ClassState:
    record = current(state)
    assert record is not None
    played = record.missed | {what.inject: elapsed(record.watch, at)}
    return _with(state, record.model_copy(update={"missed": played}))


def _no_harm(state: ClassState, what: HarmNoted) -> str:
    inject = _known(state, what.inject)
    return inject if isinstance(inject, str) else ""


def _harm(state: ClassState, what: HarmNoted, at: datetime) -> ClassState:
    record = current(state)
    assert record is not None
    one = Harm(inject=what.inject, text=what.text, seconds=elapsed(record.watch, at))
    return _with(state, record.model_copy(update={"harms": (*record.harms, one)}))


def _no_rating(state: ClassState, what: ExpectationRated) -> str:
    inject = _known(state, what.inject)
    if isinstance(inject, str):
        return inject
    count = len(inject.expected)
    actions = "action" if count == 1 else "actions"
    return "" if what.expectation < count else f"This inject has {count} expected {actions}."


def _rate(state: ClassState, what: ExpectationRated, at: datetime) -> ClassState:
    record = current(state)
    assert record is not None
    one = Rated(rating=what.rating, note=what.note, seconds=elapsed(record.watch, at))
    rated = record.rated.get(what.inject, {}) | {what.expectation: one}
    return _with(state, record.model_copy(update={"rated": record.rated | {what.inject: rated}}))


def _with(state: ClassState, record: ExerciseRecord) -> ClassState:
    return state.model_copy(update={"exercises": state.exercises | {state.step: record}})


RULES: dict[type, Rule[Any]] = {
    ExerciseStarted: Rule(_no_start, _start),
    InjectReleased: Rule(_no_inject, _inject),
    ExpectationRated: Rule(_no_rating, _rate),
    HintGiven: Rule(_no_hint, _hint),
    MissedPlayed: Rule(_no_missed, _missed),
    HarmNoted: Rule(_no_harm, _harm),
}
