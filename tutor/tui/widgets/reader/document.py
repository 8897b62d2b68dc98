"""What a Markdown text is made of, before anybody knows how wide the screen is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, auto


class Face(Flag):
    """How a piece of text looks; several apply at once. The screen gives each its style."""

    PLAIN = 0
    STRONG = auto()
    EMPHASIS = auto()
    CODE = auto()
    TITLE = auto()
    HEADING = auto()
    CITATION = auto()
    TERM = auto()
    ADDRESS = auto()
    BAR = auto()
    RULE = auto()
    LABEL = auto()
    HIT = auto()


class Aim(Enum):
    """Where a reference in the text leads."""

    SOURCE = auto()
    TERM = auto()


@dataclass(frozen=True)
class Target:
    """One reference in the text; `place` counts all of them from the top, from 0."""

    aim: Aim
    id: str
    place: int


@dataclass(frozen=True)
class Span:
    """A piece of text in one face; inside a paragraph a line feed is a hard line end."""

    text: str
    face: Face = Face.PLAIN
    target: Target | None = None


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """`level` 1 to 6."""

    level: int
    spans: Spans


@dataclass(frozen=True)
class Paragraph:
    """Text to be wrapped."""

    spans: Spans


@dataclass(frozen=True)
class Verbatim:
    """Lines that keep their line ends and blanks, whatever the width."""

    lines: tuple[Spans, ...]


@dataclass(frozen=True)
class Break:
    """A thematic break."""


@dataclass(frozen=True)
class Quote:
    """A block quote."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Listing:
    """A list; `start` is the first number, or None for bullets. `tight` items have no gap."""

    start: int | None
    tight: bool
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True)
class Table:
    """Every row has as many cells as `header`."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


Block = Heading | Paragraph | Verbatim | Break | Quote | Listing | Table


@dataclass(frozen=True)
class Document:
    """A parsed text: its blocks, its references in order, its sources in order of first use."""

    blocks: tuple[Block, ...] = ()
    targets: tuple[Target, ...] = ()
    cited: tuple[str, ...] = ()
