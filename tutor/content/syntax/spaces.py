"""T005: blanks of a word processor outside a text."""

import re
import unicodedata

from tutor.content.diagnostics import Diagnostic, Fix
from tutor.content.syntax.block_text import BlockText
from tutor.content.syntax.strings import ODD_SPACES

ORDINARY = str.maketrans(dict.fromkeys(ODD_SPACES, " "))
_ODD = re.compile(f"[{ODD_SPACES}]")


def odd_blank(block: BlockText, _at: int) -> Diagnostic | None:
    """A special blank between key, sign and value; prose without quotes has another fault."""
    if block.statement.loose and block.source.translate(ORDINARY).strip():
        return None
    outside = _without_comment(block)
    found = list(_ODD.finditer(outside))
    if not found:
        return None
    start, end = found[0].start(), found[-1].end()
    base = block.statement.start
    fix = Fix(base + start, base + end, _mended(block, start, end))
    name = unicodedata.name(found[0][0]).lower()
    message = f"A {name} stands outside a text. It looks like a blank and is another character."
    hint = "Replace it by an ordinary blank, or delete it."
    return block.report("T005", base + start, 1, message, hint, fix)


def mend(block: BlockText) -> str:
    """The statement with ordinary blanks outside its strings; same length."""
    return _mended(block, 0, len(block.source))


def _mended(block: BlockText, start: int, end: int) -> str:
    outside = block.outside
    pairs = zip(block.source[start:end], outside[start:end], strict=True)
    return "".join(" " if shown in ODD_SPACES else real for real, shown in pairs)


def _without_comment(block: BlockText) -> str:
    if not block.tail.strip().startswith("#"):
        return block.outside
    return block.outside[: block.statement.value_end - block.statement.start]
