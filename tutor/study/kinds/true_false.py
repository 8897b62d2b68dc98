"""True or false: one statement, one explanation for each way of answering."""

from tutor.engine.grading import Shown
from tutor.model.items import TrueFalse
from tutor.model.record import Outcome, Verdict
from tutor.model.responses import Response, Truth
from tutor.study.frames import AnswerNote, Body, TruthBody
from tutor.study.kinds.base import Presenter

LABEL = {True: "True", False: "False"}


class TrueFalsePresenter(Presenter[TrueFalse]):
    """See `Presenter`."""

    def body(self, item: TrueFalse, shown: Shown) -> Body:
        return TruthBody()

    def notes(
        self, item: TrueFalse, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        said = response.value if isinstance(response, Truth) else None
        return tuple(self._note(item, value, said) for value in (True, False))

    def why(self, item: TrueFalse, verdict: Verdict) -> str:
        return item.right if verdict.outcome is Outcome.CORRECT else item.wrong

    @staticmethod
    def _note(item: TrueFalse, value: bool, said: bool | None) -> AnswerNote:
        chosen = said is value
        mark = "right" if value is item.answer else "wrong" if chosen else ""
        return AnswerNote(LABEL[value], LABEL[value], "your answer" if chosen else "", mark, "")
