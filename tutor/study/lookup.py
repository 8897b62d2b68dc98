"""Looking something up: a page or an explanation, without leaving anything behind.

Nothing is recorded, so what was under way stays the place to go on with.
"""

from dataclasses import replace

from tutor.engine import grading
from tutor.errors import ContentError
from tutor.model.course import Lesson
from tutor.model.items import Item
from tutor.model.record import ALL_MODULES, Answered, Behaviour, Outcome
from tutor.study import questions
from tutor.study.frames import FeedbackFrame, Heading, PageFrame
from tutor.study.lesson import page_ref
from tutor.study.moves import Action, Answer, Move
from tutor.study.questions import Asking
from tutor.study.seat import Seat
from tutor.study.seen import explained
from tutor.study.session import Session, Turns

PAGE, QUESTION = "look up page", "look up question"
"""The parts that the desk opens so. `ref`: `lesson/page`, the id of a question."""


def looked_up(seat: Seat, part: str, ref: str) -> Session:
    """The session for one of the two. Raises ContentError where there is nothing to show."""
    if part == PAGE:
        return PageLookup(seat, ref)
    item = seat.item(ref)
    if not explained(seat.learner.progress, seat.item_ref(item.id)):
        raise ContentError(
            "This question is still to be answered, so its explanation is not shown yet.",
            "It comes up in practice or in the quiz of its module.",
        )
    return QuestionLookup(seat, item)


class PageLookup(Turns):
    """A page of a lesson; on and back through the lesson, without the checkpoints."""

    def __init__(self, seat: Seat, ref: str) -> None:
        super().__init__()
        self._seat = seat
        self._lesson, self._index = _page(seat, ref)
        self._show_page()

    def _take(self, move: Move) -> None:
        self._index += 1 if move.action is Action.NEXT else -1
        self._show_page()

    def _show_page(self) -> None:
        seat, pages = self._seat, self._lesson.pages
        page = pages[self._index]
        on = {Action.NEXT} if self._index + 1 < len(pages) else set()
        back = {Action.BACK} if self._index else set()
        self._show(
            PageFrame(
                heading=seat.heading(self._lesson.head.title, self._index + 1, len(pages)),
                ref=page_ref(self._lesson, page),
                title=page.title,
                text=page.text,
                sources=seat.sources_in(page.text),
                terms=seat.terms_in(page.text),
                checks=0,
                checks_done=0,
                actions=frozenset(on | back),
            )
        )


class QuestionLookup(Turns):
    """The explanation of a question that was answered before."""

    def __init__(self, seat: Seat, item: Item) -> None:
        super().__init__()
        self._show(_explanation(seat, item))

    def _take(self, move: Move) -> None:
        """There is nothing to do but to read."""


def _page(seat: Seat, ref: str) -> tuple[Lesson, int]:
    for lesson in seat.module.lessons:
        for index, page in enumerate(lesson.pages):
            if page_ref(lesson, page) == ref:
                return lesson, index
    raise ContentError(
        f"The page {ref} is not in {seat.module.ref} any more.", "The course was changed."
    )


def _explanation(seat: Seat, item: Item) -> FeedbackFrame:
    given = _last_answer(seat, seat.item_ref(item.id))
    behaviour = given.behaviour if given else Behaviour.PRACTICE
    asking = Asking(item, behaviour, given.seed if given else 0)
    heading = seat.heading("Explanation")
    if given is not None and given.fingerprint.meaning == seat.fingerprint(item.id).meaning:
        asking = replace(asking, tries=given.tries, response=given.response)
        return questions.feedback(seat, asking, given, heading, frozenset())
    return right_answer(seat, asking, heading)


def right_answer(seat: Seat, asking: Asking, heading: Heading) -> FeedbackFrame:
    """The explanation of the key, for somebody who did not answer."""
    key = questions.answered(seat, asking, Answer(grading.key(asking.item)))
    shown = questions.feedback(seat, asking, key, heading, frozenset())
    return replace(
        shown,
        outcome=Outcome.NOT_GRADABLE,
        message="The right answer, explained.",
        notes=tuple(replace(note, chosen="") if note.label else note for note in shown.notes),
    )


def _last_answer(seat: Seat, ref: str) -> Answered | None:
    """The learner's last answer in a quiz; single checkpoint answers are not kept in progress."""
    records = (seat.record, seat.learner.progress.module(ALL_MODULES))
    closed = [quiz for record in records for quiz in record.quizzes]
    left = [quiz for record in records for quiz in record.open_quizzes.values()]
    found = [(quiz.started_at, quiz.answers) for quiz in closed if ref in quiz.answers]
    found += [(quiz.started_at, quiz.answers) for quiz in left if ref in quiz.answers]
    return max(found, key=lambda one: one[0])[1][ref] if found else None
