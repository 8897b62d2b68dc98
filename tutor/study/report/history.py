"""What was done: days, accuracy over time, quizzes, before and after."""

from collections.abc import Mapping
from datetime import date, timedelta

from tutor.engine import draw
from tutor.model.library import Course
from tutor.model.progress import QuizRecord
from tutor.model.record import Behaviour
from tutor.model.review import Day
from tutor.study.frames import AccuracyRow, ComparedFrame, ComparedRow, DayRow, ExamRow
from tutor.study.pass_marks import marks_of
from tutor.study.review_queue import Studied

DAYS = 84
"""Days of activity: twelve weeks."""


def activity(days: Mapping[date, Day], today: date) -> tuple[DayRow, ...]:
    """The last twelve weeks, oldest first, with the days on which nothing was done."""
    span = (today - timedelta(days=back) for back in reversed(range(DAYS)))
    return tuple(_day(day, days.get(day, Day())) for day in span)


def _day(day: date, found: Day) -> DayRow:
    return DayRow(
        day=day,
        minutes=found.seconds / 60,
        pages=found.pages,
        answers=found.answers,
        reviews=found.reviews,
        decisions=found.decisions,
    )


def accuracy(days: Mapping[date, Day]) -> tuple[AccuracyRow, ...]:
    """Every week with answers, oldest first."""
    weeks: dict[date, tuple[int, float]] = {}
    for day, found in sorted(days.items()):
        monday = day - timedelta(days=day.weekday())
        answers, earned = weeks.get(monday, (0, 0.0))
        weeks[monday] = (answers + found.answers, earned + found.earned)
    return tuple(
        AccuracyRow(monday, answers, earned / answers)
        for monday, (answers, earned) in weeks.items()
        if answers
    )


def exams(courses: Mapping[str, Course], studied: Mapping[str, Studied]) -> tuple[ExamRow, ...]:
    """Every module quiz that was handed in, the last one first."""
    rows = [
        _exam(courses[ref.partition("/")[0]], found, quiz)
        for ref, found in studied.items()
        for quiz in found.record.quizzes
        if quiz.behaviour is Behaviour.EXAM
    ]
    return tuple(sorted(rows, key=lambda row: row.at, reverse=True))


def _exam(course: Course, found: Studied, quiz: QuizRecord) -> ExamRow:
    mark = marks_of(course.head, quiz).objective
    return ExamRow(
        module=found.module.ref,
        title=found.module.head.title,
        attempt=quiz.attempt,
        at=quiz.finished_at,
        percent=quiz.percent,
        passed=quiz.passed,
        weak=tuple(
            _objective(found, score.objective)
            for score in quiz.objectives
            if not draw.reached(score, mark)
        ),
    )


def compared(studied: Mapping[str, Studied]) -> tuple[ComparedFrame, ...]:
    """Every module with a pre-test: the first pre-test against the last quiz."""
    found = (_compared(one) for one in studied.values())
    return tuple(frame for frame in found if frame is not None)


def _compared(found: Studied) -> ComparedFrame | None:
    quizzes = found.record.quizzes
    before = found.record.pretest
    after = next((quiz for quiz in reversed(quizzes) if quiz.behaviour is Behaviour.EXAM), None)
    if before is None:
        return None
    first, last = _percents(before), _percents(after) if after else {}
    return ComparedFrame(
        ref=found.module.ref,
        title=found.module.head.title,
        before=before.percent,
        after=after.percent if after else None,
        rows=tuple(
            ComparedRow(objective.text, first.get(objective.id), last.get(objective.id))
            for objective in found.module.head.objectives
        ),
    )


def _percents(quiz: QuizRecord) -> dict[str, float]:
    return {one.objective: draw.percent_of(one.earned, one.possible) for one in quiz.objectives}


def _objective(found: Studied, objective_id: str) -> str:
    objective = found.module.head.objective(objective_id)
    return objective.text if objective else objective_id
