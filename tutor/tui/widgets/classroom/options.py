"""The answers of a question on the wall, lettered as the room calls them, and the votes on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len, set_cell_size

from tutor.study.frames import (
    Body,
    ExtremesBody,
    GapBody,
    Option,
    OrderBody,
    PairBody,
    PickBody,
    ScaleBody,
    SortBody,
    StatementsBody,
    TruthBody,
)
from tutor.study.frames.classroom import Bars
from tutor.tui.safety import one_line
from tutor.tui.widgets.classroom.blocks import Block, hanging, joined
from tutor.tui.widgets.glyphs import Glyphs
from tutor.tui.widgets.marked_list import LETTERS
from tutor.tui.widgets.reader.document import Face, Span
from tutor.tui.widgets.reader.layout import Line

BAR_CELLS = 36


@dataclass(frozen=True, slots=True)
class Row:
    """An answer: what the room calls it, its text, and after the reveal a word about it."""

    label: str
    text: str
    mark: str = ""


HOW = {
    StatementsBody: "True or false, line by line.",
    ExtremesBody: "Which is the best?",
    OrderBody: "Bring these into order.",
    PairBody: "Which belong together?",
    SortBody: "Sort the lines.",
    GapBody: "Fill the gaps.",
}
"""What the room does, where the answers do not say it."""


def rows_of(body: Body) -> tuple[Row, ...]:
    """The answers that can be voted on, and lines to work with where nobody votes."""
    match body:
        case PickBody(options=options) | ExtremesBody(options=options):
            return _lettered(options)
        case StatementsBody(lines=lines) | OrderBody(lines=lines):
            return _lettered(lines)
        case TruthBody():
            return (Row("True", ""), Row("False", ""))
        case ScaleBody(steps=steps):
            return tuple(Row(step.key, step.text) for step in steps)
        case PairBody(stems=stems, partners=partners):
            return (*_numbered(stems), *_lettered(partners))
        case SortBody(lines=lines, bins=bins):
            return (*_numbered(lines), *_lettered(bins))
    return ()


def how(body: Body) -> str:
    """What the room is to do, "" where the letters say it."""
    if isinstance(body, PickBody) and body.many:
        return "More than one may be right."
    return HOW.get(type(body), "")


def lettered(rows: Sequence[Row], width: int) -> Iterator[Block]:
    """A block for each answer: letter, text, and the word about it."""
    wide = _label_cells(rows)
    for row in rows:
        face = Face.STRONG if row.mark else Face.PLAIN
        block = hanging(row.label.ljust(wide), row.text, width, face)
        if row.mark:
            block = (*block, _line(" " * wide, row.mark, Face.HEADING))
        yield block


def voted(
    rows: Sequence[Row], bars: Bars, width: int, glyphs: Glyphs, *, cut: bool = False, gap: int = 1
) -> Block:
    """The answers with a bar for each round that is shown: letter, pattern, number.

    For a page that would be too long, `cut` puts each text on one line, and `gap` takes the air.
    """
    shown = [_cut(_inline(row), width) if cut else _inline(row) for row in rows]
    wide = _label_cells(shown)
    lines = [
        (*block, *_bars(bar, wide, width, glyphs))
        for block, bar in zip(lettered(shown, width), _by_label(rows, bars), strict=True)
    ]
    body = joined(lines, gap)
    return (*body, *_legend(bars, width, glyphs))


def tallied(bars: Bars, width: int, glyphs: Glyphs) -> Block:
    """The bars alone with their letters, for a small place."""
    rows = [Row(row.label, "") for row in bars.rows]
    wide = _label_cells(rows)
    lines = []
    for row, bar in zip(rows, _by_label(rows, bars), strict=True):
        drawn = _bars(bar, wide, width, glyphs)
        head = Span(row.label.ljust(wide), Face.STRONG)
        lines += [Line((head, *drawn[0].prefix[1:])), *drawn[1:]]
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class _Votes:
    """The votes for one answer in the rounds shown, each with the people who voted then."""

    rounds: tuple[tuple[int, int, int], ...]
    most: int


def _by_label(rows: Sequence[Row], bars: Bars) -> list[_Votes]:
    most = max((max(bar.votes, default=0) for bar in bars.rows), default=0)
    found = {
        bar.label: _Votes(tuple(zip(bars.rounds, bar.votes, bars.people, strict=True)), most)
        for bar in bars.rows
    }
    return [found.get(row.label, _Votes((), most)) for row in rows]


def _bars(votes: _Votes, indent: int, width: int, glyphs: Glyphs) -> list[Line]:
    """A line for each round; the pattern of the last one is full, of those before it light."""
    room = max(min(BAR_CELLS, width - indent - 14), 4)
    lines = []
    for place, (_, count, people) in enumerate(votes.rounds):
        last = place == len(votes.rounds) - 1
        full = max(round(room * count / votes.most), 1) if count else 0
        drawn = (glyphs.block if last else glyphs.shade) * full
        share = f"{count / people:>4.0%}" if people else ""
        said = f"{count:>4}  {share}"
        face = Face.HEADING if last else Face.LABEL
        lines.append(
            Line((Span(" " * indent), Span(drawn.ljust(room), face), Span(said, Face.STRONG)))
        )
    return lines


def _legend(bars: Bars, width: int, glyphs: Glyphs) -> Block:
    """Which pattern is which round, and how many voted in it; one below the other if need be."""
    last = len(bars.rounds) - 1
    parts = [
        f"{(glyphs.block if place == last else glyphs.shade) * 2} round {number}: {people} voted"
        for place, (number, people) in enumerate(zip(bars.rounds, bars.people, strict=True))
    ]
    one = "   ".join(parts)
    return tuple(
        Line((Span(text, Face.LABEL),)) for text in ([one] if len(one) <= width else parts)
    )


def _lettered(options: Sequence[Option]) -> tuple[Row, ...]:
    return tuple(Row(letter, one.text) for letter, one in zip(LETTERS, options, strict=False))


def _numbered(options: Sequence[Option]) -> tuple[Row, ...]:
    return tuple(Row(str(number), one.text) for number, one in enumerate(options, start=1))


def _label_cells(rows: Sequence[Row]) -> int:
    return max((cell_len(row.label) for row in rows), default=1) + 2


def _inline(row: Row) -> Row:
    """The word about an answer before its text, which saves a line."""
    return Row(row.label, f"{row.mark.upper()}: {row.text}") if row.mark else row


def _cut(row: Row, width: int) -> Row:
    room = width - cell_len(row.label) - 3
    text = one_line(row.text)
    if cell_len(text) > room:
        text = set_cell_size(text, max(room - 3, 1)).rstrip() + "..."
    return replace(row, text=text)


def _line(head: str, text: str, face: Face) -> Line:
    return Line((Span(head), Span(one_line(text), face)))
