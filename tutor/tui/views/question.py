"""A question: the situation, the prompt, the answers, and the hints asked for."""

from __future__ import annotations

from time import monotonic

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from tutor.model.record import Behaviour
from tutor.study.frames import QuestionFrame
from tutor.study.moves import Action, Answer
from tutor.tui import helps
from tutor.tui.messages import MoveMade
from tutor.tui.views.base import heading, line
from tutor.tui.views.bodies import how, response_of, title_of, widget_for
from tutor.tui.views.stated import StatedView
from tutor.tui.widgets.answers import AnswerList
from tutor.tui.widgets.compound import Compound
from tutor.tui.widgets.gaps import GapForm
from tutor.tui.widgets.long_text import LongText
from tutor.tui.widgets.matching import MatchGrid
from tutor.tui.widgets.ordering import OrderList
from tutor.tui.widgets.reader import Prose
from tutor.tui.widgets.scale import Scale
from tutor.tui.widgets.short_input import ShortInput
from tutor.tui.widgets.slots import SlotList


class QuestionView(StatedView):
    """Hands the answer over on Enter; the screen asks `pending` before it leaves an exam."""

    HELP = helps.QUESTION

    def __init__(self, frame: QuestionFrame) -> None:
        super().__init__(frame.sure)
        self._frame = frame
        self._body = widget_for(frame)
        if frame.sure and isinstance(self._body, AnswerList):
            self._body.digits = False
        self._before = response_of(self._body, frame)
        self._shown_at = monotonic()

    def main(self) -> ComposeResult:
        """The texts, from top to bottom."""
        frame = self._frame
        yield line(self._status(), "status")
        if frame.vignette:
            yield Prose(frame.vignette, classes="panel unless-wide")
        for passage in frame.passages:
            yield line(passage.label, "passage-label")
            yield Prose(passage.text, classes="panel passage")
        yield Prose(frame.prompt, classes="prompt")
        if title_of(frame.body):
            yield line(title_of(frame.body), "document")
        self._body.add_class("answers")
        yield self._body
        yield from self.sure_line()
        for number, hint in enumerate(frame.hints, start=1):
            yield line(f"Hint {number}", "hint-label")
            yield Prose(hint, classes="hint")
        if frame.note:
            yield line(frame.note, "note")

    def help_text(self) -> str:
        """How to answer this kind of question, and how it is scored."""
        frame = self._frame
        parts = [f"{how(frame.body)}.", f"**How this is scored.** {frame.rule}"]
        if frame.behaviour != Behaviour.EXAM.value:
            parts.append(f"**Objective.** {frame.objective}")
        parts.append(self.HELP)
        return "\n\n".join((*parts, helps.SURE) if frame.sure else parts)

    def side(self) -> ComposeResult:
        """The situation beside the question, so that both stay in sight."""
        if self._frame.vignette:
            yield heading("The situation")
            yield Prose(self._frame.vignette)

    def _status(self) -> str:
        frame = self._frame
        parts = [how(frame.body)]
        if frame.sure:
            parts.append("then 1, 2 or 3: how sure")
        if (
            frame.tries_left == 1
            and frame.response is not None
            and Action.FLAG not in frame.actions
        ):
            parts.append("last try; what was right stays" if frame.locked else "last try")
        if frame.flagged:
            parts.append("flagged for later")
        later = {Action.FLAG, Action.DONT_KNOW} & frame.actions
        if frame.response is not None and later:
            parts.append("answered; a new answer replaces it")
        return " - ".join(parts)

    def first_focus(self) -> Widget:
        """The answers take the keys."""
        return self._body.first_focus() if isinstance(self._body, Compound) else self._body

    def pending(self) -> Answer | None:
        """The answer on the screen if it differs from the one handed over before."""
        response = response_of(self._body, self._frame)
        if response == self._before:
            return None
        return self._answer()

    def _answer(self, confidence: int | None = None) -> Answer:
        response = response_of(self._body, self._frame)
        return Answer(response, monotonic() - self._shown_at, confidence)

    def is_complete(self) -> bool:
        """Whether something is answered, and nothing left open in a list."""
        response = response_of(self._body, self._frame)
        if isinstance(self._body, SlotList | MatchGrid):
            return self._body.complete
        return response != type(response)()

    def hand_over(self, confidence: int | None) -> None:
        """Give the answer to the screen."""
        self.post_message(MoveMade(self, self._answer(confidence)))

    @on(AnswerList.Submitted)
    @on(MatchGrid.Submitted)
    @on(OrderList.Submitted)
    @on(ShortInput.Submitted)
    @on(LongText.Submitted)
    @on(SlotList.Submitted)
    @on(GapForm.Submitted)
    @on(Scale.Submitted)
    def _submitted(self) -> None:
        self.answered()
