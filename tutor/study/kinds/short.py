"""A typed answer: what was typed and what is accepted."""

from tutor.engine.grading import Shown
from tutor.model.items import Short
from tutor.model.record import Outcome, Verdict
from tutor.model.responses import Response, Written
from tutor.study.frames import AnswerNote, Body, WriteBody
from tutor.study.kinds.base import Presenter


class ShortPresenter(Presenter[Short]):
    """See `Presenter`."""

    def body(self, item: Short, shown: Shown) -> Body:
        return WriteBody(lines=1)

    def notes(
        self, item: Short, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        typed = response.text.strip() if isinstance(response, Written) else ""
        right = verdict.outcome is Outcome.CORRECT
        return (
            AnswerNote(
                key="typed",
                text=typed or "nothing typed",
                chosen="your answer",
                mark="right" if right else "wrong",
                why=verdict.note,
                right=item.accept[0],
            ),
        )

    def why(self, item: Short, verdict: Verdict) -> str:
        return item.why
