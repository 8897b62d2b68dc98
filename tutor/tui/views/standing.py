"""How a learner stands, in lines: mastery of an objective, and what is to be put right."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tutor.model.mastery import Mastery
from tutor.study.frames import MasteryRow, MisconceptionRow, SureRow, TroubleFrame
from tutor.tui.safety import safe
from tutor.tui.views.base import bullet, heading, line
from tutor.tui.widgets.charts import Chart, bar
from tutor.tui.widgets.glyphs import Glyphs
from tutor.tui.widgets.marked_list import Hanging
from tutor.tui.widgets.reader import Prose

LETTERS = {
    Mastery.NOT_STARTED: "-",
    Mastery.ATTEMPTED: "A",
    Mastery.FAMILIAR: "F",
    Mastery.PROFICIENT: "P",
    Mastery.MASTERED: "M",
}
"""A level in one letter; the legend beside the map spells it out."""

WORD_CELLS = 12


def mastery_lines(row: MasteryRow, *, begun: bool) -> Iterator[Widget]:
    """The objective, and once the module is begun its level, the bar that fades, what is next."""
    yield bullet(row.text)
    if not begun:
        return
    yield Chart(lambda _width, glyphs: [_level(row, glyphs)])
    more = [row.needs] if row.mastery is not Mastery.MASTERED else []
    if row.tested_out:
        more.insert(0, "Tested out before the module.")
    if row.harm:
        more.insert(0, "A harmful decision was made: play it once more without.")
    if more:
        yield _below(" ".join(more))


def _below(text: str) -> Static:
    """A quiet line below a point, under its text."""
    return Static(Hanging(Content("  "), [safe(text)]), classes="line muted")


def _level(row: MasteryRow, glyphs: Glyphs) -> Content:
    word = row.mastery.word.ljust(WORD_CELLS)
    if row.now is None:
        return Content.assemble("  ", (word.rstrip(), "bold"))
    return Content.assemble("  ", (word, "bold"), "  now ", bar(row.now, glyphs))


def summary(trouble: TroubleFrame) -> Iterator[str]:
    """A line for each thing that is to be put right."""
    for row in trouble.sure:
        yield f"Sure and wrong: {row.question}"
    for held in trouble.misconceptions:
        yield f"Misconception: {held.label} ({held.right} of {held.needed} right answers since)"


def sure_lines(row: SureRow) -> Iterator[Widget]:
    """A question that was answered wrongly with full confidence."""
    yield bullet(row.question)
    asked = f"{row.next_check:%Y-%m-%d}"
    done = f"{row.done} of {row.checks} checks right"
    yield _below(f"{row.title}. {done}; asked next on {asked}.")


def misconception_lines(row: MisconceptionRow) -> Iterator[Widget]:
    """A misconception with the answers that showed it, and their refutation."""
    yield heading(row.label)
    chosen = "once" if row.times == 1 else f"{row.times} times"
    since = f"{row.right} of {row.needed} right answers on different days since"
    yield line(f"Chosen {chosen}, last on {row.last_at:%Y-%m-%d}; {since}.", "muted")
    for shown in row.shown:
        yield line(f"{shown.title}: {shown.question}")
        if shown.answer:
            yield Prose(f"You chose: {shown.answer}", classes="answer-text")
        if shown.why:
            yield Prose(shown.why, classes="why")
