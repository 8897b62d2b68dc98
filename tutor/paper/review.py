"""The after-action review of a run as a document: aim, what happened, why, what to take along."""

from collections.abc import Iterator

from tutor.paper.document import (
    Block,
    Blocks,
    Document,
    Marked,
    Paragraph,
    Rule,
    Together,
    bullets,
    heading,
    line,
    plain_table,
)
from tutor.paper.markdown import Citations, blocks, inline
from tutor.paper.words import QUALITY, course_line, foot, moment
from tutor.study.frames import DebriefFrame, DecisionRow
from tutor.study.frames.paper import ReviewSheet
from tutor.study.texts import percent


def review(sheet: ReviewSheet) -> Document:
    """The document of one run, with everything that its review on the screen says."""
    frame, imprint = sheet.debrief, sheet.imprint
    citations = Citations(frame.sources.values())
    parts = (
        *_aim(frame, citations),
        *_happened(frame, citations),
        *_why(frame, citations),
        *_take_along(frame),
        *_runs(frame),
    )
    return Document(
        title=f"After-action review: {frame.title}",
        lead=(
            f"Learner: {imprint.learner}",
            course_line(imprint),
            f"Run {sheet.number} of {sheet.runs}: {moment(sheet.begun)} to {moment(sheet.ended)}",
            frame.standing,
        ),
        blocks=(*parts, *citations.listed()),
        foot=foot(imprint),
    )


def _aim(frame: DebriefFrame, citations: Citations) -> Iterator[Block]:
    yield heading(1, "1. What was to be achieved")
    yield from bullets(frame.aim)
    if frame.intent:
        yield line("Commander's intent:")
        yield from blocks(frame.intent, citations)


def _happened(frame: DebriefFrame, citations: Citations) -> Iterator[Block]:
    yield heading(1, "2. What happened")
    yield line(f"The run came to a {frame.end} ending.")
    yield from blocks(frame.ending, citations)
    yield from blocks(frame.ending_debrief, citations)
    if frame.indicators:
        rows = [
            (one.label, str(one.before), str(one.value), f"{one.min} to {one.max}")
            for one in frame.indicators
        ]
        yield plain_table(("Indicator", "Start", "End", "Scale"), rows, (5, 2, 2, 2))
    yield heading(2, "Decision log")
    for row in frame.log:
        if frame.taken_over and row.number == frame.taken_over + 1:
            yield Rule()
            yield line("Taken over up to here; from here on the run is its own.")
        yield Together(tuple(_decision(row, citations)))
    yield heading(2, "Decision quality")
    scores = [(score.objective, percent(score.percent)) for score in frame.scores]
    scores.append(("All decisions", percent(frame.percent)))
    yield plain_table(("Objective", "Quality"), scores, (6, 1))
    if frame.harm:
        yield line("A harmful choice was made in this run.")
    if frame.sampled:
        yield line(
            "Costs are estimates: the scenario is too large to measure every way.", quiet=True
        )


def _decision(row: DecisionRow, citations: Citations) -> Iterator[Block]:
    yield heading(3, f"{row.number}. {row.clock}")
    yield Marked(tuple(_log(row, citations)))


def _log(row: DecisionRow, citations: Citations) -> Iterator[tuple[str, Blocks]]:
    yield "Situation", (line(row.situation),)
    if row.known:
        yield "Known", (line("; ".join(row.known)),)
    if row.cue:
        yield "Cue", (line(row.cue),)
    for cue in row.elsewhere:
        yield "Elsewhere", (line(cue),)
    yield "Chosen", (Paragraph(inline(row.chosen, citations)),)
    yield "Quality", (line(_worth(row)),)
    if row.changes:
        yield "Changed", (line("; ".join(row.changes)),)
    if row.objective:
        yield "Objective", (line(row.objective),)


def _worth(row: DecisionRow) -> str:
    harm = "harmful; " if row.harm else ""
    best = f"{QUALITY[row.best_quality]}, {row.best_quality}"
    said = f"{harm}{QUALITY[row.quality]} ({row.quality} of 3; the best on offer was {best})"
    return f"{said}, cost {row.cost}" if row.cost else said


def _why(frame: DebriefFrame, citations: Citations) -> Iterator[Block]:
    yield heading(1, "3. Why")
    if not frame.costliest:
        yield line("No decision cost anything: each was the best one available.")
    else:
        which = ", ".join(str(row.number) for row in frame.costliest)
        yield line(f"What cost most, harm first: decision {which}.")
    for row in frame.log:
        yield Together(tuple(_reason(row, citations)))


def _reason(row: DecisionRow, citations: Citations) -> Iterator[Block]:
    citations.add(row.sources)
    yield heading(2, f"Decision {row.number}")
    rows: list[tuple[str, Blocks]] = [
        ("Chosen", (Paragraph(inline(row.chosen, citations)),)),
        ("Why", blocks(row.why, citations)),
    ]
    if row.best_why:
        rows.append(("Better", (Paragraph(inline(row.best, citations)),)))
        rows.append(("Because", blocks(row.best_why, citations)))
    marks = citations.marks(row.sources)
    if marks:
        rows.append(("Sources", (line(marks),)))
    yield Marked(tuple(rows))


def _take_along(frame: DebriefFrame) -> Iterator[Block]:
    yield heading(1, "4. Sustain and improve")
    yield from bullets(frame.improve)
    if frame.own:
        yield heading(2, "In the learner's own words")
        yield Marked(
            tuple((f"{row.side.value.capitalize()}", (line(row.text),)) for row in frame.own)
        )


def _runs(frame: DebriefFrame) -> Iterator[Block]:
    if len(frame.runs) < 2:
        return
    yield heading(2, "All runs of this scenario")
    rows = [
        (str(row.number), row.label, row.end, percent(row.percent), "this one" if row.shown else "")
        for row in frame.runs
    ]
    yield plain_table(("Run", "Which", "Ending", "Decision quality", ""), rows, (1, 4, 2, 3, 2))
