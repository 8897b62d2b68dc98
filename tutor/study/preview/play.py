"""The session over a block: the one that a learner would have, begun at this very block."""

from collections.abc import Callable

from tutor.content.draft import DraftBlock, Kind, Standing
from tutor.errors import ContentError
from tutor.model.course import Lesson, LessonHead
from tutor.model.items import Item
from tutor.model.record import Behaviour, ScenarioState
from tutor.study import questions
from tutor.study.frames import IntroFrame
from tutor.study.lesson import LessonSession
from tutor.study.moves import Action, Again, Answer, Move
from tutor.study.questions import Asking
from tutor.study.scenario.session import ScenarioSession
from tutor.study.seat import Seat
from tutor.study.session import Session, Turns

LOST = "There is no good version of this block yet. It is shown as soon as it can be read."
NO_VIEW = "Learners do not see this file by itself."
SEED = 1
"""Answers stand in the same order after each save."""


class Still(Turns):
    """Something to read, and nothing to do."""

    def __init__(self, seat: Seat, title: str, *lines: str) -> None:
        super().__init__()
        shown = tuple(line for line in lines if line)
        self._show(IntroFrame(seat.heading(title), title, shown, frozenset()))

    def _take(self, move: Move) -> None:
        """There is nothing to do."""


class QuestionPreview(Turns):
    """One question, asked as at a checkpoint: one try, hints, the explanation; then once more."""

    def __init__(self, seat: Seat, item: Item) -> None:
        super().__init__()
        self._seat = seat
        self._item = item
        self._heading = seat.heading(item.id)
        self._asking = Asking(item, Behaviour.CHECKPOINT, SEED)
        self._show_question()

    def _take(self, move: Move) -> None:
        match move:
            case Answer():
                given = questions.answered(self._seat, self._asking, move)
                again = frozenset({Action.AGAIN})
                self._show(
                    questions.feedback(self._seat, self._asking, given, self._heading, again)
                )
            case Again():
                self._asking = Asking(self._item, Behaviour.CHECKPOINT, SEED)
                self._show_question()
            case _:
                self._asking = questions.with_hint(self._asking)
                self._show_question()

    def _show_question(self) -> None:
        hint = {Action.HINT} if self._asking.hints < len(self._item.hints) else set()
        actions = frozenset({Action.ANSWER} | hint)
        self._show(questions.question(self._seat, self._asking, self._heading, actions))


def play(
    seat: Seat, block: DraftBlock | None, state: Callable[[str, str], ScenarioState]
) -> Session:
    """The session of a block; `state` says from which state a situation of a scenario is played.

    Never raises for what an author may have written.
    """
    if block is None:
        return Still(seat, NO_VIEW)
    if block.standing is Standing.LOST:
        return Still(seat, block.block or block.owner or block.kind.value, LOST)
    try:
        return _session(seat, block, state)
    except ContentError as error:
        return Still(seat, str(error), error.hint)


def _session(seat: Seat, block: DraftBlock, state: Callable[[str, str], ScenarioState]) -> Session:
    module = seat.module
    match block.kind:
        case Kind.MODULE:
            return _about_module(seat)
        case Kind.LESSON:
            return _about_lesson(seat, block.value)
        case Kind.PAGE:
            return LessonSession(seat, _lesson(seat, block.owner), None, block.block)
        case Kind.QUESTION:
            return QuestionPreview(seat, module.items[block.block])
        case Kind.SCENARIO:
            return ScenarioSession(seat, module.scenarios[block.owner], None)
        case Kind.NODE:
            scenario = module.scenarios.get(block.owner)
            if scenario is None:
                raise ContentError("The keys at the top of this scenario cannot be read yet.")
            begin_at = state(block.owner, block.block)
            return ScenarioSession(seat, scenario, None, begin_at=begin_at)


def _lesson(seat: Seat, lesson_id: str) -> Lesson:
    found = next((one for one in seat.module.lessons if one.id == lesson_id), None)
    if found is None:
        raise ContentError("The keys at the top of this lesson cannot be read yet.")
    return found


def _about_module(seat: Seat) -> Session:
    head = seat.module.head
    objectives = "\n".join(f"- {one.text}" for one in head.objectives)
    note = f"**Content note.** {head.content_note}" if head.content_note else ""
    return Still(seat, head.title, note, f"{head.minutes} min", objectives, head.summary)


def _about_lesson(seat: Seat, head: object) -> Session:
    assert isinstance(head, LessonHead), "a lesson that is not lost has a head"
    objectives = "\n".join(f"- {seat.objective_text(one)}" for one in head.objectives)
    return Still(seat, head.title, head.summary or "", objectives)
