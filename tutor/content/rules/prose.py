"""Markdown cut into paragraphs, tables, lists and sentences, for rules that look at language.

Offsets count in the text as given, so that a finding can point at the words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tutor.content.rules.texts import without_code

Kind = Literal["paragraph", "table", "list", "quote", "heading"]

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.)])\s")
_HEADING = re.compile(r" {0,3}#{1,6}\s[^\n]*\n?")
_END = re.compile(
    r"(?<=[.?!:;])[\"'”’)\]*_]*\s+(?=[>\"'“‘(\[*_ ]*[A-Z0-9])|\n(?=\s*(?:[-*+]|\d+[.)])\s)"
)
_NO_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs|etc|No|Nos|Art|para|Mr|Ms|Mrs|Dr|Lt|Col|Maj|Capt|Gen|Sgt|St|p|pp)"
    r"|\b[A-Z])\.$"
)
_CITATION = re.compile(r"\s*\[@[^\]\s]*\]")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_`~]+|^\s*(?:>|[-+]|\d{1,3}[.)])\s", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:['’.,/-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a text, code blanked out, and where it starts."""

    kind: Kind
    text: str
    start: int


def parts(text: str) -> list[Part]:
    """The blocks of a text in their order; code is left out. A loose list counts as one."""
    found: list[Part] = []
    clear = without_code(text)
    for block in _BLOCK.finditer(clear):
        for part in _split(block[0], block.start()):
            last = found[-1] if found else None
            if last is not None and last.kind == part.kind == "list":
                joined = clear[last.start : part.start + len(part.text)]
                found[-1] = Part("list", joined, last.start)
            else:
                found.append(part)
    return found


def sentences(part: Part) -> Iterator[str]:
    """The sentences of a paragraph, quote or list; each item of a list is at least one."""
    start = 0
    for end in _END.finditer(part.text):
        if _NO_END.search(part.text[start : end.start()]) is None:
            yield part.text[start : end.start()]
            start = end.end()
    yield part.text[start:]


def plain(text: str) -> str:
    """The text without citations, link targets and marks."""
    return _MARKS.sub("", _LINK.sub(r"\1", _CITATION.sub("", text)))


def words(text: str) -> list[str]:
    """The words that are read."""
    return _WORD.findall(plain(text))


def _split(block: str, start: int) -> Iterator[Part]:
    """A heading may stand right above the text that it heads."""
    heading = _HEADING.match(block)
    if heading is not None:
        yield Part("heading", heading[0].rstrip("\n"), start)
        rest = block[heading.end() :]
        if rest:
            yield from _split(rest, start + heading.end())
        return
    yield Part(_kind(block), block, start)


def _kind(block: str) -> Kind:
    first, _, rest = block.partition("\n")
    if "|" in first and re.match(r"[ |:-]*-[ |:-]*(?:\n|$)", rest):
        return "table"
    if _LIST.match(block):
        return "list"
    return "quote" if block.lstrip().startswith(">") else "paragraph"
