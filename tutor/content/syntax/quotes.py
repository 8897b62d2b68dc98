"""T001, T002, T003, T017: the straight quotes of a text, and the backslash between them."""

import re

from tutor.content.diagnostics import Diagnostic, Fix
from tutor.content.syntax import mending
from tutor.content.syntax.block_text import BlockText, shorten
from tutor.content.syntax.strings import TRIPLES, line_close

_USE_TRIPLE = "Put the whole text between ''' and '''."
_ESCAPE = re.compile(
    r"\\(?:[btnfre\"\\]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}"
    r"|(?P<wrap>[ \t]*\n)|(?P<bad>))"
)


def never_closed(block: BlockText, _at: int) -> Diagnostic | None:
    """T003: three quotes open a text that has no end."""
    start = block.statement.unclosed
    if start < 0:
        return None
    text = block.slice(start, block.statement.end)
    line = block.lines.position(start).line
    after = block.lines.position(min(block.statement.end + 1, len(block.lines.text))).line
    message = (
        f"The text that starts with {text[:3]} on line {line} is never closed, so it would "
        f"swallow what follows. Reading went on at line {after}."
    )
    fix = mending.closed(block, start, text[:3])
    return block.report("T003", start, 3, message, _closing_hint(text), fix)


def _closing_hint(text: str) -> str:
    quote = text[:3]
    body = text[3:].rstrip()
    other = TRIPLES[1 - TRIPLES.index(quote)]
    if body.endswith(other):
        return f"It ends with {other} and has to end with the same signs as it starts: {quote}"
    if body.endswith(quote[:2]):
        return f"It ends with two quotes only. Close it with three: {quote}"
    return f"Write {quote} at the end of the text."


def backslash(block: BlockText, _at: int) -> Diagnostic | None:
    """T017: a backslash between double quotes that makes no known sign."""
    for start, end in block.statement.strings:
        text = block.slice(start, end)
        found = _bad_escape(text)
        if found >= 0:
            message = (
                f"Between double quotes the backslash in `{shorten(text[found : found + 12])}` is "
                "read as the start of a special sign, and this one is not known."
            )
            fix = _plain_backslashes(block, start, text)
            return block.report("T017", start + found, 2, message, _USE_TRIPLE, fix)
    return None


def _plain_backslashes(block: BlockText, start: int, text: str) -> Fix | None:
    """The path between three quotes, if no backslash in it could be a sign of TOML."""
    inner = text.rstrip()[1:].removesuffix('"')
    alone = start == block.statement.value and text.rstrip() == block.value.rstrip()
    if not alone or text.startswith(TRIPLES) or '"' in inner:
        return None
    known = any(m["bad"] is None for m in _ESCAPE.finditer(inner) if m.end() < len(inner))
    return None if known else mending.between_three(block, inner)


def _bad_escape(text: str) -> int:
    """Where the first unknown escape of a string stands; -1 when there is none."""
    if not text.startswith('"'):
        return -1
    triple = text.startswith('"""')
    for match in _ESCAPE.finditer(text):
        if match["bad"] is not None or (match["wrap"] is not None and not triple):
            return match.start()
    lost_end = not triple and text.rstrip().endswith('\\"') and line_close(text, 0) < 0
    return len(text.rstrip()) - 2 if lost_end else -1


def not_closed_on_line(block: BlockText, at: int) -> Diagnostic | None:
    """T002: a text in single or double quotes has no closing quote on its line."""
    for start, end in block.statement.strings:
        text = block.slice(start, end)
        if not text.startswith(TRIPLES) and line_close(text, 0) < 0:
            return _missing(block, start, text)
    return _swallowed(block, at)


def _missing(block: BlockText, start: int, text: str) -> Diagnostic:
    sign = text[0]
    other = "'" if sign == '"' else '"'
    message = f"The text starts with {sign} and has no closing {sign} on its line."
    if text.rstrip().endswith(other):
        message = f"The text starts with {sign} and ends with {other}; both have to be the same."
    several = "\n" in block.value.strip()
    hint = _USE_TRIPLE if several else f"Write {sign} at the end of the text."
    inner = text.rstrip()[1:]
    inner = inner[:-1] if inner.endswith(other) and inner.count(other) == 1 else inner
    plain = start == block.statement.value and not {'"', "\\"} & set(inner)
    fix = mending.between_three(block, inner) if plain else None
    return block.report("T002", start, 1, message, hint, fix)


def _swallowed(block: BlockText, at: int) -> Diagnostic | None:
    """In `["a, "b"]` the first text ends at the quote that was meant to open the second."""
    before = [place for place in block.statement.strings if place[1] == at]
    if (
        not before
        or not block.value.startswith(("[", "{"))
        or not block.slice(at, at + 1).isalnum()
    ):
        return None
    start = before[0][0]
    sign = block.slice(start, start + 1)
    line = block.lines.line(block.lines.position(start).line)
    if block.slice(start, start + 3) in TRIPLES or line.count(sign) % 2 == 0:
        return None
    message = f"In this list one text has no closing {sign}, so it ends where the next one starts."
    return block.report("T002", start, 1, message, f"Write {sign} at the end of each text.")


def quotes_inside(block: BlockText, at: int) -> Diagnostic | None:
    """T001: a quote inside a text ended it too early."""
    if block.value.startswith(("[", "{")):
        return _inside_list(block, at)
    tail = block.tail.strip()
    if not block.value.startswith(("'", '"')) or not tail or tail.startswith(("#", ",", "]")):
        return None
    sign = block.value[:3] if block.value.startswith(TRIPLES) else block.value[0]
    if block.value.startswith(sign * 2) and len(sign) == 1:
        message = f"The text starts with two quotes {sign}{sign}, which is an empty text."
        return block.report("T001", block.statement.value, 2, message, _USE_TRIPLE)
    if sign not in tail and not _apostrophe(block):
        return None
    return _early_end(block, sign, block.statement.value_end, _whole_line(block, sign))


def _whole_line(block: BlockText, sign: str) -> Fix | None:
    """The value from its first to its last quote, if one of the same kind ends the line."""
    value = block.value.rstrip()
    inner = value[1:-1]
    if block.tail[:1].isspace():
        return None  # two texts beside each other, or one whose own quotes are missing
    if len(sign) > 1 or not value.endswith(sign) or "\\" in inner or inner.endswith(sign):
        return None
    return mending.between_three(block, inner)


def _apostrophe(block: BlockText) -> bool:
    """True for `'it's late`: the tail goes on without a blank."""
    return block.value.startswith("'") and block.tail[:1].isalpha()


def _inside_list(block: BlockText, at: int) -> Diagnostic | None:
    before = [place for place in block.statement.strings if place[1] == at]
    if not before or not block.slice(at, at + 1).isalnum():
        return None
    start = before[0][0]
    sign = block.slice(start, start + 3)
    return _early_end(block, sign if sign in TRIPLES else sign[0], at)


def _early_end(block: BlockText, sign: str, end: int, fix: Fix | None = None) -> Diagnostic:
    message = (
        f"The text ends at the {sign} before `{shorten(block.slice(end, end + 60))}`, because a "
        "quote of the same kind inside a text closes it."
    )
    hint = _USE_TRIPLE if len(sign) == 1 else f"Use other quotes inside the text than {sign}"
    return block.report("T001", max(end - len(sign), 0), len(sign), message, hint, fix)
