"""A view whose answer may be given with a confidence: one key after choosing."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.widget import Widget

from tutor.tui.views.base import View
from tutor.tui.widgets.answers import AnswerList
from tutor.tui.widgets.sure import SureLine

NUMBERS = ("1", "2", "3")


class StatedView(View):
    """With `words`, 1, 2 and 3 state the confidence and hand the answer over.

    Where digits belong to the answer (a bin, a step, a typed text) Enter leads to the line below
    the answers first. Without `words` nothing is asked. A subclass yields `sure_line()`.
    """

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._sure = SureLine(words) if words else None

    def sure_line(self) -> Sequence[Widget]:
        """What stands below the answers, if anything is asked."""
        return (self._sure,) if self._sure is not None else ()

    def is_complete(self) -> bool:
        """Whether there is an answer to hand over."""
        raise NotImplementedError

    def hand_over(self, confidence: int | None) -> None:
        """Give the answer on."""
        raise NotImplementedError

    def answered(self) -> None:
        """The learner has handed the answer in: ask how sure, unless it was said before."""
        if self._sure is None or self._sure.said is not None:
            self.hand_over(self._sure.said if self._sure else None)
        else:
            self._sure.focus()
            self._sure.scroll_visible(animate=False)

    def on_key(self, event: events.Key) -> None:
        """A digit that no answer took says how sure the learner is."""
        if self._sure is None or event.key not in NUMBERS:
            return
        event.stop()
        event.prevent_default()
        if self.is_complete():
            self.hand_over(int(event.key))
        else:
            self._sure.keep(int(event.key))
            self._sure.scroll_visible(animate=False)

    @on(SureLine.Said)
    def _said(self, event: SureLine.Said) -> None:
        event.stop()
        self.hand_over(event.number or None)

    @on(SureLine.Left)
    def _back(self, event: SureLine.Left) -> None:
        event.stop()
        for answers in self.query(AnswerList):
            answers.reopen()
        self.first_focus().focus()
