"""Marks what was searched for in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

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


def mark_hits(document: Document, wanted: str) -> tuple[Document, int]:
    """Return the document with each place of `wanted` marked, and how many there are.

    Upper and lower case are the same, and so are all blanks; an empty `wanted` marks nothing.
    """
    words = wanted.split()
    if not words:
        return document, 0
    marker = _Marker(re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE))
    blocks = tuple(map(marker.block, document.blocks))
    return replace(document, blocks=blocks), marker.count


class _Marker:
    """Rebuilds blocks with the hits of one pattern marked; `count` grows on the way."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.count = 0

    def block(self, block: Block) -> Block:
        """Return one block, marked."""
        match block:
            case Paragraph(spans):
                return Paragraph(self._mark(spans))
            case Heading(level, spans):
                return Heading(level, self._mark(spans))
            case Verbatim(lines):
                return Verbatim(tuple(map(self._mark, lines)))
            case Quote(blocks):
                return Quote(tuple(map(self.block, blocks)))
            case Listing():
                items = tuple(tuple(map(self.block, item)) for item in block.items)
                return replace(block, items=items)
            case Table(header, rows):
                return Table(
                    tuple(map(self._mark, header)),
                    tuple(tuple(map(self._mark, row)) for row in rows),
                )
            case Break():
                return block

    def _mark(self, spans: Spans) -> Spans:
        text = "".join(span.text for span in spans)
        hits = [match.span() for match in self._pattern.finditer(text)]
        self.count += len(hits)
        return tuple(_split(spans, hits)) if hits else spans


def _split(spans: Spans, hits: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Cut spans at the ends of hits and add the face inside them."""
    edges = sorted({edge for hit in hits for edge in hit})
    start = 0
    for span in spans:
        end = start + len(span.text)
        cuts = [start, *(edge for edge in edges if start < edge < end), end]
        for left, right in pairwise(cuts):
            inside = any(first <= left and right <= last for first, last in hits)
            face = span.face | Face.HIT if inside else span.face
            yield Span(span.text[left - start : right - start], face, span.target)
        start = end
