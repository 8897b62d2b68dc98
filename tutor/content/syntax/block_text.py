"""One broken statement and what a rule needs to speak about it."""

from dataclasses import dataclass

from tutor.content.diagnostics import Diagnostic, Fix, table
from tutor.content.positions import Lines
from tutor.content.syntax.rules import RULES
from tutor.content.syntax.statements import Statement

_TABLE = table(RULES)
# Long enough to recognise the place, short enough for one line of a terminal.
_QUOTE_LENGTH = 40


def finding(
    code: str,
    file: str,
    lines: Lines,
    start: int,
    end: int,
    message: str,
    hint: str,
    *,
    block: str = "",
    fix: Fix | None = None,
) -> Diagnostic:
    """A diagnostic of the T family; `start` and `end` are offsets of the file's text."""
    span = lines.span(start, end)
    line = lines.line(span.start.line)
    return Diagnostic(code, _TABLE[code].severity, file, span, message, hint, block, line, fix)


def shorten(text: str) -> str:
    """The first line of an author's text, for use inside a message."""
    first = text.strip().split("\n", 1)[0]
    return first if len(first) <= _QUOTE_LENGTH else first[: _QUOTE_LENGTH - 3] + "..."


@dataclass(frozen=True, slots=True)
class BlockText:
    """The source of one statement that tomli refused; offsets are those of the file's text."""

    file: str
    block: str
    lines: Lines
    statement: Statement
    source: str

    def slice(self, start: int, end: int) -> str:
        """Characters of the statement between two offsets of the file."""
        base = self.statement.start
        return self.source[max(start - base, 0) : max(end - base, 0)]

    @property
    def key(self) -> str:
        """The key as written; empty for loose lines."""
        return self.slice(*self.statement.key)

    @property
    def value(self) -> str:
        """From the value's first character to the end of the statement."""
        return self.slice(self.statement.value, self.statement.end)

    @property
    def tail(self) -> str:
        """What stands behind the value, blanks included."""
        return self.slice(self.statement.value_end, self.statement.end)

    @property
    def outside(self) -> str:
        """The source with every string blanked out, so that offsets still fit."""
        chars = list(self.source)
        for start, end in self.statement.strings:
            for at in range(start - self.statement.start, end - self.statement.start):
                chars[at] = "\n" if chars[at] == "\n" else " "
        return "".join(chars)

    def report(
        self, code: str, at: int, length: int, message: str, hint: str, fix: Fix | None = None
    ) -> Diagnostic:
        """A finding about `length` characters (at least one) from `at` on."""
        end = at + max(length, 1)
        start = min(at, len(self.lines.text))
        end = min(end, len(self.lines.text))
        return finding(
            code, self.file, self.lines, start, end, message, hint, block=self.block, fix=fix
        )
