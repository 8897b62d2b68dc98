"""What tomli accepts and a course does not: T013, T015, T016, T022."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tutor.content.diagnostics import Diagnostic
from tutor.content.positions import Mark, MarkKind, Positions
from tutor.content.syntax.block_text import finding, shorten
from tutor.content.syntax.keys import suggestion
from tutor.content.syntax.statements import Statement
from tutor.content.syntax.values import header_lines

_PLAIN_KEY = re.compile(r"[a-z0-9_-]+(?:[ \t]*\.[ \t]*[a-z0-9_-]+)*")
_NEWER = {
    MarkKind.INLINE_LINES: (
        "A table in braces goes over several lines",
        "Use dotted keys: a.text = '''...'''.",
    ),
    MarkKind.INLINE_COMMA: (
        "A comma stands behind the last entry of a table in braces",
        "Delete the comma.",
    ),
    MarkKind.ESCAPE: (
        "Between double quotes stands \\e or \\x",
        "Put the text between ''', or write \\u and four digits.",
    ),
    MarkKind.SHORT_TIME: (
        "A time is written without seconds",
        "Put it between quotes, or write the seconds.",
    ),
}


def check_accepted(
    file: str, block: str, statements: Sequence[Statement], positions: Positions
) -> Iterator[Diagnostic]:
    """Findings about statements that tomli accepted, which `positions` describes."""
    yield from _keys(file, block, statements, positions)
    starts = [statement.start for statement in statements]
    told: set[tuple[int, str]] = set()
    for mark in positions.marks:
        if mark.kind is MarkKind.TEXT:
            yield from _texts(file, block, positions, mark)
            continue
        # One finding of a code for a statement: the author mends the statement, not the sign.
        found = _form(file, block, positions, mark)
        place = (bisect_right(starts, mark.start), found.code)
        if place not in told:
            told.add(place)
            yield found


def _keys(
    file: str, block: str, statements: Sequence[Statement], positions: Positions
) -> Iterator[Diagnostic]:
    for statement in statements:
        start, end = statement.key
        key = positions.lines.text[start:end].rstrip()
        if _PLAIN_KEY.fullmatch(key):
            continue
        message = f"The key `{shorten(key)}` uses capitals or quotes; keys are plain small letters."
        better = suggestion(key)
        hint = f"Write {better} = ..." if better else "Use small letters a-z, digits and hyphens."
        end = start + len(key)
        yield finding("T013", file, positions.lines, start, end, message, hint, block=block)


def _texts(file: str, block: str, positions: Positions, mark: Mark) -> Iterator[Diagnostic]:
    for start, end in header_lines(positions.lines.text, mark.start, mark.end):
        line = positions.lines.text[start:end].strip()
        message = f"This line of a text, `{line}`, looks like the start of a block."
        hint = "Put a word or a backslash before the bracket; or close the text above it."
        yield finding("T016", file, positions.lines, start, end, message, hint, block=block)


def _form(file: str, block: str, positions: Positions, mark: Mark) -> Diagnostic:
    code, end = "T015", mark.end
    if mark.kind is MarkKind.INLINE_TABLE:
        code, end = "T022", mark.start + 1
        message = (
            "A table in braces { } is not used in courses: its parts have no line of their own."
        )
        hint = "Use dotted keys, one for a line: a.text = '''...'''."
    else:
        what, hint = _NEWER[mark.kind]
        message = f"{what}. Only TOML 1.1 understands this; many editors refuse it."
    return finding(code, file, positions.lines, mark.start, end, message, hint, block=block)
