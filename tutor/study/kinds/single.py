"""Single choice: pick one, and every option explains itself."""

from tutor.engine.grading import Shown
from tutor.model.items import Single
from tutor.model.record import Verdict
from tutor.model.responses import Choice, Response
from tutor.study.frames import AnswerNote, Body, Option, PickBody
from tutor.study.kinds.base import Presenter, label_of, weight


class SinglePresenter(Presenter[Single]):
    """See `Presenter`."""

    def body(self, item: Single, shown: Shown) -> Body:
        return PickBody(
            tuple(Option(key, item.answers[key].text) for key in shown.order), many=False
        )

    def notes(
        self, item: Single, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        chosen = response.chosen if isinstance(response, Choice) else ()
        notes = [self._note(item, key, key in chosen, shown) for key in shown.order]
        return tuple(sorted(notes, key=weight))

    @staticmethod
    def _note(item: Single, key: str, chosen: bool, shown: Shown) -> AnswerNote:
        answer = item.answers[key]
        if key == item.correct:
            mark = "right"
        elif answer.harm:
            mark = "harmful"
        elif answer.credit is not None:
            mark = "defensible"
        else:
            mark = "wrong" if chosen else ""
        said = "your answer" if chosen else ""
        return AnswerNote(key, answer.text, said, mark, answer.why, label_of(key, shown))
