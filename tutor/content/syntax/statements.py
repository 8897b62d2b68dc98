"""Cut a course file into headers and statements, also where TOML would lose its way.

TOML has no way back after a missing closing quote. Course files do: a key with a value and a line
that is only `[id]` do not occur at the start of a line inside a text, so there the reading resumes.
On valid TOML the cut is that of TOML, with the one exception that `values` names. All offsets count
characters of the file's text.
"""

import re
from dataclasses import dataclass

from tutor.content.syntax import values
from tutor.content.syntax.strings import ODD_SPACES, line_close, line_end

Range = tuple[int, int]

_BLANKS = rf"[ \t{ODD_SPACES}]"
# Possessive and bounded: a line of a million blanks must not cost a million squared steps.
_WS = rf"{_BLANKS}*+"
_GAP = rf"{_BLANKS}{{0,40}}+"
_QUIET = re.compile(r"[ \t]*+(?:#[^\n]*+)?(?=\n|\Z)")
_QUOTED_PART = r"""(?:"(?:[^"\\\n]|\\[^\n])*+"|'[^'\n]*+')"""
_KEY = rf"""(?P<key>(?:{_QUOTED_PART}|[^=\n'"#:]){{1,200}}?)"""
_PAIR = re.compile(rf"{_WS}{_KEY}{_GAP}(?P<separator>:=|=>|={{1,3}}){_WS}")
_COLON = re.compile(
    rf"{_WS}(?P<key>[a-z0-9][a-z0-9_.-]*+|[\w.-]++(?={_GAP}:{_GAP}['\"\[\d‘’“”]))"
    rf"{_GAP}(?P<separator>:)(?!/){_WS}"
)
_NO_SIGN = re.compile(
    rf"{_WS}(?P<key>[\w.-]++){_BLANKS}++(?P<separator>)"
    r"""(?='''[^\s']|\"{3}[^\s"]|"[^"\n]*"[ \t]*(?:\n|\Z))"""
)
_MARKDOWN = re.compile(rf"{_WS}(?:[-*+•–>|]|\d{{1,3}}[.)]){_BLANKS}")
# A name in quotes may hold any sign. Atomic: a quote is never tried the other way as well.
_NAME = r"""(?>"[^"\n]{0,80}"|'[^'\n]{0,80}'|[^\[\]\n@=,#])"""
_HEADER = re.compile(
    rf"{_WS}(?P<open>\[{{1,2}}){_GAP}(?P<name>{_NAME}{{0,80}}?){_GAP}(?P<close>\]{{0,2}})"
    rf"{_GAP}(?P<rest>#[^\n]*)?(?=\n|\Z)"
)
_HEADER_AND_PAIR = re.compile(
    r"[ \t]*(?P<open>\[)(?P<name>[a-z0-9-]+)(?P<close>\])[ \t]*(?P<rest>[a-z0-9._-]+[ \t]*=)"
)
_HALF_HEADER = re.compile(
    r"[ \t]*(?P<open>)(?P<name>[a-z0-9-]+)(?P<close>\])(?P<rest>)[ \t]*(?=\n|\Z)"
)
_TEXT_BELOW = re.compile(r"\s*+(?='''|\"{3})")
# A finished value of one word: the loose lines below it are no part of it.
_ONE_WORD = re.compile(r"[\w.+:-]+[ \t]*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Header:
    """A line that opens a block, or was meant to. `opening` and `closing` are its brackets."""

    start: int
    end: int
    name: str
    name_at: int
    opening: str
    closing: str
    trailing: int = -1  # where something other than a comment stands behind it


@dataclass(frozen=True, slots=True)
class Statement:
    """One key with its value, or loose lines that are neither; `end` is the end of a line.

    Loose lines have an empty key and separator. `value_end` is where the value ends as far as it
    could be read, `unclosed` the offset of the quotes that never close (-1: none).
    """

    start: int
    end: int
    key: Range
    separator: Range
    value: int
    value_end: int
    unclosed: int = -1
    open_bracket: bool = False
    depth: int = 0
    strings: tuple[Range, ...] = ()

    @property
    def loose(self) -> bool:
        """True for lines that no key starts."""
        return self.key[0] == self.key[1]


def split(text: str) -> tuple[Header | Statement, ...]:
    """All headers and statements of a file in order; blank lines and comments are left out."""
    items: list[Header | Statement] = []
    at = 0
    while at < len(text):
        if quiet := _QUIET.match(text, at):
            at = quiet.end() + 1
            continue
        header = _header(text, at)
        if header is None:
            items.append(_statement(text, at))
            at = items[-1].end + 1
        else:
            items.append(header)
            at = header.end + 1
    return tuple(items)


def _header(text: str, at: int) -> Header | None:
    match = (
        _HEADER.match(text, at) or _HEADER_AND_PAIR.match(text, at) or _HALF_HEADER.match(text, at)
    )
    if match is None or (not match["close"] and not re.fullmatch(r"[\w.-]+", match["name"])):
        return None
    rest = match["rest"] or ""
    trailing = -1 if rest.startswith("#") or not rest else match.start("rest")
    end = line_end(text, at)
    return Header(
        at, end, match["name"], match.start("name"), match["open"], match["close"], trailing
    )


def _statement(text: str, at: int) -> Statement:
    match = None if _MARKDOWN.match(text, at) else _pair(text, at)
    if match is None:
        end = _absorb(text, line_end(text, at))
        return Statement(at, end, (at, at), (at, at), at, end)
    start = _value_start(text, match.end())
    value = values.read(text, start)
    end = line_end(text, value.end)
    if value.unclosed < 0 and not value.open_bracket and _goes_on(text, start, value.end, end):
        end = _absorb(text, end)
    return Statement(
        at,
        end,
        match.span("key"),
        match.span("separator"),
        start,
        value.end,
        value.unclosed,
        value.open_bracket,
        value.depth,
        value.strings,
    )


def _pair(text: str, at: int) -> re.Match[str] | None:
    return _PAIR.match(text, at) or _COLON.match(text, at) or _NO_SIGN.match(text, at)


def _value_start(text: str, at: int) -> int:
    """Behind the equals sign; on the next line when the value was moved there."""
    quiet = _QUIET.match(text, at)
    if quiet is None:
        return at
    below = _TEXT_BELOW.match(text, quiet.end())
    return below.end() if below else at


def _goes_on(text: str, start: int, value_end: int, end: int) -> bool:
    """True when the line holds more than the value, so that lines below may belong to it."""
    if value_end < end:
        return _QUIET.match(text, value_end) is None
    if text.startswith(("'", '"'), start):
        return line_close(text, start) < 0
    return not text.startswith(("[", "{"), start) and not _ONE_WORD.fullmatch(text, start, end)


def _absorb(text: str, end: int) -> int:
    """The end of the last of the loose lines that follow; blank lines between them included."""
    at = end + 1
    while at < len(text):
        line = line_end(text, at)
        if _QUIET.match(text, at) is None:
            if _header(text, at) or (not _MARKDOWN.match(text, at) and _pair(text, at)):
                return end
            end = line
        at = line + 1
    return end
