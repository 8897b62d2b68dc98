"""What the table of questions looks like: a row for each, a column for each key of an author.

Lists of ids stand in one cell with commas, lists of texts with one text on each line. A cell that a
spreadsheet would run as a formula gets an apostrophe (OWASP, CSV injection), which reading takes
away again.
"""

import re

IDS = frozenset({"use", "source", "was", "correct", "panel"})
"""Keys whose lists are ids, letters or numbers."""

TEXTS = frozenset({"hints", "extra", "accept", "near", "choices"})
"""Keys whose lists are texts."""

NUMBERS = frozenset({"difficulty", "fuzzy", "quality", "panel_best"})
FRACTIONS = frozenset({"credit", "tolerance"})
TRUTHS = frozenset({"harm", "flaw"})

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[-+]?\d+)?")


def guarded(cell: str) -> str:
    """The cell, never a formula. A plain number is none."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def as_lines(texts: list[str]) -> str:
    """One text on each line; a line end inside a text is `\\n`."""
    return "\n".join(text.replace("\\", "\\\\").replace("\n", "\\n") for text in texts)


def from_lines(cell: str) -> list[str]:
    """The texts of `as_lines`; empty lines are none."""
    hidden = {"\\n": "\n", "\\\\": "\\"}
    return [
        re.sub(r"\\[n\\]", lambda match: hidden[match[0]], line)
        for line in cell.split("\n")
        if line.strip()
    ]
