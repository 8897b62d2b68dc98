"""What the instructor sees beside the wall: notes, key, advice, what comes next."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from tutor.engine.classroom import exercise as exercises
from tutor.engine.classroom import tally, undoable
from tutor.engine.classroom.watch import elapsed, left
from tutor.model.classroom.exercise import Exercise, ExerciseInject
from tutor.model.classroom.plan import PinnedQuestion, StepKind
from tutor.model.classroom.state import ClassState, ExerciseRecord, Phase, Stamped, Vote
from tutor.store.classroom import ClassRecord
from tutor.study.classroom.agenda import page_of
from tutor.study.classroom.offers import offered
from tutor.study.classroom.papers import events
from tutor.study.classroom.wall import LABELS, addressed, bars, label_of, on_wall
from tutor.study.frames import Saving
from tutor.study.frames.classroom import (
    Bars,
    CockpitFrame,
    ExpectedRow,
    InjectRow,
    TestDesk,
    WallFrame,
)
from tutor.study.material import Material

BY_HAND = "by hand"
ADVISED = frozenset({Phase.CLOSED, Phase.DISCUSS})
"""Phases in which the instructor decides how to go on after a vote."""

LOG_LINES = 12
"""Lines of the log that a cockpit shows; the report has all."""


def cockpit(
    record: ClassRecord,
    material: Material,
    wall: WallFrame,
    now: datetime,
    notices: tuple[str, ...],
) -> CockpitFrame:
    """The cockpit of the session as it stands at `now`."""
    state, saving = record.state, record.saving
    assert state.head is not None
    question, vote = state.head.questions.get(state.subject), state.vote
    notes, discuss = _notes(state, material)
    labels = {label_of(o, vote, question): o for o in vote.options} if vote else {}
    share = tally.share_right(vote, len(vote.rounds)) if vote and vote.rounds else None
    watch = state.spent.get(state.step)
    return CockpitFrame(
        wall=wall,
        session=record.name,
        notes=notes,
        discuss=discuss,
        following=_following(state),
        advice=tally.advice(vote) if vote and vote.rounds and state.phase in ADVISED else "",
        key=tuple(label for label, option in labels.items() if option in vote.right)
        if vote
        else (),
        options=labels,
        tally=_tally(vote, question),
        too_many=bool(vote and tally.tally(vote, len(vote.rounds), state.present).too_many),
        share=share,
        gain=tally.rounds_gain(vote) if vote else None,
        present=state.present,
        minutes=state.now.minutes if state.now else 0.0,
        spent=elapsed(watch, now) if watch else 0.0,
        left=left(state.timer, now) if state.timer else None,
        since=_exercise_time(state, now),
        injects=_injects(state, now),
        log=_stamped(state.log[-LOG_LINES:]),
        parked=_stamped(state.parked),
        points=tuple((point.round.value, point.said.text) for point in state.points),
        offered=offered(state) | ({"undo"} if undoable(record.events) else set()),
        saving=Saving(not saving.waiting, saving.problem, saving.waiting),
        notices=(*notices, *record.notices),
        aims=_aims(state),
        test=_test(state),
    )


def _tally(vote: Vote | None, question: PinnedQuestion | None) -> Bars | None:
    return bars(vote, tuple(range(1, len(vote.rounds) + 1)), question) if vote else None


def _aims(state: ClassState) -> tuple[str, ...]:
    exercise = state.head.exercise if state.head else None
    return tuple(exercise.objectives) if exercise and state.hot_wash is not None else ()


def _notes(state: ClassState, material: Material) -> tuple[str, str]:
    """The author's notes on what is shown, and the discussion prompt."""
    assert state.head is not None
    item = material.module.items.get(state.subject)
    if item is not None:
        return item.notes or "", ""
    step = state.now
    if step is None:
        return material.module.head.notes or "", ""
    if step.kind is StepKind.SLIDE:
        page = page_of(material, step.ref)
        return (page.notes or "", page.discuss or "") if page else ("", "")
    exercise = state.head.exercise
    if step.kind is StepKind.EXERCISE and exercise is not None:
        return exercise.notes or "", ""
    if step.kind is StepKind.HOT_WASH and exercise is not None and exercise.hot_wash:
        return exercise.hot_wash.notes or "", ""
    run = state.runs.get(step.ref)
    scenario = material.module.scenarios.get(step.ref)
    node = scenario.nodes.get(run.state.node) if run and scenario else None
    return (node.notes or "", node.discuss or "") if node else ("", "")


def _following(state: ClassState) -> str:
    assert state.head is not None
    rest = state.head.agenda[state.step + 1 :]
    return f"{rest[0].kind.value}: {rest[0].title}" if rest else ""


def _test(state: ClassState) -> TestDesk | None:
    test = state.tests.get(state.step)
    if test is None or state.now is None or state.head is None:
        return None
    items = [state.head.questions[name] for name in state.now.items]

    def letters(options: Iterable[str], place: int) -> str:
        return "".join(LABELS[items[place].options.index(one)] for one in options)

    tried = {
        table: tuple(letters(card.get(one.item, ()), place) for place, one in enumerate(items))
        for table, card in test.scratches.items()
    }
    return TestDesk(
        stage=test.stage.value,
        sheets=len(test.sheets),
        key=tuple(letters(one.right, place) for place, one in enumerate(items)),
        tried=tuple(sorted(tried.items())),
        appeals=tuple(f"table {one.table}: {one.said.text}" for one in test.appeals),
    )


def _stamped(lines: tuple[Stamped, ...]) -> tuple[str, ...]:
    return tuple(f"{stamp(line)} {line.text}" for line in lines)


def stamp(line: Stamped) -> str:
    """When it was said: exercise time where an exercise ran, else the hour in UTC."""
    return f"{line.at:%H:%M}" if line.seconds is None else exercise_stamp(line.seconds)


def exercise_stamp(seconds: float) -> str:
    """`T+00:25`, hours and minutes of the exercise."""
    minutes = int(seconds // 60)
    return f"T+{minutes // 60:02}:{minutes % 60:02}"


def _exercise_time(state: ClassState, now: datetime) -> str:
    """The exercise clock; "" elsewhere."""
    record = exercises.current(state)
    return exercise_stamp(elapsed(record.watch, now)) if record is not None else ""


def _injects(state: ClassState, now: datetime) -> tuple[InjectRow, ...]:
    """All injects in the order of the events list; those that are due stand first."""
    record = exercises.current(state)
    exercise = state.head.exercise if state.head else None
    if record is None or exercise is None:
        return ()
    due = [inject.id for inject in exercises.due(exercise, record, now)]
    hints = {inject.id for inject in exercises.hints_due(exercise, record, now)}
    missed = {inject.id for inject in exercises.missed(exercise, record)}
    rows = [
        replace(
            _inject(exercise, inject, record, inject.id in due),
            hint=(inject.hint or "") if inject.id in hints else "",
            missed=(inject.if_missed or "") if inject.id in missed else "",
        )
        for _, inject in events(exercise)
    ]
    return tuple(sorted(rows, key=lambda row: due.index(row.id) if row.id in due else len(due)))


def _inject(
    exercise: Exercise, inject: ExerciseInject, record: ExerciseRecord, due: bool
) -> InjectRow:
    rated = record.rated.get(inject.id, {})
    expected = tuple(
        ExpectedRow(
            number=place,
            text=one.text,
            objective=exercise.objectives.get(one.objective or "", one.objective or ""),
            rating=rated[place].rating.value if place in rated else "",
            note=rated[place].note if place in rated else "",
        )
        for place, one in enumerate(inject.expected)
    )
    return InjectRow(
        id=inject.id,
        when="now" if due else _when(inject, record),
        storyline=exercise.storylines.get(inject.storyline or "", ""),
        text=inject.text,
        out=inject.id in record.released,
        expected=expected,
        if_missed=inject.if_missed or "",
        notes=inject.notes or "",
        to=addressed(exercise, inject),
        sender=inject.sender or "",
        harm=inject.harm or "",
        on_wall=on_wall(exercise, inject),
        ask=inject.ask or "",
    )


def _when(inject: ExerciseInject, record: ExerciseRecord) -> str:
    """When it is due in words; at which minute as soon as the inject before it is out."""
    at = exercises.due_at(inject, record)
    return when(inject) if at is None else exercise_stamp(at)


def when(inject: ExerciseInject) -> str:
    """When an inject is due, in words."""
    timed = exercise_stamp(60 * inject.at) if inject.at is not None else ""
    after = f"{inject.delay} min after {inject.after}" if inject.after else ""
    return " and ".join(part for part in (timed, after) if part) or BY_HAND
