"""L805: paragraphs that begin like the entry of a list and are none."""

import re
from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.rules.texts import texts, without_code
from tutor.content.view import CourseView

RULE = Rule(
    "L805",
    Severity.WARNING,
    "An hour or a year that is read as the number of a list",
    "Markdown takes a number with a full stop or a bracket at the start of a paragraph for the "
    "entry of a list: the learner sees an indented line, and `0840.` loses its nought. Real lists "
    "seldom get to a hundred.",
)
RULES = (RULE,)

_START = re.compile(r"(?:\A|\n[ \t]*\n)[ \t\n]{0,3}(?P<number>\d{3,9})[.)][ \t]")


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every text of the course."""
    for origin, path, text in texts(view):
        for found in _START.finditer(without_code(text)):
            number = found["number"]
            message = f"{number} at the start of a paragraph is shown as the number of a list."
            hint = f"Write the words apart, for example `{number} hours.`, or begin otherwise."
            part = found.span("number")
            yield origin.at_offset(RULE, path, text, part, message, hint)
