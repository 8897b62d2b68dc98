"""T011, T013: the name of a key and the sign behind it."""

import re
import unicodedata

from tutor.content.diagnostics import Diagnostic, Fix
from tutor.content.syntax.block_text import BlockText, shorten
from tutor.content.syntax.spaces import ORDINARY

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\[^\n])*"|'[^'\n]*')"""
_VALID = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*")
_FORBIDDEN = re.compile(r"[^a-z0-9_.-]")
# A "key" of more words than this is a sentence that happens to hold an equals sign.
_MAX_WORDS = 4


def wrong_sign(block: BlockText, _at: int) -> Diagnostic | None:
    """T011: a colon, an arrow, two equals signs or nothing between key and value."""
    start, end = block.statement.separator
    sign = block.slice(start, end)
    if block.statement.loose or sign == "=":
        return None
    key = block.key.strip()
    message = f"Between `{key}` and its value stands `{sign}` in place of an equals sign."
    if not sign:
        message = f"Between `{key}` and its value the equals sign is missing."
    blank = "" if not sign or block.slice(start - 1, start).isspace() else " "
    fix = Fix(start, end, f"{blank}=" if sign else "= ")
    return block.report("T011", start, len(sign), message, f"Write {key} = ...", fix)


def mend_sign(block: BlockText) -> str:
    """The statement with `=` for its one-character sign; other signs cannot keep the length."""
    start, end = block.statement.separator
    if end - start != 1:
        return ""
    place = start - block.statement.start
    return block.source[:place] + "=" + block.source[place + 1 :]


def bad_key(block: BlockText, _at: int) -> Diagnostic | None:
    """T013: a key that is not valid, because of blanks, accents or other signs."""
    key = block.key.rstrip()
    if not key or _VALID.fullmatch(key) or len(key.split()) > _MAX_WORDS:
        return None
    message = f"The key `{shorten(key)}` holds {_reason(key)}."
    return block.report("T013", block.statement.key[0], len(key), message, _hint(key))


def mend_key(block: BlockText) -> str:
    """The statement with an x for each forbidden character of its key; same length."""
    start, end = (place - block.statement.start for place in block.statement.key)
    key = block.source[start:end]
    clean = re.sub(r"^\.|\.$|\.(?=\.)", "x", re.sub(r"[^A-Za-z0-9_.-]", "x", key.rstrip()))
    return block.source[:start] + clean.ljust(end - start) + block.source[end:]


def suggestion(name: str, *, blank: str = "_") -> str:
    """The closest name that is allowed; empty when nothing is left of it."""
    plain = unicodedata.normalize("NFKD", name.translate(ORDINARY)).strip("\"' ").lower()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _FORBIDDEN.sub("", re.sub(r"[ \t]+", blank, plain)).strip(".")


def _hint(key: str) -> str:
    better = suggestion(key)
    name = f" For example: {better} = ..." if better else ""
    return f"Use small letters a-z, digits, hyphen and underscore.{name}"


def _reason(key: str) -> str:
    if re.search(r"\s", key):
        return "a blank"
    if re.search(r"[^\W\d_]", re.sub(r"[A-Za-z]", "", key)):
        return "a letter with an accent or of another alphabet"
    wrong = _FORBIDDEN.search(key.lower())
    return f"the character `{wrong[0]}`" if wrong else "an empty part"
