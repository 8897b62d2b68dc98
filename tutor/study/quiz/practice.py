"""Practice: one question after the other, two tries, hints, the explanation at once."""

from dataclasses import replace

from tutor.engine import draw
from tutor.errors import ContentError
from tutor.model.items import Item, Use
from tutor.model.record import Answered, Behaviour, QuizMoved
from tutor.study import questions
from tutor.study.frames import Heading, PartRow, QuestionFrame, ResultFrame
from tutor.study.moves import Action, Answer, GoTo, Move
from tutor.study.quiz import sheet as sheets
from tutor.study.quiz.result import finished, result_frame
from tutor.study.quiz.review import ReviewOfAnswers, asked_in
from tutor.study.quiz.sheet import Sheet
from tutor.study.seat import Seat
from tutor.study.session import Turns

ROUND = 10
"""Questions in a round: about ten minutes, half of a study period of twenty."""

RESULT = frozenset({Action.GO_TO, Action.AGAIN})


class PracticeSession(Turns):
    """Goes on with the round that was left open, or draws a new one."""

    def __init__(self, seat: Seat, following: PartRow | None) -> None:
        super().__init__()
        self._seat = seat
        self._following = following
        self._begin()

    def _begin(self) -> None:
        self._review: ReviewOfAnswers | None = None
        self._sheet = self._open()
        self._index = self._sheet.index_of(self._sheet.open_quiz.at_item)
        self._asking = self._sheet.asking(self._item)
        given = self._sheet.given(self._item)
        if given is None:
            self._show_question()
        else:
            self._show_feedback(
                given, revealed=not questions.may_retry(self._asking, given.verdict)
            )

    def _open(self) -> Sheet:
        left = [
            q for q in self._seat.record.open_quizzes.values() if q.behaviour is Behaviour.PRACTICE
        ]
        if left:
            sheet = sheets.reopen(self._seat, left[-1])
            if sheet.items:
                return sheet
        pool = self._seat.items_for(Use.PRACTICE)
        if not pool:
            raise ContentError("This module has no practice questions.")
        attempt = self._seat.world.new_id()
        drawn = draw.draw(
            pool,
            count=ROUND,
            exposures=sheets.exposures(self._seat, pool),
            dice=self._seat.world.dice(f"{sheets.seed_of(attempt)}:draw"),
        )
        return sheets.begin(self._seat, Behaviour.PRACTICE, attempt, drawn)

    @property
    def _item(self) -> Item:
        return self._sheet.items[self._index]

    def _heading(self) -> Heading:
        return self._seat.heading(
            "Practice", self._index + 1, len(self._sheet.items), self._sheet.notices
        )

    def _take(self, move: Move) -> None:
        match self.frame:
            case QuestionFrame():
                self._in_question(move)
            case ResultFrame():
                self._in_result(move)
            case _:
                self._in_feedback(move)

    # A question

    def _in_question(self, move: Move) -> None:
        if isinstance(move, Answer):
            self._answer(move)
        else:
            self._asking = questions.with_hint(self._asking)
            self._show_question()

    def _show_question(self) -> None:
        more = self._asking.hints < len(self._asking.item.hints)
        actions = {Action.ANSWER} | ({Action.HINT} if more else set())
        self._show(
            questions.question(self._seat, self._asking, self._heading(), frozenset(actions))
        )

    def _answer(self, move: Answer) -> None:
        given = questions.answered(self._seat, self._asking, move)
        self._seat.write(given)
        self._asking = replace(self._asking, tries=given.tries, response=given.response)
        retry = questions.may_retry(self._asking, given.verdict)
        self._show_feedback(given, revealed=not retry)

    # Its explanation

    def _show_feedback(self, given: Answered, *, revealed: bool) -> None:
        actions = {Action.NEXT} if revealed else {Action.RETRY, Action.REVEAL}
        self._show(
            questions.feedback(
                self._seat,
                self._asking,
                given,
                self._heading(),
                frozenset(actions),
                revealed=revealed,
            )
        )

    def _in_feedback(self, move: Move) -> None:
        if self._review is not None:
            self._show(self._review.do(move))
        elif move.action is Action.RETRY:
            self._retry()
        elif move.action is Action.REVEAL:
            self._reveal()
        else:
            self._go_on()

    def _retry(self) -> None:
        given = self._sheet.given(self._item)
        locked = given.verdict.right_parts if given else ()
        self._asking = replace(self._asking, locked=locked)
        self._show_question()

    def _reveal(self) -> None:
        given = self._sheet.given(self._item)
        assert given is not None, "an explanation follows an answer"
        self._show_feedback(given, revealed=True)

    def _go_on(self) -> None:
        order = [*range(self._index + 1, len(self._sheet.items)), *range(self._index)]
        nxt = next((i for i in order if self._sheet.given(self._sheet.items[i]) is None), None)
        if nxt is None:
            self._hand_in()
            return
        self._index = nxt
        self._seat.write(
            QuizMoved(
                module=self._seat.module.ref,
                attempt=self._sheet.attempt,
                at_item=self._seat.item_ref(self._item.id),
            )
        )
        self._asking = self._sheet.asking(self._item)
        self._show_question()

    # The result

    def _hand_in(self) -> None:
        self._seat.write(finished(self._sheet))
        quiz = self._seat.record.quizzes[-1]
        heading = self._seat.heading("Practice", notices=self._sheet.notices)
        result = result_frame(self._seat, quiz, heading, self._following, RESULT)
        self._review = ReviewOfAnswers(asked_in(self._seat, quiz), quiz, result, "Practice")
        self._show(result)

    def _in_result(self, move: Move) -> None:
        if isinstance(move, GoTo):
            assert self._review is not None
            self._show(self._review.do(move))
        else:
            self._begin()
