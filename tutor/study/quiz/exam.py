"""The module quiz: one try, any order, flags, handed in as a whole, explained afterwards."""

from datetime import datetime, timedelta

from tutor.engine import draw
from tutor.errors import ContentError
from tutor.model.items import Item, Use
from tutor.model.progress import QuizRecord
from tutor.model.record import Behaviour, QuizMoved
from tutor.study import questions
from tutor.study.frames import (
    Heading,
    IntroFrame,
    OverviewFrame,
    OverviewRow,
    PartRow,
    QuestionFrame,
    ResultFrame,
)
from tutor.study.moves import Action, Answer, GoTo, Move
from tutor.study.quiz import sheet as sheets
from tutor.study.quiz.result import finished, result_frame
from tutor.study.quiz.review import ReviewOfAnswers, asked_in
from tutor.study.quiz.sheet import Sheet
from tutor.study.seat import Seat
from tutor.study.session import Turns
from tutor.study.texts import counted

NAME = "Module quiz"
QUESTION = frozenset({Action.ANSWER, Action.FLAG, Action.OVERVIEW, Action.GO_TO, Action.NEXT})
OVERVIEW = frozenset({Action.GO_TO, Action.BACK, Action.FINISH})


class ExamSession(Turns):
    """Goes on with the quiz that was left open, shows the last result, or introduces a new one."""

    def __init__(self, seat: Seat, following: PartRow | None) -> None:
        super().__init__()
        self._seat = seat
        self._following = following
        self._review: ReviewOfAnswers | None = None
        self._sheet: Sheet | None = self._left_open()
        self._index = 0
        past = self._finished()
        if self._sheet is not None:
            self._index = self._sheet.index_of(self._sheet.open_quiz.at_item)
            self._show_question()
        elif past:
            self._show_result(past[-1])
        else:
            self._show_intro()

    def _left_open(self) -> Sheet | None:
        quizzes = self._seat.record.open_quizzes.values()
        sheets_ = [sheets.reopen(self._seat, q) for q in quizzes if q.behaviour is Behaviour.EXAM]
        return next((sheet for sheet in reversed(sheets_) if sheet.items), None)

    def _finished(self) -> list[QuizRecord]:
        return [q for q in self._seat.record.quizzes if q.behaviour is Behaviour.EXAM]

    def _take(self, move: Move) -> None:
        match self.frame:
            case IntroFrame():
                self._start()
            case QuestionFrame():
                self._in_question(move)
            case OverviewFrame():
                self._in_overview(move)
            case _:
                self._in_result(move)

    # The beginning

    def _show_intro(self) -> None:
        head, count = self._seat.course.head, self._count()
        self._show(
            IntroFrame(
                heading=self._seat.heading(NAME),
                title=NAME,
                lines=(
                    f"{counted(count, 'question')}, drawn over all objectives of this module.",
                    "One try each. You may go back, change answers and flag questions for later.",
                    "The explanations come after you hand in. Nothing is timed.",
                    _rule(head.pass_mark, head.objective_mark),
                    "You may leave at any time and go on later; every answer is kept.",
                ),
                actions=frozenset({Action.NEXT}),
            )
        )

    def _count(self) -> int:
        pool = self._seat.items_for(Use.EXAM)
        if not pool:
            raise ContentError("This module has no quiz questions.")
        return min(len(pool), self._seat.module.head.quiz_items)

    def _start(self) -> None:
        pool, attempt = self._seat.items_for(Use.EXAM), self._seat.world.new_id()
        drawn = draw.draw(
            pool,
            count=self._count(),
            exposures=sheets.exposures(self._seat, pool),
            dice=self._seat.world.dice(f"{sheets.seed_of(attempt)}:draw"),
        )
        self._sheet = sheets.begin(self._seat, Behaviour.EXAM, attempt, drawn)
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

    def _heading(self, part: str = NAME, place: bool = True) -> Heading:
        total = len(self._open_sheet.items)
        number = self._index + 1 if place else 0
        return self._seat.heading(part, number, total if place else 0, self._open_sheet.notices)

    def _show_question(self) -> None:
        actions = QUESTION | ({Action.BACK} if self._index else set())
        asking = self._open_sheet.asking(self._item)
        self._show(questions.question(self._seat, asking, self._heading(), actions))

    def _in_question(self, move: Move) -> None:
        match move:
            case Answer():
                self._answer(move)
            case GoTo():
                self._go_to(move.number - 1)
            case _ if move.action is Action.FLAG:
                self._flag()
            case _ if move.action is Action.OVERVIEW:
                self._show_overview()
            case _ if move.action is Action.BACK:
                self._go_to(self._index - 1)
            case _:
                self._go_to(self._index + 1)

    def _answer(self, move: Answer) -> None:
        asking = self._open_sheet.asking(self._item)
        once = questions.first_try(asking)
        self._seat.write(questions.answered(self._seat, once, move))
        if move.stay:
            self._show_question()
        else:
            self._go_to(self._index + 1)

    def _go_to(self, index: int) -> None:
        if index >= len(self._open_sheet.items):
            self._show_overview()
            return
        self._index = max(index, 0)
        self._moved()
        self._show_question()

    def _flag(self) -> None:
        ref = self._seat.item_ref(self._item.id)
        self._moved(flagged=ref not in self._open_sheet.open_quiz.flagged)
        self._show_question()

    def _moved(self, flagged: bool | None = None) -> None:
        self._seat.write(
            QuizMoved(
                module=self._seat.module.ref,
                attempt=self._open_sheet.attempt,
                at_item=self._seat.item_ref(self._item.id),
                flagged=flagged,
            )
        )

    # The list, and handing in

    def _show_overview(self) -> None:
        sheet, head = self._open_sheet, self._seat.course.head
        rows = tuple(self._overview_row(n, item) for n, item in enumerate(sheet.items, start=1))
        self._show(
            OverviewFrame(
                heading=self._heading(f"{NAME}: before you hand in", place=False),
                rows=rows,
                unanswered=sum(1 for row in rows if not row.answered),
                pass_mark=head.pass_mark,
                objective_mark=head.objective_mark,
                actions=OVERVIEW,
            )
        )

    def _overview_row(self, number: int, item: Item) -> OverviewRow:
        sheet = self._open_sheet
        return OverviewRow(
            number=number,
            prompt=questions.label(item),
            answered=sheet.given(item) is not None,
            flagged=self._seat.item_ref(item.id) in sheet.open_quiz.flagged,
        )

    def _in_overview(self, move: Move) -> None:
        if isinstance(move, GoTo):
            self._go_to(move.number - 1)
        elif move.action is Action.FINISH:
            self._seat.write(finished(self._open_sheet))
            self._sheet = None
            self._show_result(self._finished()[-1])
        else:
            self._show_question()

    # The result

    def _show_result(self, quiz: QuizRecord) -> None:
        wait = draw.retake_from(quiz.finished_at) if quiz.passed is False else None
        too_early = wait is not None and self._seat.world.clock() < wait
        actions = {Action.GO_TO} if too_early else {Action.GO_TO, Action.AGAIN}
        advice: tuple[str, ...] = ()
        if too_early and wait is not None:
            advice = (_wait(wait),)
        heading = self._seat.heading(f"{NAME}: result")
        result = result_frame(
            self._seat, quiz, heading, self._following, frozenset(actions), advice
        )
        self._review = ReviewOfAnswers(asked_in(self._seat, quiz), quiz, result, NAME)
        self._show(result)

    def _in_result(self, move: Move) -> None:
        assert self._review is not None, "a result has its review"
        if isinstance(self.frame, ResultFrame) and move.action is Action.AGAIN:
            self._show_intro()
        else:
            self._show(self._review.do(move))


def _rule(pass_mark: int, objective_mark: int) -> str:
    return f"Pass: {pass_mark} % overall and {objective_mark} % on every objective."


def _wait(until: datetime) -> str:
    return (
        f"A new attempt is possible from {until + timedelta(minutes=1):%Y-%m-%d %H:%M} UTC. "
        "Until then, practise: sleep and practice change more than a second try."
    )
