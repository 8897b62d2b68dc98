"""The pre-test: a few questions before the module, unscored, with "I don't know" as an answer.

Where all was known it offers to go on, so that lessons can be tested out of (`testing_out`).
"""

from tutor.engine import draw
from tutor.errors import ContentError
from tutor.model.items import Item
from tutor.model.record import Answered, Behaviour, QuizMoved
from tutor.study import questions
from tutor.study.frames import EndFrame, IntroFrame, PartRow, QuestionFrame, ResultFrame
from tutor.study.moves import Action, Answer, DontKnow, GoTo, Move, Skip
from tutor.study.parts import parts
from tutor.study.quiz import sheet as sheets
from tutor.study.quiz import testing_out
from tutor.study.quiz.pretest_result import (
    NAME,
    PRETEST_ITEMS,
    pretest_items,
    pretest_result,
    unknown_lessons,
)
from tutor.study.quiz.result import finished
from tutor.study.quiz.review import ReviewOfAnswers, asked_in
from tutor.study.quiz.sheet import Sheet
from tutor.study.seat import Seat
from tutor.study.session import Turns
from tutor.study.texts import counted

QUESTION = frozenset({Action.ANSWER, Action.DONT_KNOW})
RESULT = frozenset({Action.GO_TO})
INTRO = (
    "Nothing is scored. They show what you know already and where to begin.",
    "If you do not know, say so: that is an answer, and here it tells more than a guess.",
    "The explanations come at the end. You may leave this out; nothing depends on it.",
)


class PretestSession(Turns):
    """Goes on with the pre-test that was left open, shows its result, or introduces it.

    It is taken once: a second one would ask what the explanations have told.
    """

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._review: ReviewOfAnswers | None = None
        self._sheet: Sheet | None = self._left_open()
        self._index = 0
        if seat.record.pretest is not None:
            self._show_result()
        elif self._sheet is not None:
            self._go_on()
        else:
            self._show_intro()

    def _left_open(self) -> Sheet | None:
        quizzes = self._seat.record.open_quizzes.values()
        found = [sheets.reopen(self._seat, q) for q in quizzes if q.behaviour is Behaviour.PRETEST]
        return next((sheet for sheet in reversed(found) if sheet.items), None)

    def _take(self, move: Move) -> None:
        match self.frame:
            case IntroFrame() if self._sheet is not None:
                self._after_offer(self._sheet, move)
            case IntroFrame() if isinstance(move, Skip):
                self._show_left_out()
            case IntroFrame():
                self._start()
            case QuestionFrame():
                self._in_question(move)
            case _:
                self._in_result(move)

    # The beginning

    def _show_intro(self) -> None:
        pool = pretest_items(self._seat)
        if not pool:
            raise ContentError("This module has no questions for before the module.")
        count = min(len(pool), PRETEST_ITEMS)
        self._show(
            IntroFrame(
                heading=self._seat.heading(NAME),
                title=NAME,
                lines=(f"{counted(count, 'question')} on what this module teaches.", *INTRO),
                actions=frozenset({Action.NEXT, Action.SKIP}),
            )
        )

    def _show_left_out(self) -> None:
        self._show(
            EndFrame(
                heading=self._seat.heading(NAME),
                title="You can still take it until you begin with the module, or at any time "
                "after; it tells less then.",
                lines=(),
                following=next((row for row in parts(self._seat) if row.part != "pretest"), None),
                actions=frozenset(),
                ended="Left out",
            )
        )

    def _start(self) -> None:
        pool, attempt = pretest_items(self._seat), self._seat.world.new_id()
        drawn = draw.draw(
            pool,
            count=PRETEST_ITEMS,
            exposures=sheets.exposures(self._seat, pool),
            dice=self._seat.world.dice(f"{sheets.seed_of(attempt)}:draw"),
        )
        self._sheet = sheets.begin(self._seat, Behaviour.PRETEST, attempt, drawn)
        self._index = 0
        self._show_question()

    # A question

    @property
    def _open_sheet(self) -> Sheet:
        assert self._sheet is not None, "questions are only shown while a sheet is open"
        return self._sheet

    @property
    def _item(self) -> Item:
        return self._open_sheet.items[self._index]

    def _show_question(self) -> None:
        sheet = self._open_sheet
        heading = self._seat.heading(NAME, self._index + 1, len(sheet.items), sheet.notices)
        actions = QUESTION | ({Action.BACK} if self._index else set())
        asking = sheet.asking(self._item)
        self._show(questions.question(self._seat, asking, heading, actions))

    def _in_question(self, move: Move) -> None:
        asking = questions.first_try(self._open_sheet.asking(self._item))
        match move:
            case Answer():
                self._write(questions.answered(self._seat, asking, move))
            case DontKnow():
                self._write(questions.not_known(self._seat, asking, move))
            case _:
                self._go_to(self._index - 1)

    def _write(self, given: Answered) -> None:
        self._seat.write(given)
        if self._index + 1 < len(self._open_sheet.items):
            self._go_to(self._index + 1)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """To the first question without an answer; else to a further round, or to the result."""
        sheet = self._open_sheet
        unanswered = (i for i, item in enumerate(sheet.items) if sheet.given(item) is None)
        index = next(unanswered, None)
        if index is not None:
            self._index = index
            self._show_question()
        elif not testing_out.next_round(sheet):
            self._finish()
        elif sheet.open_quiz.extended:
            self._extend(sheet)
        else:
            self._show(testing_out.offer(sheet, NAME))

    def _after_offer(self, sheet: Sheet, move: Move) -> None:
        if isinstance(move, Skip):
            self._finish()
        else:
            self._extend(sheet)

    def _extend(self, sheet: Sheet) -> None:
        self._sheet = sheets.extend(sheet, testing_out.next_round(sheet))
        self._go_on()

    def _go_to(self, index: int) -> None:
        self._index = max(index, 0)
        self._seat.write(
            QuizMoved(
                module=self._seat.module.ref,
                attempt=self._open_sheet.attempt,
                at_item=self._seat.item_ref(self._item.id),
            )
        )
        self._show_question()

    # The result

    def _finish(self) -> None:
        self._seat.write(finished(self._open_sheet))
        self._sheet = None
        self._show_result()

    def _show_result(self) -> None:
        quiz = self._seat.record.pretest
        assert quiz is not None, "it was finished before its result is shown"
        result = pretest_result(self._seat, quiz, self._begin_with(), RESULT)
        self._review = ReviewOfAnswers(asked_in(self._seat, quiz), quiz, result, NAME)
        self._show(result)

    def _begin_with(self) -> PartRow | None:
        """The first lesson with anything new that was not read yet, else what is next."""
        quiz = self._seat.record.pretest
        rows = [row for row in parts(self._seat) if row.part != "pretest"]
        teaching = {one.id for one in unknown_lessons(self._seat, quiz)} if quiz else set()
        new = [row for row in rows if row.part == "lesson" and row.ref in teaching]
        rest = [row for row in rows if row.part != "lesson"]
        return next((row for row in (*new, *rest) if not row.done), None)

    def _in_result(self, move: Move) -> None:
        assert self._review is not None, "a result has its review"
        if isinstance(self.frame, ResultFrame) and not isinstance(move, GoTo):
            return
        self._show(self._review.do(move))
