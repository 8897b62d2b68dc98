"""From Markdown to a document, by way of markdown-it's tokens. Never fails, whatever the text.

The subset is FORMAT.md rule 7: headings, emphasis, lists, tables, quotes, code, links, citations
`[@id]` and terms `[text](term:id)`. Raw HTML stays text, an image is its description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from tutor.tui.safety import visible
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
from tutor.tui.widgets.reader.inline import InlineReader

MAX_NESTING = 24
"""Levels of tokens: a quote is one, a list two. Deeper blocks are shown as their source."""
MAX_CHARACTERS = 40_000
"""Longer texts are shown as their source: a page of 700 words has about 5,000."""

_CITATION = re.compile(r"\[@([a-z0-9-]+)\]")


def _citation_rule(state: StateInline, silent: bool) -> bool:
    """Read `[@id]` into a token of its own, before links are looked for."""
    if not state.src.startswith("[@", state.pos):
        return False
    match = _CITATION.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    parser.enable("table")
    parser.disable(["reference", "html_block", "html_inline"])
    parser.inline.ruler.before("link", "citation", _citation_rule)
    return parser


_PARSER = _make_parser()


def parse(text: str, cited: Sequence[str] = ()) -> Document:
    """Return the document of a Markdown text; unknown or broken markup stays as text.

    `cited` are the sources that already have a number on the same screen: counting goes on there.
    """
    text = visible(text)
    if len(text) > MAX_CHARACTERS:
        return Document((_verbatim(text.split("\n")),))
    reader = _BlockReader(text.split("\n"), cited)
    blocks = tuple(reader.blocks_of(_PARSER.parse(text)))
    return Document(blocks, tuple(reader.inline.targets), tuple(reader.inline.cited))


class _BlockReader:
    """Reads the tokens of one text from top to bottom, numbering references on the way."""

    def __init__(self, source: Sequence[str], cited: Sequence[str]) -> None:
        self._source = source
        self.inline = InlineReader(cited)

    def blocks_of(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Read top-level groups one by one: one that nests too deep does not hide the rest."""
        for group in _groups(tokens):
            if max(token.level for token in group) >= MAX_NESTING - 1:
                yield self._as_source(group[0])
            else:
                yield from self._blocks(SyntaxTreeNode(group))

    def _as_source(self, token: Token) -> Verbatim:
        first, last = token.map or (0, len(self._source))
        return _verbatim(self._source[first:last])

    def _blocks(self, parent: SyntaxTreeNode) -> Iterator[Block]:
        for node in parent.children:
            yield self._block(node)

    def _block(self, node: SyntaxTreeNode) -> Block:
        match node.type:
            case "heading":
                return Heading(int(node.tag[1:]), self._spans(node))
            case "bullet_list" | "ordered_list":
                return self._listing(node)
            case "blockquote":
                return Quote(tuple(self._blocks(node)))
            case "fence" | "code_block":
                return _verbatim(node.content.removesuffix("\n").split("\n"))
            case "table":
                return self._table(node)
            case "hr":
                return Break()
            case _:
                return Paragraph(self._spans(node))

    def _listing(self, node: SyntaxTreeNode) -> Listing:
        start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        items = tuple(tuple(self._blocks(item)) for item in node.children)
        tight = all(
            child.hidden
            for item in node.children
            for child in item.children
            if child.type == "paragraph"
        )
        return Listing(start, tight, items)

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [
            tuple(self._spans(cell) for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        width = len(rows[0])
        return Table(rows[0], tuple(_fit(row, width) for row in rows[1:]))

    def _spans(self, node: SyntaxTreeNode) -> Spans:
        return tuple(
            span
            for inline in node.children
            if inline.type == "inline"
            for span in self.inline.read(inline.children)
        )


def _verbatim(lines: Sequence[str]) -> Verbatim:
    return Verbatim(tuple((Span(line, Face.CODE),) for line in lines))


def _groups(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Cut a token stream into its top-level blocks."""
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield group
            group = []


def _fit(row: tuple[Spans, ...], width: int) -> tuple[Spans, ...]:
    empty: Spans = (Span(""),)
    return (row + (empty,) * width)[:width]
