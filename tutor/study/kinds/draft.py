"""A draft: the learner's text beside the model, then the points to check it against.

The check is the learner's own and is not recorded: a tick that is kept would be a mark that the
learner gives, and somebody would add it up.
"""

from tutor.engine.grading import Shown
from tutor.model.items import Draft
from tutor.model.record import Verdict
from tutor.model.responses import Response, Written
from tutor.study.frames import AnswerNote, Body, Passage, WriteBody
from tutor.study.kinds.base import Presenter

LINES = 8
"""Lines that a paragraph takes on a screen of 80 columns."""


class DraftPresenter(Presenter[Draft]):
    """See `Presenter`."""

    def body(self, item: Draft, shown: Shown) -> Body:
        return WriteBody(lines=LINES)

    def passages(self, item: Draft) -> tuple[Passage, ...]:
        return (Passage("Your task", item.task),)

    def compared(self, item: Draft, response: Response) -> tuple[Passage, ...]:
        return (own_text(response), Passage("A model", item.model))

    def notes(
        self, item: Draft, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        return tuple(
            AnswerNote(key, text, "", "check your text", "", str(number))
            for number, (key, text) in enumerate(item.rubric.items(), start=1)
        )


def own_text(response: Response) -> Passage:
    """What the learner wrote, as it was typed."""
    text = response.text.strip("\n") if isinstance(response, Written) else ""
    return Passage("Your text", text or "Nothing was written.", plain=True)
