"""A document: the lines that were marked, missed, or rightly left alone."""

from tutor.engine.grading import Shown
from tutor.model.items import Spot
from tutor.model.record import Verdict
from tutor.model.responses import Choice, Response
from tutor.study.frames import AnswerNote, Body, Option, PickBody
from tutor.study.kinds.base import Presenter, label_of

MARKS = {
    (True, True): "right",
    (True, False): "missed",
    (False, True): "wrong",
    (False, False): "sound",
}
"""(Is it a flaw, was it marked) -> the word for it."""


class SpotPresenter(Presenter[Spot]):
    """The lines keep the order of the document, in the explanation too."""

    def body(self, item: Spot, shown: Shown) -> Body:
        return PickBody(
            tuple(Option(key, item.answers[key].text) for key in shown.order),
            many=True,
            title=item.document or "",
        )

    def notes(
        self, item: Spot, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        marked = response.chosen if isinstance(response, Choice) else ()
        return tuple(self._note(item, key, key in marked, shown) for key in shown.order)

    @staticmethod
    def _note(item: Spot, key: str, marked: bool, shown: Shown) -> AnswerNote:
        line = item.answers[key]
        mark = MARKS[line.flaw, marked]
        said = "you marked it" if marked else ""
        return AnswerNote(key, line.text, said, mark, line.why, label_of(key, shown))
