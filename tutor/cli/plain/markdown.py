"""Markdown as plain text: nothing but lines, so that a screen reader reads it in order."""

import re
from collections.abc import Mapping
from textwrap import wrap

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tutor.content.harmless import harmless
from tutor.study.frames import SourceCard
from tutor.study.texts import CITATION

WIDTH = 78
"""Characters of a line; a terminal of 80 columns shows it unbroken."""

_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table")
_INLINE = {"strong_open", "strong_close", "em_open", "em_close"}


def plain(text: str, sources: Mapping[str, SourceCard], width: int = WIDTH) -> str:
    """The text wrapped to `width`, citations as [1], [2] and their sources listed below."""
    order: dict[str, int] = {}
    blocks = _Blocks(order, width)
    blocks.add(_PARSER.parse(text))
    listed = [
        f"[{number}] {source_line(sources[name])}" if name in sources else f"[{number}] {name}"
        for name, number in order.items()
    ]
    if listed:
        blocks.lines.extend(["", "Sources:", *listed])
    return "\n".join(blocks.lines).strip("\n")


def source_line(source: SourceCard) -> str:
    """One line for a source: who, what, when, and with what authority."""
    parts = f"{source.issuer}, {source.title}, {source.date}. {source.authority}."
    return harmless(f"{parts} {source.url}".strip())


class _Blocks:
    """Collects lines from tokens; `order` numbers the citations in order of first use."""

    def __init__(self, order: dict[str, int], width: int) -> None:
        self.lines: list[str] = []
        self._order = order
        self._width = width
        self._prefix: list[str] = []
        self._next_marker = ""
        self._counters: list[int | None] = []

    def add(self, tokens: list[Token]) -> None:
        """Go through the block tokens of a document."""
        table: list[list[str]] = []
        in_table = False
        for token in tokens:
            match token.type:
                case "table_open":
                    in_table, table = True, []
                case "table_close":
                    in_table = False
                    self._table(table)
                case "tr_open":
                    table.append([])
                case "inline" if in_table:
                    table[-1].append(self._inline(token))
                case "inline":
                    self._paragraph(self._inline(token))
                case "fence" | "code_block":
                    self._verbatim(token.content)
                case "hr":
                    self._paragraph("-" * 20)
                case _:
                    self._structure(token.type, token)

    def _structure(self, kind: str, token: Token) -> None:
        match kind:
            case "bullet_list_open":
                self._counters.append(None)
            case "ordered_list_open":
                self._counters.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self._counters.pop()
            case "list_item_open":
                self._open_item()
            case "list_item_close":
                self._prefix.pop()
            case "blockquote_open":
                self._prefix.append("> ")
            case "blockquote_close":
                self._prefix.pop()

    def _open_item(self) -> None:
        number = self._counters[-1]
        marker = "- " if number is None else f"{number}. "
        if number is not None:
            self._counters[-1] = number + 1
        self._next_marker = marker
        self._prefix.append(" " * len(marker))

    def _paragraph(self, text: str) -> None:
        if not self._next_marker or not self._counters or len(self._counters) < 2:
            self._gap()
        rest = "".join(self._prefix)
        first = rest
        if self._next_marker:
            first = rest[: len(rest) - len(self._next_marker)] + self._next_marker
            self._next_marker = ""
        for number, line in enumerate(wrap(text, max(self._width - len(rest), 20)) or [""]):
            self.lines.append((first if number == 0 else rest) + line)

    def _gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _verbatim(self, content: str) -> None:
        self._gap()
        self.lines.extend("    " + harmless(line) for line in content.rstrip("\n").split("\n"))

    def _table(self, rows: list[list[str]]) -> None:
        head, *body = rows or [[]]
        for row in body:
            self._gap()
            for label, cell in zip(head, row, strict=False):
                text = f"{label}: {cell}" if label else cell
                self.lines.extend(wrap(text, self._width, subsequent_indent="  ") or [text])

    def _inline(self, token: Token) -> str:
        parts: list[str] = []
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                parts.append(" ")
            elif child.type == "image" or child.type not in _INLINE:
                parts.append(child.content)
        text = CITATION.sub(self._number, "".join(parts))
        return harmless(re.sub(r"\s+", " ", text)).strip()

    def _number(self, found: re.Match[str]) -> str:
        return f"[{self._order.setdefault(found[1], len(self._order) + 1)}]"
