"""A document: what is on the paper and in which order, and nothing about how a format writes it.

Every text in it is plain text. Whoever makes a document reads Markdown into spans; a writer
escapes what it writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.content.harmless import harmless


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one face."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False


Spans = tuple[Span, ...]


def words(text: str, *, strong: bool = False) -> Spans:
    """A text that is no Markdown, on one line."""
    return (Span(" ".join(harmless(text).split()), strong=strong),)


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 (a part of the document) to 4; the title of the document is none."""

    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`quiet`: said in passing, smaller where a format can."""

    spans: Spans
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Bullets, or numbers from `start` on."""

    items: tuple[Blocks, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A list with marks of its own: boxes to tick, letters, labels."""

    rows: tuple[tuple[str, Blocks], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`widths`: the share of each column, of whatever sum; all alike where it is empty."""

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words: a message, a document."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines that keep their blanks."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that a page break should not part."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Aside:
    """A box of its own with a label, for a reader of its own: the instructor."""

    label: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class CutOut:
    """A piece to cut out: a big sign with a pattern below it, or blocks of its own."""

    sign: str = ""
    pattern: str = ""
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class CutSheet:
    """Pieces side by side, with lines to cut along. Two columns: four to a page."""

    pieces: tuple[CutOut, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Ruled:
    """Empty lines to write on."""

    lines: int


Block = (
    Heading
    | Paragraph
    | Listing
    | Marked
    | Table
    | Quote
    | Verbatim
    | Rule
    | PageBreak
    | Together
    | Aside
    | CutSheet
    | Ruled
)
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """`lead`: lines below the title. `foot`: what stands at the bottom of each page."""

    title: str
    blocks: Blocks
    lead: tuple[str, ...] = ()
    foot: str = ""


def text_of(spans: Spans) -> str:
    """The words alone."""
    return "".join(span.text for span in spans)


def line(text: str, *, quiet: bool = False) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(words(text), quiet)


def heading(level: int, text: str) -> Heading:
    """A heading of plain text."""
    return Heading(level, words(text))


def bullets(texts: tuple[str, ...] | list[str]) -> tuple[Listing, ...]:
    """Plain texts as a list; nothing where there are none."""
    return (Listing(tuple((line(text),) for text in texts)),) if texts else ()


def plain_table(
    head: tuple[str, ...], rows: Sequence[tuple[str, ...]], widths: tuple[int, ...] = ()
) -> Table:
    """A table of plain texts."""
    return Table(
        tuple(words(cell, strong=True) for cell in head),
        tuple(tuple(words(cell) for cell in row) for row in rows),
        widths,
    )
