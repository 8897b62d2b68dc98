"""Reading the explanations of a finished quiz, one question after the other."""

from collections.abc import Sequence

from tutor.model.items import Item
from tutor.model.progress import QuizRecord
from tutor.study import questions
from tutor.study.frames import FeedbackFrame, Frame, ResultFrame
from tutor.study.moves import Action, GoTo, Move
from tutor.study.questions import Asking
from tutor.study.quiz.result import answer_in
from tutor.study.seat import Seat

Asked = tuple[Seat, Item]
"""A question, and the module that it is of."""


def asked_in(seat: Seat, quiz: QuizRecord) -> list[Asked]:
    """The questions of a quiz over one module that the course still has."""
    ids = [ref.rsplit("/", 1)[-1] for ref in quiz.items]
    return [(seat, seat.module.items[i]) for i in ids if i in seat.module.items]


class ReviewOfAnswers:
    """From the result to any explanation (`GoTo`), on and back, and to the result (`Overview`)."""

    def __init__(
        self, asked: Sequence[Asked], quiz: QuizRecord, result: ResultFrame, part: str
    ) -> None:
        self._asked = tuple(asked)
        self._quiz = quiz
        self._result = result
        self._part = part
        self._index = 0

    def do(self, move: Move) -> Frame:
        """The frame after a move; leaving either end shows the result again."""
        if isinstance(move, GoTo):
            self._index = move.number - 1
        elif move.action is Action.NEXT:
            self._index += 1
        elif move.action is Action.BACK:
            self._index -= 1
        else:
            return self._result
        if not 0 <= self._index < len(self._asked):
            return self._result
        return self._explanation(*self._asked[self._index])

    def _explanation(self, seat: Seat, item: Item) -> FeedbackFrame:
        given = answer_in(seat, self._quiz, item)
        asking = Asking(
            item=item,
            behaviour=self._quiz.behaviour,
            seed=given.seed,
            attempt=self._quiz.attempt,
            tries=given.tries,
            response=given.response,
        )
        heading = seat.heading(f"{self._part}: your answers", self._index + 1, len(self._asked))
        actions = frozenset({Action.NEXT, Action.BACK, Action.OVERVIEW, Action.GO_TO})
        return questions.feedback(seat, asking, given, heading, actions)
