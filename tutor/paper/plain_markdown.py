"""A document as Markdown: readable as it stands, and the same in whatever renders it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tutor.content.harmless import harmless
from tutor.paper.document import (
    Aside,
    Block,
    Blocks,
    CutSheet,
    Document,
    Heading,
    Listing,
    Marked,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Ruled,
    Span,
    Spans,
    Table,
    Together,
    Verbatim,
)

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&])")
_BEGINS = re.compile(r"^(\s*)([-+=])")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])")


def write(document: Document) -> bytes:
    """The file, UTF-8."""
    lines = [f"# {_text(document.title)}", ""]
    lines += [f"{_line(said)}  " for said in document.lead]
    lines += _blocks(document.blocks)
    if document.foot:
        lines += ["", "---", "", _line(document.foot)]
    return ("\n".join(_tidy(lines)).strip("\n") + "\n").encode()


def _tidy(lines: list[str]) -> Iterator[str]:
    """Never two empty lines."""
    before = "x"
    for one in lines:
        if one.strip() or before.strip():
            yield one
        before = one


def _text(text: str) -> str:
    """Nothing in it is markup."""
    return _MARKUP.sub(r"\\\1", harmless(text))


def _line(text: str) -> str:
    """The same at the beginning of a line, where more would be markup."""
    return _begun(_text(text))


def _begun(written: str) -> str:
    return _NUMBERED.sub(r"\1\\\2", _BEGINS.sub(r"\1\\\2", written))


def _spans(spans: Spans) -> str:
    return "".join(_span(span) for span in spans).strip()


def _span(span: Span) -> str:
    if span.code and "`" not in span.text and span.text.strip():
        return f"`{harmless(span.text)}`"
    said = _text(span.text)
    core = said.strip()
    star = "*" * (2 * span.strong + span.emphasis)
    return said.replace(core, f"{star}{core}{star}", 1) if core and star else said


def _blocks(blocks: Blocks) -> list[str]:
    return [line for block in blocks for line in ("", *_WRITE[type(block)](block))]


def _heading(block: Heading) -> list[str]:
    return [f"{'#' * (block.level + 1)} {_spans(block.spans)}"]


def _listing(block: Listing) -> list[str]:
    first = block.start
    marks = ("-" if first is None else f"{first + place}." for place in range(len(block.items)))
    return [
        line for mark, item in zip(marks, block.items, strict=True) for line in _item(mark, item)
    ]


def _item(mark: str, blocks: Blocks) -> list[str]:
    """A list item: its first line behind the mark, the others below it."""
    lines = _blocks(blocks)[1:] or [""]
    indent = " " * (len(mark) + 1)
    rest = [f"{indent}{line}" if line else "" for line in lines[1:]]
    return [f"{mark} {lines[0]}", *rest]


def _marked(block: Marked) -> list[str]:
    lines: list[str] = []
    for mark, blocks in block.rows:
        found = _blocks(blocks)[1:] or [""]
        rest = [f"  {line}" if line else "" for line in found[1:]]
        lines += [f"- **{_text(mark)}** {found[0]}".rstrip(), *rest]
    return lines


def _table(block: Table) -> list[str]:
    head = f"| {' | '.join(_spans(cell) or ' ' for cell in block.head)} |"
    rows = [f"| {' | '.join(_spans(cell) for cell in row)} |" for row in block.rows]
    return [head, f"|{'---|' * len(block.head)}", *rows]


def _quoted(blocks: Blocks) -> list[str]:
    return [f"> {line}".rstrip() for line in _blocks(blocks)[1:]]


def _verbatim(block: Verbatim) -> list[str]:
    return [f"    {harmless(line)}" for line in block.lines]


def _aside(block: Aside) -> list[str]:
    label = Paragraph((Span(block.label, strong=True),))
    return _quoted((label, *block.blocks))


def _cut_sheet(block: CutSheet) -> list[str]:
    lines: list[str] = []
    for piece in block.pieces:
        sign = [f"**{_text(piece.sign)}** {_text(piece.pattern)}"] if piece.sign else []
        lines += ["", "---", "", *sign, *_blocks(piece.blocks)]
    return lines[1:]


_WRITE: dict[type[Block], Callable[[Any], list[str]]] = {
    Heading: _heading,
    Paragraph: lambda one: [_begun(_spans(one.spans))],
    Listing: _listing,
    Marked: _marked,
    Table: _table,
    Quote: lambda one: _quoted(one.blocks),
    Verbatim: _verbatim,
    Rule: lambda _one: ["---"],
    PageBreak: lambda _one: [],
    Together: lambda one: _blocks(one.blocks)[1:],
    Aside: _aside,
    CutSheet: _cut_sheet,
    Ruled: lambda one: ["\\_" * 40] * one.lines,
}
