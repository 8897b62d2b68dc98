"""How far a value reaches when nobody knows yet whether it is well formed."""

import re
from dataclasses import dataclass

from tutor.content.syntax.strings import (
    CURLY_DOUBLE,
    CURLY_SINGLE,
    TRIPLES,
    line_close,
    line_end,
    text_close,
)

Range = tuple[int, int]

# Where reading resumes behind quotes that never close: a block, or a key with a plausible value.
_ID_LINE = r"\[[a-z0-9-]+\][ \t]*(?:\#[^\n]*)?$"
_PAIR_LINE = (
    r"[ \t]*[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*[ \t]*=[ \t]*"
    r"(?:['\"‘’“”\[]|[+-]?\d|[Tt]rue\b|[Ff]alse\b)"
)
# A block's name with a fault counts only when a key follows: texts hold lines such as [Note].
_BAD_ID_LINE = rf"\[{{1,2}}[\w .-]{{1,60}}\]{{0,2}}[ \t]*(?=\n\s*{_PAIR_LINE})"
_RESUME = re.compile(rf"^(?:{_ID_LINE}|{_BAD_ID_LINE}|{_PAIR_LINE})", re.MULTILINE)
_OTHER_OPENING = {
    quote: re.compile(rf"[ \t]*[a-z0-9][a-z0-9_.-]*[ \t]*=[ \t]*{other}")
    for quote, other in zip(TRIPLES, reversed(TRIPLES), strict=True)
}
_HEADER_LINE = re.compile(rf"^(?:{_ID_LINE})", re.MULTILINE)
# Possessive, as are all the others that a comment could otherwise cut in many ways.
_NEXT = r"(?:\s++|\#[^\n]*+)*+"
_STATEMENT_OR_END = re.compile(rf"{_NEXT}(?:\[|[^\s=:\#][^=:\n\#]{{0,120}}=|[\w.-]+[ \t]*:|\Z)")
_LINE_REST = re.compile(r"[ \t]*(?:\#[^\n]*)?(?:\n|\Z)")
_LIST_REST = re.compile(rf"{_NEXT}[,\]}}'\"]")
_CURLY = re.compile(rf"[{CURLY_SINGLE}]{{3}}|[{CURLY_DOUBLE}]{{3}}")
_TOKEN = re.compile(r"'''|\"\"\"|['\"\[\]{},=\#\n]|[ \t]+|[^'\"\[\]{},=\#\s]['\w]*|\s")
_OPENS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Value:
    """What was read: its end, quotes that never close, brackets left open, strings inside."""

    end: int
    unclosed: int = -1
    open_bracket: bool = False
    depth: int = 0
    strings: tuple[Range, ...] = ()


def read(text: str, at: int) -> Value:
    """The value that starts at `at`, which is not on a blank."""
    if text.startswith(TRIPLES, at):
        return read_text(text, at)
    if _CURLY.match(text, at):
        return _read_curly(text, at)
    char = text[at : at + 1]
    if char in ("[", "{"):
        return _Brackets(text, at).read()
    end = line_end(text, at)
    if char in ('"', "'"):
        close = line_close(text, at)
        return Value(close if close >= 0 else end, strings=((at, close if close >= 0 else end),))
    return Value(_before_comment(text, at, end))


def read_text(text: str, at: int, *, in_list: bool = False) -> Value:
    """A text between three quotes; where its end is doubtful, up to the next key or block."""
    close = text_close(text, at)
    if close >= 0 and not _doubtful(text, at, close, in_list):
        return Value(close, strings=((at, close),))
    limit = len(text) if close < 0 else line_end(text, close)
    resume = _RESUME.search(text, line_end(text, at), limit)
    if resume is None and close >= 0:
        return Value(close, strings=((at, close),))
    stop = resume.start() - 1 if resume else len(text)
    if curly := _CURLY.search(text, at + 3, stop):
        return Value(curly.end(), unclosed=at, strings=((at, curly.end()),))
    return Value(stop, unclosed=at, strings=((at, stop),))


def header_lines(text: str, start: int, end: int) -> list[Range]:
    """Where lines inside a text look like the start of a block."""
    first = line_end(text, start)
    return [match.span() for match in _HEADER_LINE.finditer(text, first, end)]


def _doubtful(text: str, start: int, close: int, in_list: bool) -> bool:
    """True when the closing quotes seem to be another text's.

    What follows them cannot follow a text in valid TOML, or they end a line on which a key opens a
    text with the other three quotes. Only the latter can be valid, and nobody means it.
    """
    if in_list:
        return _LIST_REST.match(text, close) is None
    if "\n" not in text[start:close]:
        return False
    last_line = text.rfind("\n", start, close) + 1
    if _OTHER_OPENING[text[start : start + 3]].match(text, last_line, close):
        return True  # the quotes that seem to close this text belong to the next one
    rest = _LINE_REST.match(text, close)
    return rest is None or _STATEMENT_OR_END.match(text, rest.end()) is None


def _read_curly(text: str, at: int) -> Value:
    """A text between three curly quotes, or mixed ones; else the line."""
    resume = _RESUME.search(text, line_end(text, at))
    stop = resume.start() - 1 if resume else len(text)
    family = CURLY_SINGLE + "'" if text[at] in CURLY_SINGLE else CURLY_DOUBLE + '"'
    close = re.compile(f"[{family}]{{3}}").search(text, at + 3, stop)
    end = close.end() if close else line_end(text, at)
    return Value(end, strings=((at, end),))


def _before_comment(text: str, at: int, end: int) -> int:
    """The end of an unquoted value: a ` #` starts a comment there as well."""
    comment = text.find("#", at, end)
    end = end if comment < 0 else comment
    while end > at and text[end - 1] in " \t":
        end -= 1
    return end


class _Brackets:
    """One walk over a list or inline table, up to its end or to where it must have been left."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.start = at
        self.at = at
        self.open: list[str] = []
        self.depth = 0
        self.strings: list[Range] = []
        self.last = at  # the end of the last token that is no blank
        self.word = False  # that token was a bare word: quotes behind it open nothing

    def read(self) -> Value:
        while match := _TOKEN.match(self.text, self.at):
            token = match[0]
            self.at = match.end()
            if token in TRIPLES and not self.word:
                unclosed = self._text(match.start())
                if unclosed >= 0:
                    return self._value(self.at, unclosed=unclosed, left=True)
            elif token == "\n":
                if self._left():
                    return self._value(self.last, left=True)
            elif not token.isspace():
                self._token(token, match.start())
            if not self.open:
                return self._value(self.at)
        return self._value(self.last, left=True)

    def _text(self, start: int) -> int:
        value = read_text(self.text, start, in_list=True)
        self.strings.extend(value.strings)
        self.at = self.last = value.end
        return value.unclosed

    def _token(self, token: str, start: int) -> None:
        if token in _OPENS:
            self.open.append(_OPENS[token])
            self.depth = max(self.depth, len(self.open))
        elif token in ("]", "}"):
            self.open.pop()
        elif token == "#":
            self.at = line_end(self.text, start)
            return
        elif token in ('"', "'") and not self.word:
            close = line_close(self.text, start)
            self.at = close if close >= 0 else line_end(self.text, start)
            self.strings.append((start, self.at))
        self.word = token not in (*_OPENS, *_OPENS.values(), ",", "=", '"', "'", *TRIPLES)
        self.last = self.at

    def _left(self) -> bool:
        """True when the new line shows that the brackets were left open."""
        self.word = False
        match = _RESUME.match(self.text, self.at)
        if match is None:
            return False
        return self.open[-1] == "]" or bool(_HEADER_LINE.match(self.text, self.at))

    def _value(self, end: int, *, unclosed: int = -1, left: bool = False) -> Value:
        return Value(end, unclosed, left, self.depth, tuple(self.strings))
