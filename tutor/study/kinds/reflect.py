"""A reflection: the learner's own text, and nothing to hold against it."""

from tutor.engine.grading import Shown
from tutor.model.items import Reflect
from tutor.model.record import Verdict
from tutor.model.responses import Response
from tutor.study.frames import AnswerNote, Body, Passage, WriteBody
from tutor.study.kinds.base import Presenter
from tutor.study.kinds.draft import own_text

LINES = 5
"""Lines that a few sentences take."""


class ReflectPresenter(Presenter[Reflect]):
    """See `Presenter`."""

    def body(self, item: Reflect, shown: Shown) -> Body:
        return WriteBody(lines=LINES)

    def compared(self, item: Reflect, response: Response) -> tuple[Passage, ...]:
        return (own_text(response),)

    def notes(
        self, item: Reflect, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        return ()
