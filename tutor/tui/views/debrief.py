"""The after-action review in its four parts."""

from textual.app import ComposeResult
from textual.containers import Vertical

from tutor.study.frames import DebriefFrame, DecisionRow
from tutor.tui import helps
from tutor.tui.views.base import View, bullet, heading, line
from tutor.tui.views.feedback import sources
from tutor.tui.views.results import score_line
from tutor.tui.widgets.indicators import Indicators
from tutor.tui.widgets.reader import Prose

QUALITY = {3: "best", 2: "defensible", 1: "weak", 0: "wrong"}
"""The words for the quality of a decision, as LEARNING.md scores it."""


class DebriefView(View):
    """What was to be achieved, what happened, why, what to take along."""

    HELP = helps.DEBRIEF

    def __init__(self, frame: DebriefFrame) -> None:
        super().__init__()
        self._frame = frame

    def main(self) -> ComposeResult:
        """The texts, from top to bottom."""
        frame = self._frame
        yield heading(f"After-action review: {frame.title}", "title")
        yield line(frame.standing, "muted")
        yield from self._aim()
        yield from self._what_happened()
        yield from self._why()
        yield heading("4  Sustain and improve")
        for text in frame.improve:
            yield bullet(text)
        for row in frame.own:
            yield bullet(f"Yours, {row.side.value}: {row.text}")
        yield line("w: add up to three lines of your own.", "muted")

    def _aim(self) -> ComposeResult:
        yield heading("1  What was to be achieved")
        for aim in self._frame.aim:
            yield bullet(aim)
        if self._frame.intent:
            yield Prose(self._frame.intent, classes="paragraph")

    def _what_happened(self) -> ComposeResult:
        frame = self._frame
        yield heading(f"2  What happened: {frame.end} ending")
        yield Prose(frame.ending, classes="paragraph")
        if frame.ending_debrief:
            yield Prose(frame.ending_debrief, classes="paragraph")
        yield Indicators(frame.indicators)
        for row in frame.log:
            if row.number == frame.taken_over + 1 and frame.taken_over:
                yield line("From here on the run is its own.", "muted")
            yield from _decision(row)
        yield heading("Decision quality by objective")
        for score in frame.scores:
            yield line(score_line(score))

    def _why(self) -> ComposeResult:
        frame = self._frame
        yield heading("3  Why: what cost most")
        if not frame.costliest:
            yield line("No decision cost anything: each was the best one available.")
        for row in frame.costliest:
            with Vertical(classes="answer-note"):
                yield line(f"Decision {row.number}: {worth(row)}", "mark caution")
                yield Prose(row.chosen, classes="answer-text")
                yield Prose(row.why, classes="why")
                yield line("Better", "mark good")
                yield Prose(row.best, classes="answer-text")
                yield Prose(row.best_why, classes="why")
                yield from sources(row.sources)


def _decision(row: DecisionRow) -> ComposeResult:
    with Vertical(classes="decision"):
        stated = f"  (you said: {row.stated})" if row.stated else ""
        yield line(f"{row.number}  {row.clock}  {worth(row)}{stated}", f"mark {_tone(row)}")
        yield line(row.situation, "muted")
        if row.cue:
            yield line(f"Cue: {row.cue}")
        for cue in row.elsewhere:
            yield line(f"Elsewhere: {cue}", "muted")
        yield Prose(row.chosen, classes="answer-text")
        if row.changes:
            yield line("Then: " + "; ".join(row.changes), "muted")


def worth(row: DecisionRow) -> str:
    """The quality of a decision and what it cost, in words."""
    if row.harm:
        return "harmful"
    cost = f", cost {row.cost}" if row.cost else ""
    all_weak = row.quality != row.best_quality < max(QUALITY)
    best = f" (best on offer: {QUALITY[row.best_quality]})" if all_weak else ""
    return f"{QUALITY[row.quality]}{best}{cost}"


def _tone(row: DecisionRow) -> str:
    if row.harm:
        return "harm"
    return "good" if row.quality == row.best_quality else "caution"
