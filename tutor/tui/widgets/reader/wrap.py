"""Wrapping of spans to a width in terminal cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, split_graphemes

from tutor.tui.widgets.reader.document import Face, Span, Spans

_PIECES = re.compile(r"[^\S\n\u00a0]+|\n|[^\s]+|\u00a0+")

Word = list[Span]
"""Pieces that stay together on one line, in one or more faces."""


def width_of(spans: Iterable[Span]) -> int:
    """Return the width in cells of spans on one line."""
    return sum(cell_len(span.text) for span in spans)


def wrap(spans: Spans, width: int) -> list[Spans]:
    """Break spans into lines of at most `width` cells; at least one line comes back.

    Runs of blanks become one blank, a line feed ends the line. A word that is wider than a line
    is cut, a citation mark stays with the word before it, wide characters may break anywhere.
    """
    width = max(width, 2)
    lines: list[Spans] = []
    for row in _rows(spans):
        lines.extend(_fill(row, width))
    return lines or [()]


def _rows(spans: Spans) -> Iterator[list[tuple[Word, Span | None]]]:
    """Yield, per hard line, its words, each with the blank before it or None."""
    row: list[tuple[Word, Span | None]] = []
    blank: Span | None = None
    glued = False
    for span in spans:
        for piece in _PIECES.findall(span.text):
            part = Span(piece, span.face, span.target)
            if piece == "\n":
                yield row
                row, blank, glued = [], None, False
            elif piece.isspace() and piece[0] != "\u00a0":
                blank = Span(" ", span.face, span.target)
                glued = False
            else:
                _add_part(row, part, blank, glued)
                blank, glued = None, True
    yield row


def _add_part(
    row: list[tuple[Word, Span | None]], part: Span, blank: Span | None, glued: bool
) -> None:
    """Append a piece to the row: to its last word if nothing or only a mark is between."""
    if row and Face.CITATION in part.face:
        row[-1][0].extend([blank, part] if blank else [part])
        return
    for place, chunk in enumerate(_chunks(part)):
        if place == 0 and glued and row:
            row[-1][0].append(chunk)
        else:
            row.append(([chunk], blank if place == 0 else None))


def _chunks(part: Span) -> Iterator[Span]:
    """Cut a piece where lines may break inside it: around wide characters."""
    if part.text.isascii() or cell_len(part.text) == len(part.text):
        yield part
        return
    narrow = ""
    for cluster, wide in _clusters(part.text):
        if not wide:
            narrow += cluster
            continue
        if narrow:
            yield Span(narrow, part.face, part.target)
            narrow = ""
        yield Span(cluster, part.face, part.target)
    if narrow:
        yield Span(narrow, part.face, part.target)


def _clusters(text: str) -> Iterator[tuple[str, bool]]:
    spans, _ = split_graphemes(text)
    for start, end, cells in spans:
        yield text[start:end], cells > 1


def _fill(row: list[tuple[Word, Span | None]], width: int) -> Iterator[Spans]:
    """Set words into lines, greedily."""
    line: list[Span] = []
    used = 0
    for word, blank in row:
        cells = width_of(word)
        gap = 1 if blank and line else 0
        if line and used + gap + cells > width:
            yield join(line)
            line, used, gap = [], 0, 0
        if gap and blank:
            line.append(blank)
        if cells > width:
            *full, rest = cut(word, width)
            yield from full
            word, cells = list(rest), width_of(rest)
        line.extend(word)
        used += gap + cells
    yield join(line)


def cut(word: Iterable[Span], width: int) -> list[Spans]:
    """Cut spans into pieces of at most `width` cells, anywhere but inside a character."""
    pieces: list[Spans] = []
    line: list[Span] = []
    used = 0
    for span in word:
        for cluster, cells in _clusters_of(span):
            if used + cells > width and line:
                pieces.append(join(line))
                line, used = [], 0
            line.append(Span(cluster, span.face, span.target))
            used += cells
    return [*pieces, join(line)]


def _clusters_of(span: Span) -> Iterator[tuple[str, int]]:
    if span.text.isascii():
        yield from ((character, 1) for character in span.text)
        return
    spans, _ = split_graphemes(span.text)
    yield from ((span.text[start:end], cells) for start, end, cells in spans)


def join(spans: Iterable[Span]) -> Spans:
    """Merge neighbours that look alike and lead to the same place."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and last.face == span.face and last.target is span.target:
            joined[-1] = Span(last.text + span.text, span.face, span.target)
        else:
            joined.append(span)
    return tuple(joined)
