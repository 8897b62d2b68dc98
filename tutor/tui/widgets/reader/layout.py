"""From a document and a width to lines of spans. Pure: no screen, no colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from rich.cells import cell_len

from tutor.tui.widgets.glyphs import UNICODE, Glyphs
from tutor.tui.widgets.reader.document import (
    Block,
    Break,
    Document,
    Face,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    Verbatim,
)
from tutor.tui.widgets.reader.table import set_table
from tutor.tui.widgets.reader.wrap import width_of, wrap

MIN_TEXT = 12
"""Cells that a text keeps however deep it is nested: indents stop growing before that."""
RULE_CELLS = 24
_HEADING_FACES = {1: Face.TITLE, 2: Face.HEADING}


@dataclass(frozen=True)
class Line:
    """One line on the screen. A verbatim line may be wider than the page: `body` is then moved
    sideways and `prefix` stays; all other lines fit and have no body."""

    prefix: Spans = ()
    body: Spans | None = None

    @property
    def spans(self) -> Spans:
        """The whole line, as if the page were wide enough."""
        return self.prefix + (self.body or ())

    @property
    def plain(self) -> str:
        """The text of the whole line."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Layout:
    """The lines of a page, where its references and search hits are, and its widest diagram."""

    lines: tuple[Line, ...] = ()
    line_of_target: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    hit_lines: tuple[int, ...] = ()
    body_cells: int = 0


def set_lines(document: Document, width: int, glyphs: Glyphs = UNICODE) -> Layout:
    """Set a document in a column of `width` cells."""
    lines = tuple(_Setter(glyphs).stack(document.blocks, max(width, MIN_TEXT)))
    return Layout(
        lines,
        MappingProxyType(_places(lines)),
        tuple(place for place, line in enumerate(lines) if _is_hit(line)),
        max((width_of(line.body) for line in lines if line.body), default=0),
    )


def _is_hit(line: Line) -> bool:
    return any(Face.HIT in span.face for span in line.spans)


def _places(lines: Sequence[Line]) -> dict[int, int]:
    places: dict[int, int] = {}
    for number, line in enumerate(lines):
        for span in line.prefix:
            if span.target is not None:
                places.setdefault(span.target.place, number)
    return places


class _Setter:
    """Sets blocks one under the other; each yields its lines at the width it is given."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs

    def stack(self, blocks: Sequence[Block], width: int, gap: int = 1) -> Iterator[Line]:
        """Set blocks with `gap` empty lines between them."""
        for place, block in enumerate(blocks):
            if place:
                yield from [Line()] * gap
            yield from self._set(block, width)

    def _set(self, block: Block, width: int) -> Iterator[Line]:
        match block:
            case Paragraph(spans):
                return (Line(line) for line in wrap(spans, width))
            case Heading(level, spans):
                return self._heading(level, spans, width)
            case Verbatim(lines):
                return (Line((), line) for line in lines)
            case Quote(blocks):
                return self._quote(blocks, width)
            case Listing():
                return self._listing(block, width)
            case Table():
                return (Line(line) for line in set_table(block, width, self._glyphs))
            case Break():
                rule = self._glyphs.rule * min(RULE_CELLS, width)
                return iter([Line((Span(rule, Face.RULE),))])

    def _heading(self, level: int, spans: Spans, width: int) -> Iterator[Line]:
        face = _HEADING_FACES.get(level, Face.STRONG)
        faced = tuple(Span(span.text, span.face | face, span.target) for span in spans)
        for line in wrap(faced, width):
            yield Line(line)

    def _quote(self, blocks: Sequence[Block], width: int) -> Iterator[Line]:
        bar = Span(f"{self._glyphs.bar} ", Face.BAR)
        first = rest = (bar,)
        return _indent(self.stack(blocks, _inside(width, 2)), first, rest, width)

    def _listing(self, listing: Listing, width: int) -> Iterator[Line]:
        marks = self._marks(listing)
        indent = max(map(cell_len, marks), default=0)
        for place, (mark, blocks) in enumerate(zip(marks, listing.items, strict=True)):
            if place and not listing.tight:
                yield Line()
            lines = self.stack(blocks, _inside(width, indent), gap=0 if listing.tight else 1)
            first = (Span(mark.rjust(indent), Face.LABEL),)
            rest = (Span(" " * indent),)
            yield from _indent(lines, first, rest, width)

    def _marks(self, listing: Listing) -> list[str]:
        if listing.start is None:
            return [f"{self._glyphs.bullet} "] * len(listing.items)
        numbers = range(listing.start, listing.start + len(listing.items))
        return [f"{number}. " for number in numbers]


def _inside(width: int, indent: int) -> int:
    """Return the width that is left inside an indent; too deep nesting is not indented."""
    return width - indent if width - indent >= MIN_TEXT else width


def _indent(lines: Iterator[Line], first: Spans, rest: Spans, width: int) -> Iterator[Line]:
    """Put `first` before the first line and `rest` before all others.

    Where there is no room for that, `first` has a line of its own.
    """
    if _inside(width, width_of(first)) == width:
        yield Line(first)
        yield from lines
        return
    prefix = first
    for line in lines:
        yield Line((*prefix, *line.prefix), line.body)
        prefix = rest
    if prefix is first and first is not rest:
        yield Line(first)
