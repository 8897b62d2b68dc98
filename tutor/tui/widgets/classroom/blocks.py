"""Lines that belong together on the wall, and how they are put on pages. Pure: no screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from tutor.tui.safety import one_line, visible
from tutor.tui.widgets.glyphs import Glyphs
from tutor.tui.widgets.reader.document import Face, Span
from tutor.tui.widgets.reader.layout import Line, set_lines
from tutor.tui.widgets.reader.parse import parse
from tutor.tui.widgets.reader.wrap import wrap

Block = tuple[Line, ...]
"""Lines that stay together on a page where they fit."""

Sheet = tuple[Line, ...]
"""The lines of one page."""

EMPTY = Line()


def markdown(text: str, width: int, glyphs: Glyphs) -> Iterator[Block]:
    """A text of the course: a block for each paragraph, a heading with what follows it."""
    kept: list[Line] = []
    for group in _groups(set_lines(parse(text), width, glyphs).lines):
        kept += [EMPTY, *group] if kept else group
        if not _is_heading(group):
            yield tuple(kept)
            kept = []
    if kept:
        yield tuple(kept)


def words(text: str, width: int, face: Face = Face.PLAIN) -> Block:
    """A plain text, wrapped; never read as Markdown."""
    return tuple(Line(line) for line in wrap((Span(visible(text), face),), width))


def hanging(mark: str, text: str, width: int, face: Face = Face.PLAIN) -> Block:
    """A mark in bold and a plain text beside it, wrapped below its own beginning."""
    indent = cell_len(mark)
    lines = wrap((Span(one_line(text), face),), max(width - indent, 8))
    heads = (Span(one_line(mark).ljust(indent), Face.STRONG), Span(" " * indent))
    return tuple(
        Line((heads[min(place, 1)], *line)) if indent else Line(line)
        for place, line in enumerate(lines)
    )


def joined(blocks: Iterable[Block], gap: int = 1) -> Block:
    """Several blocks as one that is not torn apart."""
    lines: list[Line] = []
    for block in blocks:
        lines += [EMPTY] * (gap if lines else 0) + list(block)
    return tuple(lines)


def sheets(blocks: Sequence[Block], height: int) -> tuple[Sheet, ...]:
    """The blocks on pages of `height` lines, with an empty line between two; one page at least.

    A block goes to the next page rather than being torn, unless it is longer than a page.
    """
    pages: list[list[Line]] = [[]]
    for block in blocks:
        here = pages[-1]
        if here and len(here) + 1 + len(block) > height:
            here = []
            pages.append(here)
        if here:
            here.append(EMPTY)
        here.extend(block)
        while len(here) > height:
            rest = here[height:]
            del here[height:]
            here = rest
            pages.append(here)
    return tuple(tuple(page) for page in pages)


def starts(blocks: Sequence[Block], height: int) -> tuple[int, ...]:
    """For each page of `sheets` the place of the first block that begins on it, or goes on."""
    return tuple(
        place
        for place, _ in enumerate(blocks)
        for _ in range(len(sheets(blocks[: place + 1], height)) - _before(blocks, place, height))
    )


def _before(blocks: Sequence[Block], place: int, height: int) -> int:
    return len(sheets(blocks[:place], height)) if place else 0


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between empty ones."""
    group: list[Line] = []
    for line in lines:
        if line.plain.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_heading(group: list[Line]) -> bool:
    """A small heading is set in bold, and so is a line that an author uses as one."""
    spans = [span for line in group for span in line.spans if span.text.strip()]
    heads = Face.TITLE | Face.HEADING | Face.STRONG
    return bool(spans) and all(span.face & heads for span in spans)
