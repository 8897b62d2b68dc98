"""Ordering: the right order, with the place each line was given."""

from tutor.engine.grading import Shown
from tutor.model.items import Order
from tutor.model.record import Verdict
from tutor.model.responses import Ordering, Response
from tutor.study.frames import AnswerNote, Body, Option, OrderBody
from tutor.study.kinds.base import Presenter


class OrderPresenter(Presenter[Order]):
    """See `Presenter`."""

    def body(self, item: Order, shown: Shown) -> Body:
        return OrderBody(tuple(Option(key, item.answers[key]) for key in shown.order))

    def notes(
        self, item: Order, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        given = response.order if isinstance(response, Ordering) else ()
        return tuple(
            self._note(item, key, place, given) for place, key in enumerate(item.answers, start=1)
        )

    def why(self, item: Order, verdict: Verdict) -> str:
        return item.why

    @staticmethod
    def _note(item: Order, key: str, place: int, given: tuple[str, ...]) -> AnswerNote:
        put = given.index(key) + 1 if key in given else 0
        return AnswerNote(
            key=key,
            text=item.answers[key],
            chosen=f"your place {put}" if put else "not placed",
            mark="right" if put == place else "wrong",
            why="",
            right=f"place {place}",
        )
