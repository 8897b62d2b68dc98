"""Tables: columns with wrapped cells, or one record under the other where columns get too thin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tutor.tui.widgets.glyphs import Glyphs
from tutor.tui.widgets.reader.document import Face, Span, Spans, Table
from tutor.tui.widgets.reader.wrap import width_of, wrap

MIN_WIDTH = 66
"""Cells of a column of text below which every table is stacked (a screen of 70, less margins)."""
MIN_COLUMN = 8
"""A column thinner than this, although its text is wider, is not readable."""
GAP = 3


def set_table(table: Table, width: int, glyphs: Glyphs) -> Iterator[Spans]:
    """Set a table at `width` cells."""
    columns = _columns(table, width)
    if columns is None:
        return _stacked(table, width, glyphs)
    return _ruled(table, columns, glyphs)


def _columns(table: Table, width: int) -> list[int] | None:
    """Return the width of each column, or None if the table has to be stacked."""
    natural = [max(map(_natural, column)) for column in _by_column(table)]
    room = width - GAP * (len(natural) - 1)
    if sum(natural) <= room and (width >= MIN_WIDTH or len(natural) < 3):
        return natural
    if width < MIN_WIDTH:
        return None
    columns = _share(natural, room)
    thin = any(cells < min(MIN_COLUMN, need) for cells, need in zip(columns, natural, strict=True))
    return None if thin else columns


def _by_column(table: Table) -> Iterator[tuple[Spans, ...]]:
    return zip(table.header, *table.rows, strict=True)


def _natural(spans: Spans) -> int:
    """Return the width of a cell set on one line, at least one."""
    return max(1, *map(width_of, wrap(spans, 10_000)))


def _share(natural: Sequence[int], room: int) -> list[int]:
    """Give narrow columns what they need and share the rest between the wide, by their need."""
    columns = list(natural)
    wide = set(range(len(columns)))
    while wide:
        left = room - sum(columns[place] for place in range(len(columns)) if place not in wide)
        fair = left // len(wide)
        fitting = {place for place in wide if natural[place] <= fair}
        if not fitting:
            _divide(columns, natural, sorted(wide), left)
            break
        wide -= fitting
    return columns


def _divide(columns: list[int], natural: Sequence[int], wide: Sequence[int], room: int) -> None:
    """Share `room` between the wide columns by the square root of their text, so that a long
    text does not starve its neighbours."""
    weights = {place: natural[place] ** 0.5 for place in wide}
    total = sum(weights.values())
    for place in wide:
        columns[place] = int(room * weights[place] / total)


def _ruled(table: Table, columns: Sequence[int], glyphs: Glyphs) -> Iterator[Spans]:
    yield from _row([_face(cell, Face.STRONG) for cell in table.header], columns, glyphs)
    rule = glyphs.rule
    joint = f"{rule}{glyphs.cross}{rule}"
    yield (Span(joint.join(rule * cells for cells in columns), Face.RULE),)
    airy = any(_wraps(row, columns) for row in table.rows)
    for place, row in enumerate(table.rows):
        if place and airy:
            yield _blank_row(columns, glyphs)
        yield from _row(row, columns, glyphs)


def _wraps(row: Sequence[Spans], columns: Sequence[int]) -> bool:
    return any(len(wrap(cell, cells)) > 1 for cell, cells in zip(row, columns, strict=True))


def _blank_row(columns: Sequence[int], glyphs: Glyphs) -> Spans:
    bar = f" {glyphs.bar} "
    return (Span(bar.join(" " * cells for cells in columns).rstrip(), Face.RULE),)


def _row(row: Sequence[Spans], columns: Sequence[int], glyphs: Glyphs) -> Iterator[Spans]:
    cells = [wrap(cell, width) for cell, width in zip(row, columns, strict=True)]
    bar = Span(f" {glyphs.bar} ", Face.RULE)
    for parts in zip_longest(*cells, fillvalue=()):
        line: list[Span] = []
        for place, (part, width) in enumerate(zip(parts, columns, strict=True)):
            line.extend([bar] if place else [])
            line.extend(part)
            line.append(Span(" " * (width - width_of(part))))
        yield tuple(span for span in line if span.text)


def _stacked(table: Table, width: int, glyphs: Glyphs) -> Iterator[Spans]:
    """Set each row as a record: a line per cell, `label: value`, hanging by two."""
    rule = (Span(glyphs.rule * min(24, width), Face.RULE),)
    for place, row in enumerate(table.rows or (((),) * len(table.header),)):
        if place:
            yield rule
        for label, cell in zip(table.header, row, strict=True):
            lines = wrap((*_label(label), *cell), width - 2)
            yield lines[0]
            yield from ((Span("  "), *line) for line in lines[1:])


def _label(label: Spans) -> Spans:
    if not width_of(label):
        return ()
    return (*_face(label, Face.LABEL), Span(": ", Face.LABEL))


def _face(spans: Spans, face: Face) -> Spans:
    return tuple(Span(span.text, span.face | face, span.target) for span in spans)
