"""The list before handing in, and the result after it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import OptionList

from tutor.study.frames import OverviewFrame, ResultFrame, ResultRow, ScoreRow
from tutor.study.moves import GoTo
from tutor.tui import helps
from tutor.tui.messages import MoveMade
from tutor.tui.views.base import View, heading, line
from tutor.tui.widgets.menu import Menu, MenuRow


class _Listing(View):
    """A view with a list of questions; Enter opens one."""

    def rows(self) -> list[MenuRow]:
        """The questions."""
        raise NotImplementedError

    def first_focus(self) -> Widget:
        """The list takes the keys."""
        return self.query_one(Menu)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(MoveMade(self, GoTo(int(event.option_id))))


class OverviewView(_Listing):
    """Before handing in: what is answered, what is open, what is flagged."""

    HELP = helps.OVERVIEW

    def __init__(self, frame: OverviewFrame) -> None:
        super().__init__()
        self._frame = frame

    def main(self) -> ComposeResult:
        """The texts, from top to bottom."""
        frame = self._frame
        yield heading("Before you hand in", "title")
        left = f"{frame.unanswered} not answered." if frame.unanswered else "All are answered."
        yield line(
            f"{left} Pass: {frame.pass_mark} % overall, {frame.objective_mark} % "
            "on every objective."
        )
        yield line("Enter opens a question, y hands in.", "muted")
        yield Menu(self.rows(), classes="answers")

    def rows(self) -> list[MenuRow]:
        return [
            MenuRow(
                str(row.number),
                row.prompt,
                mark=f"{row.number:>2} [{'x' if row.answered else ' '}]",
                note="flagged for later" if row.flagged else "",
            )
            for row in self._frame.rows
        ]


class ResultView(_Listing):
    """The result per objective, then each question to read its explanation."""

    HELP = helps.RESULT

    def __init__(self, frame: ResultFrame) -> None:
        super().__init__()
        self._frame = frame

    def main(self) -> ComposeResult:
        """The texts, from top to bottom."""
        frame = self._frame
        tone = {True: "good", False: "caution", None: ""}[frame.passed]
        yield line(frame.message, f"verdict {tone}")
        for text in frame.advice:
            yield line(text)
        yield heading(f"By {frame.by}")
        for score in frame.objectives:
            yield line(score_line(score))
        yield heading("Questions: Enter reads the explanation")
        yield Menu(self.rows(), classes="answers")
        if frame.earlier:
            yield heading("Earlier attempts")
            for text in frame.earlier:
                yield line(text, "muted")

    def rows(self) -> list[MenuRow]:
        return [_result_row(row) for row in self._frame.rows]


def _result_row(row: ResultRow) -> MenuRow:
    harm = ", harmful" if row.harm else ""
    return MenuRow(str(row.number), row.prompt, f"{row.said}{harm}", f"{row.number:>2}.")


def score_line(score: ScoreRow) -> str:
    """`[########..]  80 %  Objective`, with a word where the mark was missed."""
    filled = round(score.percent / 10)
    bar = "#" * filled + "." * (10 - filled)
    low = "  (below the mark)" if score.reached is False else ""
    note = f"  ({score.note})" if score.note else ""
    return f"[{bar}] {int(score.percent + 1e-9):>3} %  {score.objective}{low}{note}"
