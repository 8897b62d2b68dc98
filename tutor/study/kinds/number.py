"""A number: what was typed and what it should be."""

from tutor.engine.grading import Shown
from tutor.engine.grading.number import plain
from tutor.model.items import Number
from tutor.model.record import Outcome, Verdict
from tutor.model.responses import Response, Written
from tutor.study.frames import AnswerNote, Body, WriteBody
from tutor.study.kinds.base import Presenter


class NumberPresenter(Presenter[Number]):
    """See `Presenter`."""

    def body(self, item: Number, shown: Shown) -> Body:
        return WriteBody(unit=item.unit or "", number=True)

    def notes(
        self, item: Number, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        typed = response.text.strip() if isinstance(response, Written) else ""
        right = verdict.outcome is Outcome.CORRECT
        within = f", within {plain(item.tolerance)}" if item.tolerance else ""
        return (
            AnswerNote(
                key="typed",
                text=typed or "nothing typed",
                chosen="your answer",
                mark="right" if right else "wrong",
                why="",
                right=f"{plain(item.answer)} {item.unit or ''}".strip() + within,
            ),
        )

    def why(self, item: Number, verdict: Verdict) -> str:
        return item.why
