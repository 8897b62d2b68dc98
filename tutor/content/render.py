"""Findings as text for people, one line each for editors, or in a form for programs. Pure.

Every word of an author goes through `harmless`: no control or direction character reaches a
terminal, and nothing here is markup.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from textwrap import wrap
from unicodedata import combining, east_asian_width

from tutor.content.annotations import annotation
from tutor.content.catalogue import CATALOGUE
from tutor.content.check import Report
from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.harmless import harmless
from tutor.content.release import said
from tutor.content.sarif import sarif

WIDTH = 100
"""Cells of a line of the text form; file names and the author's words may be longer."""

_INDENT = "    "
_BEFORE_CARET = 60
"""Per cent of a cut line that may stand before the caret."""


def render(report: Report, form: str = "text") -> str:
    """`form` is a name in `FORMS`. Raises KeyError for another."""
    return FORMS[form](report)


def text(report: Report) -> str:
    """The author's own line with a caret, what is wrong, why, and how to mend it.

    Why is said where a rule speaks for the first time.
    """
    explained: set[str] = set()
    parts = []
    for found in report.diagnostics:
        parts.append(_paragraph(found, explain=found.code not in explained))
        explained.add(found.code)
    releases = (harmless(said(release)) for release in report.releases)
    return "\n\n".join((*parts, *releases, summary(report)))


def short(report: Report) -> str:
    """`file:line:col: error S101: message`, one line each; nothing when nothing was found."""
    return "\n".join(_place(found) + ": " + _said(found) for found in report.diagnostics)


def as_json(report: Report) -> str:
    """A list of objects, in ASCII; line and column are 0 where a finding is about a whole file."""
    return json.dumps([_object(found) for found in report.diagnostics], indent=2)


def as_github(report: Report) -> str:
    """Workflow commands, one line each; nothing when nothing was found."""
    return "\n".join(map(annotation, report.diagnostics))


def as_sarif(report: Report) -> str:
    """A SARIF 2.1.0 log."""
    return sarif(report.diagnostics)


FORMS: dict[str, Callable[[Report], str]] = {
    "text": text,
    "short": short,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Every form by the name that the command line knows."""


def summary(report: Report) -> str:
    """How many findings of which severity in how much."""
    counts = Counter(found.severity for found in report.diagnostics)
    said = [_count(counts[one], one.value) for one in Severity if counts[one]] or ["No findings"]
    return f"{', '.join(said)} in {_count(report.files, 'file')}, {_count(report.blocks, 'block')}."


def excerpt(found: Diagnostic, width: int = WIDTH) -> list[str]:
    """The author's line and the caret below it, cut to `width` cells; nothing without a place."""
    if found.span is None or not found.line_text or found.column > len(found.line_text) + 1:
        return []
    line = harmless(found.line_text)
    column = found.column - 1
    last = found.span.end.column - 1 if found.span.end.line == found.line else len(line)
    cut = max(0, column - width * _BEFORE_CARET // 100) if len(line) > width else 0
    shown = ("..." if cut else "") + line[cut : cut + width]
    before = ("..." if cut else "") + line[cut:column]
    marked = line[column : min(last, cut + width)]
    number = f"{found.line:>6} | "
    caret = " " * cells(before) + "^" * max(1, cells(marked))
    return [number + shown, " " * (len(number) - 2) + "| " + caret]


def cells(line: str) -> int:
    """How many columns of a terminal a line takes."""
    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in line
    )


def _paragraph(found: Diagnostic, *, explain: bool) -> str:
    where = f" in [{harmless(found.block)}]" if found.block else ""
    lines = [f"{_place(found)}: {found.severity.value} {found.code}{where}", *excerpt(found)]
    lines.extend(_wrapped(found.message))
    if explain and found.code in CATALOGUE:
        lines.extend(_wrapped(f"Why: {CATALOGUE[found.code].explanation}"))
    if found.hint:
        lines.extend(_wrapped(f"Mend: {found.hint}"))
    return "\n".join(lines)


def _wrapped(words: str) -> Iterable[str]:
    return wrap(
        harmless(words),
        WIDTH,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _place(found: Diagnostic) -> str:
    file = harmless(found.file)
    return f"{file}:{found.line}:{found.column}" if found.span else file


def _said(found: Diagnostic) -> str:
    return f"{found.severity.value} {found.code}: {harmless(found.message)}"


def _object(found: Diagnostic) -> dict[str, str | int]:
    end = found.span.end if found.span else None
    return {
        "code": found.code,
        "severity": found.severity.value,
        "file": found.file,
        "line": found.line,
        "column": found.column,
        "end_line": end.line if end else 0,
        "end_column": end.column if end else 0,
        "block": found.block,
        "message": found.message,
        "hint": found.hint,
    }


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
