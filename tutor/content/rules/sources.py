"""R202: sources and citations that sources.toml does not declare; K702 of the format is this."""

import re
from collections.abc import Iterator
from itertools import islice

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.texts import MOST_IN_A_TEXT, texts, without_code
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView

RULE = Rule(
    "R202",
    Severity.ERROR,
    "A source that sources.toml does not declare",
    "Whatever a course claims leans on a document in sources.toml, with its authority and date. "
    "This holds for `source` keys and for citations such as [@unscr-1325] inside a text (K702 in "
    "the format description is this rule).",
)
RULES = (RULE,)

CITATION = re.compile(r"\[@([^\]\s]{0,80})\]")
"""A citation as an author writes it; group 1 is the id of the source."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every `source` key and every `[@id]` in any text."""
    if not view.sources.known:
        return
    for origin, path, text in texts(view):
        if "source" in path[-2:]:
            if view.sources.lacks(text):
                yield origin.at_value(RULE, path, *_said(view, text))
        elif "[@" in text:
            cited = (match[1] for match in CITATION.finditer(without_code(text)))
            unknown = (name for name in cited if view.sources.lacks(name))
            for name in islice(unknown, MOST_IN_A_TEXT):
                yield origin.at_words(RULE, path, f"[@{name}]", *_said(view, name))


def _said(view: CourseView, name: str) -> tuple[str, str]:
    hint = did_you_mean(name, sorted(view.sources.names)) or "Add a block for it to sources.toml."
    return f"sources.toml has no source {quoted(name)}.", hint
