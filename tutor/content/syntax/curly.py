"""T004: curly quotes where the straight ones that open and close a text belong."""

import re

from tutor.content.diagnostics import Diagnostic, Fix
from tutor.content.syntax.block_text import BlockText
from tutor.content.syntax.strings import CURLY_DOUBLE, CURLY_SINGLE, TRIPLES

_ALL = CURLY_SINGLE + CURLY_DOUBLE
_SIGN = rf"(?:[{CURLY_SINGLE}']{{3}}|[{CURLY_DOUBLE}\"]{{3}}|[{_ALL}'\"])"
_WHOLE = re.compile(
    rf"(?P<open>{_SIGN})(?P<inner>.*?)(?P<close>{_SIGN})(?=\s*(?:#[^\n]*)?\Z)", re.S
)
_CURLY = re.compile(rf"[{_ALL}]")
_LAST_THREE = re.compile(rf"(?:[{CURLY_SINGLE}]{{3}}|[{CURLY_DOUBLE}]{{3}})\Z")
_ENTRY = re.compile(
    r"'''.*?'''|\"[^\"\n]*\"|'[^'\n]*'"
    rf"|[{CURLY_DOUBLE}](?P<double>[^{CURLY_DOUBLE}\"\n]*)[{CURLY_DOUBLE}\"]"
    rf"|[{CURLY_SINGLE}](?P<single>[^\n]*?)[{CURLY_SINGLE}](?=\s*[,\]])",
    re.S,
)
_MESSAGE = "Curly quotes do not open or close a text; only straight quotes do."
_HINT = "Replace the curly quotes around the text by '''. Inside the text they may stay."


def curly_quotes(block: BlockText, _at: int) -> Diagnostic | None:
    """A text, a list entry or only the end of a text carries curly quotes."""
    if block.value.startswith("["):
        return _in_list(block)
    if block.statement.unclosed >= 0:
        return _at_the_end(block)
    return _around(block)


def _around(block: BlockText) -> Diagnostic | None:
    match = _WHOLE.match(block.value)
    if not match or block.value.startswith(TRIPLES):
        return _opening_only(block)
    if not _CURLY.search(match["open"] + match["close"]):
        return None
    start = block.statement.value
    whole = Fix(start, start + match.end(), f"'''{match['inner']}'''")
    fix = None if "'''" in match["inner"] else whole
    return block.report("T004", start, len(match["open"]), _MESSAGE, _HINT, fix)


def _opening_only(block: BlockText) -> Diagnostic | None:
    if not _CURLY.match(block.value):
        return None
    return block.report("T004", block.statement.value, 1, _MESSAGE, _HINT)


def _at_the_end(block: BlockText) -> Diagnostic | None:
    text = block.slice(block.statement.unclosed, block.statement.value_end)
    match = _LAST_THREE.search(text)
    if not match:
        return None
    start = block.statement.unclosed + match.start()
    fix = Fix(start, start + 3, text[:3])
    return block.report("T004", start, 3, _MESSAGE, _HINT, fix)


def _in_list(block: BlockText) -> Diagnostic | None:
    first = _CURLY.search(block.outside, block.statement.value - block.statement.start)
    if not first:
        return None
    start = block.statement.value
    old = block.slice(start, block.statement.value_end)
    new = _ENTRY.sub(_straight, old)
    fix = Fix(start, start + len(old), new) if new != old else None
    return block.report("T004", block.statement.start + first.start(), 1, _MESSAGE, _HINT, fix)


def _straight(match: re.Match[str]) -> str:
    inner = match["double"] if match["single"] is None else match["single"]
    return match[0] if inner is None else f"'''{inner}'''"
