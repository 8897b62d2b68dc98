"""Small windows to write in: a note, and a report about what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tutor.tui.safety import safe
from tutor.tui.widgets.answers import AnswerList
from tutor.tui.widgets.dialog import SmallWindow
from tutor.tui.widgets.long_text import LongText
from tutor.tui.widgets.short_input import ShortInput

DELETE = ""
"""What a `WriteDialog` returns when the text is to be taken away."""


class WriteDialog(SmallWindow[str]):
    """Returns the text, `DELETE`, or None when the learner leaves without saving."""

    def __init__(self, title: str, about: str, text: str = "") -> None:
        super().__init__()
        self._heading = title
        self._about = about
        self._text_before = text

    def compose(self) -> ComposeResult:
        """What it is about, the text, and the ways out."""
        with Vertical(classes="dialog"):
            yield Static(safe(self._heading), classes="dialog-title")
            yield Static(safe(self._about), classes="dialog-about")
            yield LongText(self._text_before)
            with Horizontal(classes="dialog-ways"):
                yield Button(Content("Save  (^S)"), name="save")
                if self._text_before:
                    yield Button(Content("Delete"), name="delete")
                yield Button(Content("Close  (Esc)"), name="close")

    def on_mount(self) -> None:
        """The text takes the keys, behind what is there already."""
        area = self.query_one(LongText)
        self.set_focus(area)
        area.move_cursor(area.document.end)

    @on(LongText.Submitted)
    def _save(self, event: LongText.Submitted) -> None:
        self.dismiss(event.value)

    @on(Button.Pressed)
    def _chosen(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.name:
            case "save":
                self.query_one(LongText).action_hand_in()
            case "delete":
                self.dismiss(DELETE)
            case _:
                self.dismiss(None)


class ReportDialog(SmallWindow[tuple[str, str]]):
    """A list of what can be wrong, and a line of text; returns both, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,down", "to_list", show=False),
    ]

    def __init__(self, title: str, about: str, problems: Sequence[str]) -> None:
        super().__init__()
        self._heading = title
        self._about = about
        self._problems = tuple(problems)

    def compose(self) -> ComposeResult:
        """What it is about, the list, the line, and the ways out."""
        with Vertical(classes="dialog"):
            yield Static(safe(self._heading), classes="dialog-title")
            yield Static(safe(self._about), classes="dialog-about")
            with VerticalScroll(classes="dialog-list", can_focus=False):
                yield AnswerList([(problem, problem) for problem in self._problems])
            yield ShortInput(placeholder="In a line: what, and how you know")
            with Horizontal(classes="dialog-ways"):
                yield Button(Content("Report  (Enter)"), name="report")
                yield Button(Content("Close  (Esc)"), name="close")

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.set_focus(self.query_one(AnswerList))

    @on(AnswerList.Submitted)
    def _to_line(self, event: AnswerList.Submitted) -> None:
        event.answers.reopen()
        self.set_focus(self.query_one(ShortInput))

    @on(ShortInput.Submitted)
    def _hand_in(self) -> None:
        problems = self.query_one(AnswerList)
        if problems.chosen:
            self.dismiss((problems.chosen[0], self.query_one(ShortInput).value))
        else:
            self.notify("Choose what is wrong first.", timeout=3, markup=False)
            self.set_focus(problems)

    @on(Button.Pressed)
    def _chosen(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.name == "report":
            self._hand_in()
        else:
            self.dismiss(None)

    def action_to_list(self) -> None:
        """From the line back to the list."""
        self.set_focus(self.query_one(AnswerList))


class LineDialog(SmallWindow[str]):
    """A line to type; Enter returns it, also when it is empty."""

    def __init__(self, title: str, about: str, text: str = "") -> None:
        super().__init__()
        self._heading = title
        self._about = about
        self._text_before = text

    def compose(self) -> ComposeResult:
        """What it is about, the line, and the ways out."""
        with Vertical(classes="dialog"):
            yield Static(safe(self._heading), classes="dialog-title")
            yield Static(safe(self._about), classes="dialog-about")
            yield ShortInput(self._text_before)
            with Horizontal(classes="dialog-ways"):
                yield Button(Content("Use it  (Enter)"), name="use")
                yield Button(Content("Close  (Esc)"), name="close")

    def on_mount(self) -> None:
        """The line takes the keys."""
        self.set_focus(self.query_one(ShortInput))

    @on(ShortInput.Submitted)
    def _hand_in(self) -> None:
        self.dismiss(self.query_one(ShortInput).value)

    @on(Button.Pressed)
    def _chosen(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(self.query_one(ShortInput).value if event.button.name == "use" else None)
