"""A scenario: the briefing and one decision after the other."""

from __future__ import annotations

from time import monotonic

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from tutor.study.frames import BriefingFrame, ChoiceFrame
from tutor.study.moves import Choose
from tutor.tui import helps
from tutor.tui.messages import MoveMade
from tutor.tui.views.base import View, bullet, heading, line
from tutor.tui.views.stated import StatedView
from tutor.tui.widgets.answers import AnswerList
from tutor.tui.widgets.indicators import Indicators
from tutor.tui.widgets.inject_card import InjectCard
from tutor.tui.widgets.reader import Prose


class BriefingView(View):
    """Who the learner is, what is going on, what is to be achieved."""

    HELP = helps.BRIEFING

    def __init__(self, frame: BriefingFrame) -> None:
        super().__init__()
        self._frame = frame

    def main(self) -> ComposeResult:
        """The texts, from top to bottom."""
        frame = self._frame
        yield heading(frame.title, "title")
        if frame.replay:
            yield line("A replay. The first complete run is the one that counts.", "muted")
        yield Prose(frame.role, classes="paragraph")
        yield Prose(frame.briefing, classes="paragraph")
        if frame.intent:
            yield heading("Commander's intent")
            yield Prose(frame.intent, classes="paragraph")
        yield heading("What this is about")
        for objective in frame.objectives:
            yield bullet(objective)
        if frame.indicators:
            yield heading("What you will see change")
            yield Indicators(frame.indicators)


class ChoiceView(StatedView):
    """The situation and the choices; whether a choice was right is said in the debrief."""

    HELP = helps.CHOICE

    def __init__(self, frame: ChoiceFrame) -> None:
        super().__init__(frame.sure)
        self._frame = frame
        self._shown_at = monotonic()
        self._answers = AnswerList([(o.key, o.text) for o in frame.options], classes="answers")
        self._answers.digits = not frame.sure

    def main(self) -> ComposeResult:
        """The texts, from top to bottom."""
        frame = self._frame
        with Vertical(classes="state unless-wide"):
            yield line(f"Exercise time {frame.clock}", "muted")
            yield Indicators(frame.indicators)
            for fact in frame.learned:
                yield line(f"New: {fact}", "learned")
        if frame.inject:
            card = frame.inject
            yield InjectCard(card.sender, card.dtg, card.channel, frame.text)
        else:
            yield Prose(frame.text, classes="paragraph")
        if frame.options:
            yield heading("Your decision")
            yield self._answers
            yield from self.sure_line()
        else:
            yield heading("The scenario ends here")
            yield line("Enter: the after-action review.", "muted")

    def side(self) -> ComposeResult:
        """Where the run stands."""
        frame = self._frame
        yield heading(f"Exercise time {frame.clock}")
        yield Indicators(frame.indicators)
        if frame.learned:
            yield heading("New")
            for fact in frame.learned:
                yield line(fact, "learned")
        if frame.known:
            yield heading("Known")
            for fact in frame.known:
                yield line(fact, "muted")

    def first_focus(self) -> Widget:
        """The choices take the keys."""
        return self._answers if self._frame.options else super().first_focus()

    @on(AnswerList.Submitted)
    def _submitted(self) -> None:
        self.answered()

    def is_complete(self) -> bool:
        """Whether a choice is marked."""
        return bool(self._answers.chosen)

    def hand_over(self, confidence: int | None) -> None:
        """Take the decision."""
        seconds = monotonic() - self._shown_at
        self.post_message(MoveMade(self, Choose(self._answers.chosen[0], seconds, confidence)))
