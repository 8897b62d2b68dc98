"""What an author sees beside the learner's view: a finding, and the key."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tutor.study.frames.preview import FindingRow, KeyPart, KeySheet
from tutor.tui.safety import safe
from tutor.tui.views.base import View, heading, line
from tutor.tui.views.feedback import FeedbackView
from tutor.tui.widgets.marked_list import Hanging
from tutor.tui.widgets.reader import Prose

TONE = {"error": "harm", "warning": "caution", "note": "muted"}


class KeyView(View):
    """The key of a block, for its author."""

    HELP = """\
What only you see: for a question the right answer with every explanation, for a situation where
each choice leads, what it needs and changes, its quality and why; hints, notes and prompts for the
class. **x** goes back to what the learner sees."""

    def __init__(self, sheet: KeySheet) -> None:
        super().__init__()
        self._sheet = sheet

    def main(self) -> ComposeResult:
        """Facts, the right answer, further parts."""
        sheet = self._sheet
        yield heading(f"Key: {sheet.title}" if sheet.title else "Key", "title")
        width = max((len(label) for label, _ in sheet.facts), default=0)
        for label, text in sheet.facts:
            head = Content.styled(f"{label:<{width}}  " if label else "", "$text-muted")
            yield Static(Hanging(head, [safe(text)]), classes="line")
        if sheet.explained is not None:
            yield Static(classes="line")
            yield from FeedbackView(sheet.explained).main()
        for part in sheet.parts:
            yield from _part(part)


def _part(part: KeyPart) -> ComposeResult:
    with Vertical(classes="answer-note"):
        yield line(part.label, "mark")
        yield Prose(part.text, classes="answer-text")
        for text in part.lines:
            yield line(text, "muted")
        if part.why:
            yield Prose(part.why, classes="why")


def finding(row: FindingRow) -> list[Widget]:
    """A finding with the author's own line and the caret below it."""
    where = f", line {row.line}" if row.line else ""
    shown: list[Widget] = [line(f"{row.severity} {row.code}{where}", f"mark {TONE[row.severity]}")]
    shown += [Static(safe(text), classes="author-line") for text in row.excerpt]
    shown.append(line(row.message))
    if row.hint:
        shown.append(line(row.hint, "muted"))
    return shown
