"""The after-action review of a class: a pure function of its journal and the course.

It asks what was planned, what happened, why, and what next. It names roles and never people.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from tutor.engine.classroom import fold
from tutor.engine.classroom.watch import elapsed
from tutor.errors import StoreError
from tutor.model.classroom.exercise import Exercise, ExerciseInject, Expectation
from tutor.model.classroom.happenings import ActionAgreed, ClassEvent, HotWash, Rating
from tutor.model.classroom.plan import SessionHead
from tutor.model.classroom.state import ClassState, ExerciseRecord, Phase, Rated
from tutor.study.classroom import scenes
from tutor.study.classroom.cockpit import exercise_stamp, stamp, when
from tutor.study.classroom.papers import events
from tutor.study.classroom.wall import Analyse, addressed
from tutor.study.frames.class_review import (
    ClassReview,
    ExerciseReview,
    ExpectedReview,
    NextStep,
    ObjectiveReview,
    SaidRow,
)
from tutor.study.frames.classroom import ReviewPart
from tutor.study.material import Material
from tutor.study.texts import cited

NO_OBJECTIVE = "Without a training objective"


def class_review(
    name: str, journal: Sequence[ClassEvent], material: Material, analyse: Analyse
) -> ClassReview:
    """Fold the journal and hold what happened against what was planned.

    Raises StoreError where neither an exercise nor a scenario was played.
    """
    state = fold(journal)
    head = state.head
    assert head is not None, "a session without its opening has no review"
    exercises = tuple(_exercises(state, head, journal[-1].at))
    scenarios = tuple(_scenarios(state, material, analyse))
    if not exercises and not scenarios:
        raise StoreError(
            f"The class session {name} played no exercise and no scenario to its end.",
            f"Its votes are in: tutor class report {name}",
        )
    return ClassReview(
        session=name,
        title=head.title,
        module=head.module,
        course_version=head.course_version,
        begun=journal[0].at,
        last=journal[-1].at,
        present=state.present,
        privacy=head.privacy.value,
        rehearsal=head.rehearsal,
        exercises=exercises,
        scenarios=scenarios,
        points=tuple((one.value, _points(state, one)) for one in HotWash),
        why=_why(state, ""),
        following=_following(state, ""),
        log=tuple(SaidRow(stamp(one), one.text) for one in state.log),
        parked=tuple(one.text for one in state.parked),
        sources=material.cards(_sources(head.exercise)) if exercises else (),
    )


def _sources(exercise: Exercise | None) -> tuple[str, ...]:
    if exercise is None:
        return ()
    actions = [one for inject in exercise.injects.values() for one in inject.expected]
    found = (*cited(exercise.situation), *(name for one in actions for name in one.source))
    return tuple(dict.fromkeys(found))


def _points(state: ClassState, round_: HotWash) -> tuple[str, ...]:
    return tuple(one.said.text for one in state.points if one.round is round_)


def _why(state: ClassState, objective: str) -> tuple[str, ...]:
    return tuple(one.said.text for one in state.reasons if one.objective == objective)


def _following(state: ClassState, objective: str) -> tuple[NextStep, ...]:
    found = (one for one in state.actions if one.objective == objective)
    return tuple(_step(one) for one in found)


def _step(one: ActionAgreed) -> NextStep:
    return NextStep(text=one.text, owner=one.owner, due=one.due)


# A scenario by vote


def _scenarios(state: ClassState, material: Material, analyse: Analyse) -> list[ReviewPart]:
    """Those that came to an ending, as far as the course still has them."""
    found = []
    for name, run in state.runs.items():
        scenario = material.module.scenarios.get(name)
        node = scenario.nodes.get(run.state.node) if scenario else None
        if scenario is not None and node is not None and node.end is not None:
            ended = state.model_copy(update={"phase": Phase.DEBRIEF})
            part = scenes.part(ended, scenario, material, analyse)
            assert isinstance(part, ReviewPart)
            found.append(part)
    return found


# An exercise


def _exercises(state: ClassState, head: SessionHead, last: datetime) -> list[ExerciseReview]:
    exercise = head.exercise
    if exercise is None:
        return []
    return [
        ExerciseReview(
            title=exercise.title,
            situation=exercise.situation,
            played=round(elapsed(record.watch, last) / 60, 1),
            harms=tuple((one.inject, _moment(one.seconds), one.text) for one in record.harms),
            objectives=tuple(_objectives(state, exercise, record)),
        )
        for record in state.exercises.values()
    ]


def _objectives(
    state: ClassState, exercise: Exercise, record: ExerciseRecord
) -> list[ObjectiveReview]:
    texts = exercise.objectives | {"": NO_OBJECTIVE}
    found = []
    for name, text in texts.items():
        rows = tuple(_expected(exercise, record, name))
        if not name and not rows:
            continue
        found.append(
            ObjectiveReview(
                id=name,
                text=text,
                standing=_standing(rows),
                expected=rows,
                why=_why(state, name) if name else (),
                following=_following(state, name) if name else (),
            )
        )
    return found


def _standing(rows: tuple[ExpectedReview, ...]) -> str:
    """`3 of 5 expected actions met, 1 partly, 1 not rated`."""
    if not rows:
        return "No expected action shows this objective."
    counts = Counter(row.rating or ("not rated" if row.out else "not played") for row in rows)
    met = counts.pop(Rating.MET.value, 0)
    order = (*(one.value for one in Rating), "not rated", "not played")
    others = [f"{counts[one]} {one}" for one in order if counts[one]]
    actions = "action" if len(rows) == 1 else "actions"
    return f"{', '.join([f'{met} of {len(rows)} expected {actions} met', *others])}."


def _expected(exercise: Exercise, record: ExerciseRecord, objective: str) -> list[ExpectedReview]:
    return [
        _row(exercise, inject, one, record, record.rated.get(inject.id, {}).get(place))
        for _, inject in events(exercise)
        for place, one in enumerate(inject.expected)
        if (one.objective or "") == objective
    ]


def _row(
    exercise: Exercise,
    inject: ExerciseInject,
    one: Expectation,
    record: ExerciseRecord,
    rated: Rated | None,
) -> ExpectedReview:
    was_missed = rated is not None and rated.rating is Rating.MISSED
    return ExpectedReview(
        inject=inject.id,
        storyline=exercise.storylines.get(inject.storyline or "", ""),
        to=addressed(exercise, inject) or "everybody",
        planned=when(inject),
        text=one.text,
        out=_moment(record.released.get(inject.id)),
        rating=rated.rating.value if rated else "",
        rated=_moment(rated.seconds if rated else None),
        note=rated.note if rated else "",
        hint=_moment(record.hints.get(inject.id)),
        missed=_moment(record.missed.get(inject.id) if was_missed else None),
        sources=one.source,
    )


def _moment(seconds: float | None) -> str:
    return "" if seconds is None else exercise_stamp(seconds)
