"""Fixes for values on one line: only where nobody could have meant anything else.

A value that may hold a comment, that goes on below, or that has three quotes of its own is left to
the author. Whatever is mended here was refused before, so no meaning is changed by it.
"""

import re

from tutor.content.diagnostics import Fix
from tutor.content.syntax.block_text import BlockText
from tutor.content.syntax.strings import APOSTROPHES, line_end

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def between_three(block: BlockText, inner: str) -> Fix | None:
    """The whole value as `'''inner'''`, an id or another word of the format as `"inner"`."""
    stands_alone = _one_line(block) and "#" not in block.value
    if not stands_alone or APOSTROPHES in inner or inner.endswith("'"):
        return None
    if not inner.strip():
        return None
    quote = '"' if _WORD.fullmatch(inner) else APOSTROPHES
    return Fix(block.statement.value, _end(block), f"{quote}{inner}{quote}")


def closed(block: BlockText, opening: int, quote: str) -> Fix | None:
    """The text that starts with three quotes at `opening`, closed where its line ends."""
    source = block.lines.text
    end = line_end(source, opening)
    below = block.slice(end, block.statement.end)
    text = source[opening + 3 : end].rstrip()
    if below.strip() or opening != block.statement.value or not text.strip():
        return None
    other = (
        text[-3:] if text[-3:] in ("'''", '"""') else text[-2:] if text[-2:] in ("''", '""') else ""
    )
    inner = text.removesuffix(other)
    if "#" in text or quote[0] in inner[-1:] or "'''" in inner or '"""' in inner or "\\" in inner:
        return None
    return Fix(opening, opening + 3 + len(text), f"{quote}{inner}{quote}")


def joined(block: BlockText) -> Fix | None:
    """A value that was moved to the line below, back behind the equals sign."""
    start, end = block.statement.separator[1], block.statement.value
    return Fix(start, end, " ") if not block.slice(start, end).strip() else None


def _one_line(block: BlockText) -> bool:
    return "\n" not in block.source.strip("\n")


def _end(block: BlockText) -> int:
    return block.statement.value + len(block.value.rstrip())
