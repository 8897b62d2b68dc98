"""What the checker says about a course file: the vocabulary, without any rule.

A rule family is a module that exports a tuple `RULES`; `catalogue` collects the families. This
module knows none of them, so that every family can import it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps its block from loading; a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file. Both count from 1; the column counts characters, not bytes or cells."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From the first character to the place just behind the last one."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend that cannot change what the author meant.

    `start` and `end` count characters (from 0, end exclusive) of the file as it lies on the disk,
    decoded as UTF-8: a byte order mark counts as one character, CRLF as two.
    """

    start: int
    end: int
    replacement: str

    def apply(self, source: str) -> str:
        """The text with this one mend made; later fixes of the same text no longer fit."""
        return source[: self.start] + self.replacement + source[self.end :]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be found. `explanation` is the long text for `tutor explain CODE`."""

    code: str
    severity: Severity
    title: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` says what and why, `hint` how to mend it.

    `span` is None when the finding concerns the whole file. `line_text` is the author's own line
    with control characters made harmless, each by one character, so that columns still fit.
    """

    code: str
    severity: Severity
    file: str
    span: Span | None
    message: str
    hint: str = ""
    block: str = ""
    line_text: str = ""
    fix: Fix | None = None

    @property
    def line(self) -> int:
        """1-based; 0 when the finding concerns the whole file."""
        return self.span.start.line if self.span else 0

    @property
    def column(self) -> int:
        """1-based; 0 when the finding concerns the whole file."""
        return self.span.start.column if self.span else 0

    @property
    def sort_key(self) -> tuple[str, int, str, int, str]:
        """File, line, code; column and message only break ties, so that output is stable."""
        return (self.file, self.line, self.code, self.column, self.message)

    def __lt__(self, other: "Diagnostic") -> bool:
        return self.sort_key < other.sort_key


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """True when at least one finding keeps something from loading."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def table(*families: Iterable[Rule]) -> dict[str, Rule]:
    """Rules by code. Raises ValueError when two rules claim one code."""
    rules: dict[str, Rule] = {}
    for rule in (rule for family in families for rule in family):
        if rule.code in rules:
            raise ValueError(f"two rules have the code {rule.code}")
        rules[rule.code] = rule
    return rules
