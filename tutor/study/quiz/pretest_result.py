"""What a pre-test says: nothing is scored, but what can be left out and where to begin.

Tested out (`engine/testing_out`) means that the lessons of an objective may be skipped. What is
known from one question or two may be read quickly: that is a hint, no evidence.
"""

from collections.abc import Collection
from dataclasses import replace

from tutor.engine import grading
from tutor.engine.testing_out import is_known, is_out
from tutor.model.course import Lesson
from tutor.model.items import Item, Use
from tutor.model.progress import QuizRecord
from tutor.model.record import ObjectiveScore, Outcome
from tutor.study.frames import PartRow, ResultFrame
from tutor.study.moves import Action
from tutor.study.quiz.result import result_frame
from tutor.study.seat import Seat
from tutor.study.texts import percent

PRETEST_ITEMS = 8
"""Questions at most (LEARNING.md: five to eight)."""

NAME = "Before you begin"


def pretest_items(seat: Seat) -> tuple[Item, ...]:
    """The questions of a pre-test; what nobody can grade says nothing about what is known."""
    return tuple(item for item in seat.items_for(Use.PRETEST) if grading.gradable(item))


def pretest_result(
    seat: Seat, quiz: QuizRecord, following: PartRow | None, actions: frozenset[Action]
) -> ResultFrame:
    """The result as a screen. `following`: where to begin."""
    frame = result_frame(seat, quiz, seat.heading(f"{NAME}: result"), following, actions)
    by_text = {seat.objective_text(one.objective): one for one in quiz.objectives}
    rows = tuple(replace(row, note=_note(by_text[row.objective])) for row in frame.objectives)
    return replace(
        frame,
        message=_message(quiz),
        objectives=rows,
        advice=_advice(seat, quiz, following),
        earlier=(),
    )


def known(quiz: QuizRecord) -> frozenset[str]:
    """The objectives of which everything asked was known."""
    return frozenset(one.objective for one in quiz.objectives if is_known(one))


def unknown_lessons(seat: Seat, quiz: QuizRecord) -> list[Lesson]:
    """The lessons that teach anything which was not known, in their order."""
    sure = known(quiz)
    lessons = (lesson for lesson in seat.module.lessons if lesson.pages)
    return [lesson for lesson in lessons if not sure.issuperset(lesson.head.objectives)]


def _note(score: ObjectiveScore) -> str:
    if is_out(score):
        return "tested out"
    return "known already" if is_known(score) else "to be learned"


def _message(quiz: QuizRecord) -> str:
    said = [answer.verdict.outcome for answer in quiz.answers.values()]
    right, unsaid = said.count(Outcome.CORRECT), said.count(Outcome.NOT_KNOWN)
    total = len(quiz.items)
    blank = f', "I don\'t know" {unsaid} times' if unsaid > 1 else ""
    once = ', "I don\'t know" once' if unsaid == 1 else ""
    uneven = len({one.possible for one in quiz.objectives}) > 1
    each = ", each objective counted once" if uneven else ""
    return (
        f"You knew {right} of {total}{blank}{once}: {percent(quiz.percent)} before the module"
        f"{each}. Nothing here is scored."
    )


def _advice(seat: Seat, quiz: QuizRecord, following: PartRow | None) -> tuple[str, ...]:
    lines = []
    if following is not None:
        lines.append(f"Where to begin: {following.title}.")
    out = {one.objective for one in quiz.objectives if is_out(one)}
    skipped = _lessons_within(seat, out)
    quick = [title for title in _lessons_within(seat, known(quiz)) if title not in skipped]
    if skipped:
        lines.append(f"May be skipped: {'; '.join(skipped)}.")
    if quick:
        lines.append(f"May be read quickly, you seem to know it: {'; '.join(quick)}.")
    return tuple(lines)


def _lessons_within(seat: Seat, objectives: Collection[str]) -> list[str]:
    """The titles of the lessons that teach these objectives and nothing else."""
    found = frozenset(objectives)
    lessons = (lesson for lesson in seat.module.lessons if lesson.pages)
    return [one.head.title for one in lessons if found.issuperset(one.head.objectives)]
