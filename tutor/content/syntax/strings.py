"""Where a string ends, by the rules of TOML. Offsets count characters from 0."""

import re

APOSTROPHES = "'''"
TRIPLES = (APOSTROPHES, '"""')
CURLY_SINGLE = "‘’‚‛"
CURLY_DOUBLE = "“”„‟«»"
# Blanks that TOML does not accept as blanks; a word processor types them by itself.
ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
ODD_SPACES += "\u205f\u3000"

_BASIC = re.compile(r'"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"')
_LITERAL = re.compile(r"'[^'\n]*'")
# TOML lets a text end with up to two quotes of its own before the closing three.
_OWN_QUOTES = 2


def text_close(text: str, start: int, end: int | None = None) -> int:
    """The offset just behind the text ('''...''' or three double quotes) opened at `start`; -1."""
    quote = text[start : start + 3]
    limit = len(text) if end is None else end
    at = text.find(quote, start + 3, limit)
    while at >= 0 and quote != APOSTROPHES and _escaped(text, start + 3, at):
        at = text.find(quote, at + 1, limit)
    if at < 0:
        return -1
    at += 3
    last = min(at + _OWN_QUOTES, limit)
    while at < last and text[at] == quote[0]:
        at += 1
    return at


def line_close(text: str, start: int) -> int:
    """The offset just behind the one-line string opened at `start`; -1 when its line ends first."""
    match = (_BASIC if text[start] == '"' else _LITERAL).match(text, start)
    return match.end() if match else -1


def line_end(text: str, at: int) -> int:
    """The offset of the line feed that ends the line of `at`, or the length of the text."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _escaped(text: str, floor: int, at: int) -> bool:
    """True when an odd number of backslashes stands before `at`."""
    first = at
    while first > floor and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1
