"""The parts of a module in their order, and how far the learner is with each."""

from dataclasses import replace

from tutor.engine import read_time
from tutor.model.course import Lesson
from tutor.model.items import Item, Use
from tutor.model.progress import ModuleRecord, Run
from tutor.model.record import Behaviour
from tutor.model.scenario import Scenario
from tutor.study.frames import PartRow
from tutor.study.lesson import page_ref
from tutor.study.quiz.practice import ROUND
from tutor.study.quiz.pretest_result import PRETEST_ITEMS, pretest_items
from tutor.study.seat import Seat
from tutor.study.texts import counted, percent

PRACTICE_DONE = 1
"""Rounds of practice after which the module counts it as done."""


def parts(seat: Seat) -> tuple[PartRow, ...]:
    """Pre-test, lessons, practice, scenarios, quiz; the first one to be done is marked `next`."""
    rows = [_pretest_row(seat)] if pretest_items(seat) else []
    rows += [_lesson_row(seat, lesson) for lesson in seat.module.lessons if lesson.pages]
    if seat.items_for(Use.PRACTICE):
        rows.append(_practice_row(seat))
    rows.extend(_scenario_row(seat, scenario) for scenario in seat.module.scenarios.values())
    if seat.items_for(Use.EXAM):
        rows.append(_exam_row(seat))
    first = next((row for row in rows if not row.done and not row.left_out), None)
    return tuple(replace(row, next=row is first) for row in rows)


def following(seat: Seat, part: str, ref: str) -> PartRow | None:
    """The part that comes after this one in the order of the module."""
    rows = parts(seat)
    places = [i for i, row in enumerate(rows) if (row.part, row.ref) == (part, ref)]
    return rows[places[0] + 1] if places and places[0] + 1 < len(rows) else None


def done_share(seat: Seat) -> float:
    """How much of the module is done, 0..1: half for reading, half for scenarios and quiz."""
    pages = seat.module.page_count
    read = pages_read(seat) / pages if pages else 1.0
    deeds = [row.done for row in parts(seat) if row.part in ("scenario", "exam")]
    return 0.5 * read + 0.5 * (sum(deeds) / len(deeds) if deeds else read)


def pages_read(seat: Seat) -> int:
    """How many of the pages that exist now were shown."""
    read = seat.record.pages
    return sum(
        page_ref(lesson, page) in read for lesson in seat.module.lessons for page in lesson.pages
    )


def _pretest_row(seat: Seat) -> PartRow:
    record, pool = seat.record, pretest_items(seat)
    count = min(len(pool), PRETEST_ITEMS)
    left = [q for q in record.open_quizzes.values() if q.behaviour is Behaviour.PRETEST]
    before = record.pretest
    begun = bool(record.pages or record.runs or record.quizzes) and before is None
    if left:
        state = f"{len(left[-1].answers)} of {len(left[-1].items)} answered"
    elif before is not None:
        state = f"{percent(before.percent)} before{_now(record)}"
    else:
        state = "left out" if begun else "not started; may be left out"
    return PartRow(
        part="pretest",
        ref="",
        title=f"Before you begin: {counted(count, 'question')}",
        state=state,
        minutes=read_time.quiz_minutes(pool, count),
        done=before is not None,
        open=bool(left),
        left_out=begun,
    )


def _now(record: ModuleRecord) -> str:
    """The last module quiz, to hold against the pre-test."""
    taken = [q for q in record.quizzes if q.behaviour is Behaviour.EXAM]
    return f", {percent(taken[-1].percent)} in the last quiz" if taken else ""


def _lesson_row(seat: Seat, lesson: Lesson) -> PartRow:
    total = len(lesson.pages)
    read = sum(page_ref(lesson, page) in seat.record.pages for page in lesson.pages)
    state = "not started" if not read else "read" if read == total else f"{read} of {total} pages"
    minutes = read_time.lesson_minutes(lesson, _asked(seat, lesson))
    return PartRow(
        "lesson", lesson.id, lesson.head.title, state, minutes, read == total, 0 < read < total
    )


def _asked(seat: Seat, lesson: Lesson) -> list[Item]:
    items = seat.module.items
    return [items[q] for page in lesson.pages for q in page.ask if q in items]


def _practice_row(seat: Seat) -> PartRow:
    record = seat.record
    rounds = [q for q in record.quizzes if q.behaviour is Behaviour.PRACTICE]
    left = [q for q in record.open_quizzes.values() if q.behaviour is Behaviour.PRACTICE]
    pool = seat.items_for(Use.PRACTICE)
    count = min(ROUND, len(pool))
    if left:
        state = f"{len(left[-1].answers)} of {len(left[-1].items)} answered"
    elif rounds:
        last = f", last {percent(rounds[-1].percent)}" if rounds[-1].objectives else ""
        state = f"{len(rounds)} round{'s' if len(rounds) > 1 else ''}{last}"
    else:
        state = "not started"
    return PartRow(
        part="practice",
        ref="",
        title=f"Practice, {counted(count, 'question')} with explanations",
        state=state,
        minutes=read_time.quiz_minutes(pool, count),
        done=len(rounds) >= PRACTICE_DONE,
        open=bool(left),
    )


def _scenario_row(seat: Seat, scenario: Scenario) -> PartRow:
    runs = [r for r in seat.record.runs.values() if r.start.scenario == scenario.id]
    complete = [run for run in runs if run.ending]
    left = [run for run in runs if run.open]
    return PartRow(
        part="scenario",
        ref=scenario.id,
        title=f"Scenario: {scenario.head.title}",
        state=_scenario_state(complete, left),
        minutes=read_time.scenario_minutes(scenario),
        done=bool(complete),
        open=bool(left),
    )


def _scenario_state(complete: list[Run], left: list[Run]) -> str:
    if left:
        return f"under way, {len(left[-1].steps)} decisions"
    if not complete:
        return "not started"
    replays = f", {len(complete) - 1} replayed" if len(complete) > 1 else ""
    return f"done, {complete[0].end} ending{replays}"


def _exam_row(seat: Seat) -> PartRow:
    record: ModuleRecord = seat.record
    taken = [q for q in record.quizzes if q.behaviour is Behaviour.EXAM]
    left = [q for q in record.open_quizzes.values() if q.behaviour is Behaviour.EXAM]
    passed = [q for q in taken if q.passed]
    pool = seat.items_for(Use.EXAM)
    count = min(len(pool), seat.module.head.quiz_items)
    if left:
        state = f"{len(left[-1].answers)} of {len(left[-1].items)} answered"
    elif passed:
        state = f"passed {percent(max(q.percent for q in passed))}"
    elif taken:
        state = f"not passed yet, {percent(taken[-1].percent)}"
    else:
        state = "not started"
    return PartRow(
        part="exam",
        ref="",
        title=f"Module quiz, {counted(count, 'question')}",
        state=state,
        minutes=read_time.quiz_minutes(pool, count),
        done=bool(passed),
        open=bool(left),
    )
