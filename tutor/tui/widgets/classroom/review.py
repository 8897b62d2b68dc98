"""The after-action review of a scenario on the wall, in its four parts."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.study.frames import DecisionRow
from tutor.study.frames.classroom import ReviewPart, WallFrame
from tutor.tui.views.debrief import worth
from tutor.tui.widgets.classroom.blocks import Block, hanging, markdown, words
from tutor.tui.widgets.glyphs import Glyphs
from tutor.tui.widgets.reader.document import Face

Blocks = Iterator[Block]


def review_blocks(part: ReviewPart, _frame: WallFrame, width: int, glyphs: Glyphs) -> Blocks:
    """Page by page, as a debrief is talked through."""
    yield words(f"After-action review: {part.title}", width, Face.TITLE)
    yield from _aim(part, width, glyphs)
    yield from _happened(part, width, glyphs)
    yield from _why(part, width, glyphs)
    yield words("4  Sustain and improve", width, Face.HEADING)
    for text in part.improve:
        yield hanging("- ", text, width)


def _aim(part: ReviewPart, width: int, glyphs: Glyphs) -> Blocks:
    yield words("1  What was to be achieved", width, Face.HEADING)
    for aim in part.aim:
        yield hanging("- ", aim, width)
    yield from markdown(part.intent, width, glyphs)


def _happened(part: ReviewPart, width: int, glyphs: Glyphs) -> Blocks:
    yield words(f"2  What happened: {part.end} ending", width, Face.HEADING)
    yield from markdown(part.ending, width, glyphs)
    yield from markdown(part.ending_debrief, width, glyphs)
    for row, split in zip(part.log, part.splits, strict=False):
        yield _decision(row, split, width)
    scores = [words(f"{int(one.percent):>3} %  {one.objective}", width)[0] for one in part.scores]
    total = words(f"{int(part.percent):>3} %  decision quality overall", width, Face.STRONG)
    yield (*scores, *total)


def _decision(row: DecisionRow, split: str, width: int) -> Block:
    lines = [
        *hanging(f"{row.number}  ", f"{row.clock}  {worth(row)}", width, Face.HEADING),
        *hanging("   ", row.chosen, width),
        *hanging("   ", split, width, Face.LABEL),
    ]
    if row.cue:
        lines += hanging("   ", f"Cue: {row.cue}", width)
    if row.changes:
        lines += hanging("   ", f"Then: {'; '.join(row.changes)}", width, Face.LABEL)
    return tuple(lines)


def _why(part: ReviewPart, width: int, glyphs: Glyphs) -> Blocks:
    yield words("3  Why: what cost most", width, Face.HEADING)
    if not part.costliest:
        yield words("No decision cost anything: each was the best one available.", width)
    for row in part.costliest:
        yield words(f"Decision {row.number}: {row.chosen}", width, Face.STRONG)
        yield from markdown(row.why, width, glyphs)
        first, *rest = tuple(markdown(row.best_why, width, glyphs)) or ((),)
        yield (*hanging("Better: ", row.best, width, Face.STRONG), *first)
        yield from rest
