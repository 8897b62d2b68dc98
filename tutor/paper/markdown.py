"""Course Markdown as blocks. Raw HTML stays text, an image is its description, a link its text.

A citation `[@id]` becomes a number; `Citations` counts through a document and lists the sources
at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from tutor.content.harmless import CONTROLS, REPLACEMENT, harmless
from tutor.paper.document import (
    Block,
    Blocks,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Span,
    Spans,
    Table,
    Verbatim,
    heading,
    words,
)
from tutor.study.frames import SourceCard
from tutor.study.texts import CITATION

MAX_NESTING = 16
"""Levels of tokens: a quote is one, a list two. What is deeper is printed as its source."""

_AUTHORS = 2
"""The highest heading that an author's text may have: the document has its own above it."""


class Citations:
    """Numbers the sources of a document in the order of first use."""

    def __init__(self, sources: Iterable[SourceCard] = ()) -> None:
        self._cards = {card.id: card for card in sources}
        self._numbers: dict[str, int] = {}

    def add(self, cards: Iterable[SourceCard]) -> None:
        """Sources that a text may cite from here on."""
        self._cards.update({card.id: card for card in cards})

    def mark(self, source: str) -> str:
        """`[3]` for a source, wherever it is cited."""
        return f"[{self._numbers.setdefault(source, len(self._numbers) + 1)}]"

    def marks(self, cards: Iterable[SourceCard]) -> str:
        """`[1] [3]` for sources that a text names without citing them in a place."""
        self.add(cards := tuple(cards))
        return " ".join(self.mark(card.id) for card in cards)

    def listed(self) -> Blocks:
        """The sources that were cited, below a heading; nothing where there were none."""
        if not self._numbers:
            return ()
        items = tuple((self._entry(name),) for name in self._numbers)
        return (heading(1, "Sources"), Listing(items, start=1))

    def _entry(self, name: str) -> Paragraph:
        card = self._cards.get(name)
        return Paragraph(words(source_line(card) if card else name))


def source_line(card: SourceCard) -> str:
    """Who, what, when, with what authority, and where it can be read."""
    said = f"{card.issuer}: {card.title}, {card.date}. {card.authority}."
    as_of = f"Checked {card.as_of}." if card.as_of else ""
    return " ".join(part for part in (said, as_of, card.url) if part)


def _citation(state: StateInline, silent: bool) -> bool:
    """Read `[@id]` into a token of its own, before links are looked for."""
    found = CITATION.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("citation", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING + 4})
    parser.enable("table")
    parser.disable(["reference", "html_block", "html_inline"])
    parser.inline.ruler.before("link", "citation", _citation)
    return parser


_PARSER = _parser()


def blocks(text: str, citations: Citations) -> Blocks:
    """The blocks of a Markdown text; broken markup stays as text."""
    text = CONTROLS.sub(REPLACEMENT, text.replace("\r\n", "\n").expandtabs(4))
    source = text.split("\n")
    found: list[Block] = []
    for group in _groups(_PARSER.parse(text)):
        if max(token.level for token in group) >= MAX_NESTING:
            first, last = group[0].map or (0, len(source))
            found.append(Verbatim(tuple(source[first:last])))
        else:
            found.extend(_Reader(citations).blocks(SyntaxTreeNode(group)))
    return tuple(found)


def inline(text: str, citations: Citations) -> Spans:
    """A short Markdown text as the spans of one paragraph."""
    return joined(blocks(text, citations))


def joined(found: Sequence[Block]) -> Spans:
    """The words of several blocks in one line."""
    spans: list[Span] = []
    for block in found:
        if spans:
            spans.append(Span(" "))
        match block:
            case Paragraph() | Heading():
                spans.extend(block.spans)
            case Listing():
                spans.extend(joined([one for item in block.items for one in item]))
            case Quote():
                spans.extend(joined(block.blocks))
            case Table():
                for row in (block.head, *block.rows):
                    for cell in row:
                        spans.extend((*cell, Span(" ")))
            case Verbatim():
                spans.append(Span(" ".join(block.lines)))
            case _:
                pass
    return tuple(spans)


def _groups(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield group
            group = []


class _Reader:
    """Reads the tree of one text."""

    def __init__(self, citations: Citations) -> None:
        self._citations = citations

    def blocks(self, parent: SyntaxTreeNode) -> Iterator[Block]:
        for node in parent.children:
            yield self._block(node)

    def _block(self, node: SyntaxTreeNode) -> Block:
        match node.type:
            case "heading":
                return Heading(min(int(node.tag[1:]) + _AUTHORS, 4), self._spans(node))
            case "bullet_list":
                return Listing(tuple(tuple(self.blocks(item)) for item in node.children))
            case "ordered_list":
                items = tuple(tuple(self.blocks(item)) for item in node.children)
                return Listing(items, start=int(node.attrs.get("start", 1)))
            case "blockquote":
                return Quote(tuple(self.blocks(node)))
            case "fence" | "code_block":
                return Verbatim(tuple(node.content.removesuffix("\n").split("\n")))
            case "table":
                return self._table(node)
            case "hr":
                return Rule()
            case _:
                return Paragraph(self._spans(node))

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [
            tuple(self._spans(cell) for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        width = len(rows[0])
        body = (row[:width] + ((),) * (width - len(row)) for row in rows[1:])
        return Table(rows[0], tuple(body))

    def _spans(self, node: SyntaxTreeNode) -> Spans:
        found = (self._inline(one, Span("")) for one in node.children if one.type == "inline")
        return tuple(span for spans in found for span in spans if span.text)

    def _inline(self, node: SyntaxTreeNode, face: Span) -> Iterator[Span]:
        for child in node.children:
            match child.type:
                case "strong":
                    yield from self._inline(child, Span("", True, face.emphasis))
                case "em":
                    yield from self._inline(child, Span("", face.strong, True))
                case "link":
                    yield from self._inline(child, face)
                    yield from _address(child, face)
                case "citation":
                    yield self._in(face, self._citations.mark(child.content))
                case "code_inline":
                    yield Span(harmless(child.content), code=True)
                case "softbreak" | "hardbreak":
                    yield self._in(face, " ")
                case _:
                    yield self._in(face, harmless(child.content))

    @staticmethod
    def _in(face: Span, text: str) -> Span:
        return Span(text, face.strong, face.emphasis)


_WEB = re.compile(r"https?://", re.IGNORECASE)


def _address(node: SyntaxTreeNode, face: Span) -> Iterator[Span]:
    """On paper an address has to be read, so it stands behind the words of its link."""
    target = str(node.attrs.get("href", ""))
    said = "".join(child.content for child in node.children)
    if _WEB.match(target) and target != said:
        yield Span(f" ({harmless(target)})", face.strong, face.emphasis)
