"""Where each key and value of accepted TOML stands; tomli itself gives no positions.

The scan trusts that tomli accepted the text: it finds places and judges nothing. It never calls
itself, so deep nesting cannot exhaust the stack.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

import tomli

from tutor.content.diagnostics import Position, Span
from tutor.content.syntax.strings import TRIPLES, line_close, text_close

KeyPath = tuple[str | int, ...]

_PART = re.compile(r"""[A-Za-z0-9_-]+|"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"|'[^'\n]*'""")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ](?=\d))?")
_SHORT_TIME = re.compile(r"(?:\d{4}-\d\d-\d\d[Tt ])?\d\d:\d\d(?!:)(?:[Zz]|[+-]\d\d:\d\d)?")
_PLAIN = re.compile(r"[^\s,\]}#]*")
_BLANK = re.compile(r"[ \t]*")
_SPACE = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_NEW_ESCAPE = re.compile(r"\\(?:\\|[^ex])|(?P<new>\\[ex])")


class MarkKind(Enum):
    """What the scan met on its way besides keys and values."""

    INLINE_TABLE = "inline table"
    INLINE_LINES = "inline table over several lines"
    INLINE_COMMA = "comma behind the last entry of an inline table"
    ESCAPE = "escape of TOML 1.1"
    SHORT_TIME = "time without seconds"
    TEXT = "text between three quotes"


@dataclass(frozen=True, slots=True)
class Mark:
    """One such place, as offsets of the file's text."""

    kind: MarkKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KeySpan:
    """Where a key and its value stand, as offsets of the file's text, ends exclusive.

    An element of a list has no key: both key offsets are those of the value's start. For a parent
    that is only written as a part of dotted keys (`a` of `a.why`) the key is that part where it
    stands first, the value reaches from there to the end of the last pair below it.
    """

    key_start: int
    key_end: int
    value_start: int
    value_end: int


@dataclass(frozen=True, slots=True)
class Lines:
    """A text and where its lines start, so that an offset becomes a line and a column."""

    text: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Lines":
        """Lines end at a line feed only."""
        return cls(text, (0, *(match.end() for match in re.finditer("\n", text))))

    def position(self, offset: int) -> Position:
        """Offset from 0 to the length of the text, inclusive."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def span(self, start: int, end: int) -> Span:
        """`end` is exclusive."""
        return Span(self.position(start), self.position(end))

    def line(self, number: int) -> str:
        """The line without its end; numbers count from 1."""
        start = self.starts[number - 1]
        end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
        return self.text[start:end]


class Positions:
    """The places of one block; every offset counts in the whole file's text.

    They are worked out when the first of them is asked for: nobody asks where nothing is wrong.
    """

    def __init__(self, lines: Lines, start: int, end: int, text: str | None = None) -> None:
        """The body of the block is `lines.text[start:end]`, or `text` of that length."""
        self.lines = lines
        self._start = start
        self._end = end
        self._text = text

    @cached_property
    def _scanned(self) -> "_Scanner":
        text = self.lines.text[self._start : self._end] if self._text is None else self._text
        scanner = _Scanner(text, self._start)
        scanner.run()
        return scanner

    @property
    def spans(self) -> Mapping[KeyPath, KeySpan]:
        """Every place by its path."""
        return self._scanned.spans

    @property
    def marks(self) -> Sequence[Mark]:
        """What else the scan met, in the order of the text."""
        return self._scanned.marks

    def has(self, sign: str) -> bool:
        """Whether a sign stands anywhere in the block; nothing is worked out for that."""
        return self.lines.text.find(sign, self._start, self._end) >= 0

    def __getitem__(self, path: KeyPath) -> KeySpan:
        """Raises KeyError when nothing stands at the path."""
        return self.spans[path]

    def get(self, path: KeyPath) -> KeySpan | None:
        """None when nothing stands at the path."""
        return self.spans.get(path)

    def nearest(self, path: KeyPath) -> KeySpan | None:
        """The place of the path or of its closest parent that is written; None for neither."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.spans:
                return self.spans[path[:length]]
        return None

    def position(self, offset: int) -> Position:
        """Line and column of an offset."""
        return self.lines.position(offset)

    def key_span(self, path: KeyPath) -> Span | None:
        """Where the key stands, or the nearest written parent's key."""
        found = self.nearest(path)
        return self.lines.span(found.key_start, found.key_end) if found else None

    def value_span(self, path: KeyPath) -> Span | None:
        """Where the value stands, or the nearest written parent's value."""
        found = self.nearest(path)
        return self.lines.span(found.value_start, found.value_end) if found else None


def scan(text: str, *, lines: Lines | None = None, base: int = 0) -> Positions:
    """Places in the body of one block, which tomli accepted and which holds no `[header]`.

    With `lines` of a whole file, `base` is the offset in that file at which `text` starts.
    """
    return Positions(lines or Lines.of(text), base, base + len(text), text)


@dataclass(frozen=True, slots=True)
class _Key:
    """A key as written: offsets of each part, and of the whole."""

    path: KeyPath
    parts: tuple[tuple[int, int], ...] = ()

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


@dataclass(slots=True)
class _Open:
    """A list or inline table whose end is not reached yet."""

    bracket: str
    key: _Key
    start: int
    count: int = 0
    comma: int = -1


class _Scanner:
    """One walk from left to right; `spans` and `marks` grow, offsets are shifted by `base`."""

    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.base = base
        self.at = 0
        self.spans: dict[KeyPath, KeySpan] = {}
        self.marks: list[Mark] = []

    def run(self) -> None:
        while True:
            self._skip(_SPACE)
            if self.at >= len(self.text):
                return
            self._pair(())

    def _pair(self, prefix: KeyPath) -> None:
        wanted: _Key | None = self._key(prefix)
        waiting: list[_Open] = []
        while wanted is not None:
            if self.text[self.at : self.at + 1] in ("[", "{"):
                waiting.append(_Open(self.text[self.at], wanted, self.at))
                self.at += 1
            else:
                start = self.at
                self._scalar()
                self._record(wanted, start)
            wanted = self._next(waiting)

    def _next(self, waiting: list[_Open]) -> _Key | None:
        """The key or index of the next value inside the open brackets; None when all closed."""
        while waiting:
            inner = waiting[-1]
            self._skip_inside(inner)
            char = self.text[self.at : self.at + 1]
            if char == ",":
                inner.comma = self.at
                self.at += 1
            elif char in ("]", "}"):
                self.at += 1
                self._close(waiting.pop())
            else:
                return self._element(inner)
        return None

    def _element(self, inner: _Open) -> _Key:
        inner.comma = -1
        if inner.bracket == "{":
            return self._key(inner.key.path)
        inner.count += 1
        return _Key((*inner.key.path, inner.count - 1), ((self.at, self.at),))

    def _close(self, closed: _Open) -> None:
        self._record(closed.key, closed.start)
        if closed.bracket == "{":
            self._mark(MarkKind.INLINE_TABLE, closed.start, self.at)
            if closed.comma >= 0:
                self._mark(MarkKind.INLINE_COMMA, closed.comma, closed.comma + 1)

    def _key(self, prefix: KeyPath) -> _Key:
        names: list[str] = []
        parts: list[tuple[int, int]] = []
        while match := _PART.match(self.text, self.at):
            names.append(_name(match[0]))
            parts.append(match.span())
            self.at = match.end()
            self._skip(_BLANK)
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
            self._skip(_BLANK)
        self.at += 1  # the equals sign; on text that tomli refused this still moves on
        self._skip(_BLANK)
        return _Key((*prefix, *names), tuple(parts) or ((self.at, self.at),))

    def _scalar(self) -> None:
        char = self.text[self.at : self.at + 1]
        if char in ('"', "'"):
            self._string()
            return
        if match := _SHORT_TIME.match(self.text, self.at):
            self._mark(MarkKind.SHORT_TIME, *match.span())
        if match := _DATE.match(self.text, self.at):
            self.at = match.end()
        self._skip(_PLAIN)

    def _string(self) -> None:
        start = self.at
        triple = self.text.startswith(TRIPLES, start)
        end = text_close(self.text, start) if triple else line_close(self.text, start)
        self.at = len(self.text) if end < 0 else end
        if triple:
            self._mark(MarkKind.TEXT, start, self.at)
        if self.text[start] == '"':
            for match in _NEW_ESCAPE.finditer(self.text, start, self.at):
                if match["new"]:
                    self._mark(MarkKind.ESCAPE, *match.span())

    def _record(self, key: _Key, start: int) -> None:
        end = self.at + self.base
        self.spans[key.path] = KeySpan(
            key.start + self.base, key.end + self.base, start + self.base, end
        )
        above = len(key.path) - len(key.parts)
        for index, (part_start, part_end) in enumerate(key.parts[:-1], 1):
            parent = key.path[: above + index]
            first = self.spans.get(parent)
            place = (part_start + self.base, part_end + self.base, key.start + self.base)
            if first is not None:
                place = (first.key_start, first.key_end, first.value_start)
            self.spans[parent] = KeySpan(*place, end)

    def _mark(self, kind: MarkKind, start: int, end: int) -> None:
        self.marks.append(Mark(kind, start + self.base, end + self.base))

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _skip_inside(self, inner: _Open) -> None:
        before = self.at
        self._skip(_SPACE)
        if inner.bracket == "{" and "\n" in self.text[before : self.at]:
            self._mark(MarkKind.INLINE_LINES, before, self.at)


def _name(part: str) -> str:
    """The key that a part spells. Raises tomli's error on a text that tomli did not accept."""
    if part[0] == "'":
        return part[1:-1]
    if part[0] != '"':
        return part
    if "\\" not in part:
        return part[1:-1]
    return str(tomli.loads(f"k = {part}")["k"])
