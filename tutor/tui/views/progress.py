"""How a learner stands, section by section: what a plot shows stands beside it in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from textual.widget import Widget
from textual.widgets import Static

from tutor.study.frames import MasteryFrame, ProgressFrame
from tutor.tui.views.base import heading, line
from tutor.tui.views.standing import LETTERS
from tutor.tui.widgets.charts import Bar, Cell, Chart, bars, columns, grid

WEEK = 7
LEGEND = "  ".join(f"{letter} {level.word.lower()}" for level, letter in LETTERS.items())


def left(frame: ProgressFrame) -> Iterator[Widget]:
    """What is known, and what review brings."""
    yield from _mastery(frame)
    yield from _review(frame)
    yield from _forecast(frame)
    yield from _compared(frame)


def right(frame: ProgressFrame) -> Iterator[Widget]:
    """What was done, and how well."""
    yield from _activity(frame)
    yield from _accuracy(frame)
    yield from _calibration(frame)
    yield from _exams(frame)


def section(text: str) -> Static:
    """The heading of a section, which n and p go to."""
    return heading(text, "section")


def _mastery(frame: ProgressFrame) -> Iterator[Widget]:
    yield section("Mastery by objective")
    rows: list[tuple[str, list[Cell]]] = []
    course = ""
    for module in frame.modules:
        if module.course != course:
            course = module.course
            rows.append((course, []))
        rows.append(_row(module))
    yield Chart(lambda width, glyphs: grid(rows, width, glyphs))
    yield line(LEGEND, "muted")
    yield line("Beside the letter: how much is remembered today, an estimate.", "muted")


def _row(module: MasteryFrame) -> tuple[str, list[Cell]]:
    cells = [Cell(LETTERS[row.mastery], int(row.mastery), row.now) for row in module.rows]
    return module.title, cells


def _review(frame: ProgressFrame) -> Iterator[Widget]:
    yield section("Review, the next 30 days")
    yield line(frame.review.sentence)
    if not any(row.questions for row in frame.ahead):
        return
    values = [float(row.questions) for row in frame.ahead]
    ends = ("today", f"{frame.ahead[-1].day:%d %b}")
    yield Chart(lambda width, glyphs: columns(values, ends, width, glyphs))
    yield line(f"Questions a day, an estimate; {round(sum(values))} in all.", "muted")


def _forecast(frame: ProgressFrame) -> Iterator[Widget]:
    forecast = frame.forecast
    yield section("What will be remembered")
    yield line(forecast.sentence)
    if forecast.rows:
        rows = [
            Bar(
                row.label,
                row.then if row.reviewed is None else row.reviewed,
                f"now {_percent(row.now)}, {row.cards} of {row.questions} questions",
            )
            for row in forecast.rows
        ]
        yield Chart(lambda width, glyphs: bars(rows, width, glyphs))
    if not forecast.target:
        yield line("Settings take the date of an exercise or a deployment.", "muted")


def _compared(frame: ProgressFrame) -> Iterator[Widget]:
    if not frame.compared:
        return
    yield section("Before and after")
    for one in frame.compared:
        after = None if one.after is None else one.after / 100
        rows = [Bar("before the module", one.before / 100), Bar("last quiz", after)]
        yield line(one.title)
        yield Chart(lambda width, glyphs, rows=rows: bars(rows, width, glyphs))  # type: ignore[misc]


def _activity(frame: ProgressFrame) -> Iterator[Widget]:
    yield section("Study, the last 12 weeks")
    days = frame.days
    weeks = [days[at : at + WEEK] for at in range(0, len(days), WEEK)]
    minutes = [sum(day.minutes for day in week) for week in weeks]
    ends = (f"{days[0].day:%d %b}", "this week")
    if any(minutes):
        yield Chart(lambda width, glyphs: columns(minutes, ends, width, glyphs))
        yield line("Minutes a week.", "muted")
    active = sum(bool(day.pages or day.answers or day.decisions) for day in days)
    answers, decisions = sum(day.answers for day in days), sum(day.decisions for day in days)
    noun = "day" if active == 1 else "days"
    yield line(
        f"{active} {noun} of study, {round(sum(minutes))} minutes, {answers} answers, "
        f"{decisions} decisions."
    )


def _accuracy(frame: ProgressFrame) -> Iterator[Widget]:
    yield section("Right at the first try, by week")
    rows = frame.accuracy
    if not rows:
        yield line("No answers yet.", "muted")
        return
    values = [100 * row.share for row in rows]
    ends = (f"{rows[0].monday:%d %b}", f"{rows[-1].monday:%d %b}" if len(rows) > 1 else "")
    yield Chart(lambda width, glyphs: columns(values, ends, width, glyphs, top=100))
    last = rows[-1]
    until = last.monday + timedelta(days=WEEK - 1)
    yield line(
        f"Per cent. Week to {until:%Y-%m-%d}: {_percent(last.share)} of {last.answers} answers.",
        "muted",
    )


def _calibration(frame: ProgressFrame) -> Iterator[Widget]:
    if not any(row.answers for row in frame.calibration):
        return
    yield section("How sure, and how often right")
    rows = [
        Bar(row.word, row.actual, f"states {_percent(row.low)} to {_percent(row.high)}")
        for row in frame.calibration
    ]
    yield Chart(lambda width, glyphs: bars(rows, width, glyphs))
    for row in frame.calibration:
        if row.answers:
            yield line(row.sentence, "muted")


def _exams(frame: ProgressFrame) -> Iterator[Widget]:
    yield section("Module quizzes")
    if not frame.exams:
        yield line("None handed in yet.", "muted")
    for exam in frame.exams:
        passed = {True: "passed", False: "not passed", None: ""}[exam.passed]
        yield line(f"{exam.at:%Y-%m-%d}  {_percent(exam.percent / 100):>5}  {passed}  {exam.title}")
        for weak in exam.weak:
            yield line(f"            below the mark: {weak}", "muted")


def _percent(share: float) -> str:
    return f"{int(100 * share + 1e-9)} %"
