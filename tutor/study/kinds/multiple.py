"""Tick-all: what was ticked, missed or rightly left alone."""

from tutor.engine.grading import Shown
from tutor.model.items import Multiple
from tutor.model.record import Verdict
from tutor.model.responses import Choice, Response
from tutor.study.frames import AnswerNote, Body, Option, PickBody
from tutor.study.kinds.base import Presenter, label_of, weight


class MultiplePresenter(Presenter[Multiple]):
    """See `Presenter`."""

    def body(self, item: Multiple, shown: Shown) -> Body:
        return PickBody(
            tuple(Option(key, item.answers[key].text) for key in shown.order), many=True
        )

    def notes(
        self, item: Multiple, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        ticked = response.chosen if isinstance(response, Choice) else ()
        notes = [self._note(item, key, key in ticked, shown) for key in shown.order]
        return tuple(sorted(notes, key=weight))

    @staticmethod
    def _note(item: Multiple, key: str, ticked: bool, shown: Shown) -> AnswerNote:
        answer = item.answers[key]
        if key in item.correct:
            mark = "right" if ticked else "missed"
        elif answer.harm:
            mark = "harmful"
        else:
            mark = "wrong" if ticked else ""
        said = "ticked" if ticked else ""
        return AnswerNote(key, answer.text, said, mark, answer.why, label_of(key, shown))
