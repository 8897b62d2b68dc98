"""R202 and K702: sources and citations that sources.toml does not declare."""

import re
from collections.abc import Iterator
from itertools import islice

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.texts import MOST_IN_A_TEXT, texts, without_code
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView

DECLARED = Rule(
    "R202",
    Severity.ERROR,
    "A source that sources.toml does not declare",
    "Whatever a course claims leans on a document in sources.toml, with its authority and date. "
    "A `source` key names blocks of that file. An unknown citation inside a text is K702.",
)
CITED = Rule(
    "K702",
    Severity.ERROR,
    "A citation of a source that sources.toml does not declare",
    "A citation such as [@unscr-1325] opens the document with its authority and date, so that a "
    "learner can look up what is claimed. Each names a block of sources.toml.",
)
RULES = (DECLARED, CITED)

CITATION = re.compile(r"\[@([^\]\s]{0,80})\]")
"""A citation as an author writes it; group 1 is the id of the source."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every `source` key and every `[@id]` in any text."""
    if not view.sources.known:
        return
    for origin, path, text in texts(view):
        if "source" in path[-2:]:
            if view.sources.lacks(text):
                yield origin.at_value(DECLARED, path, *_said(view, text))
        elif "[@" in text:
            cited = (match[1] for match in CITATION.finditer(without_code(text)))
            unknown = (name for name in cited if view.sources.lacks(name))
            for name in islice(unknown, MOST_IN_A_TEXT):
                yield origin.at_words(CITED, path, f"[@{name}]", *_said(view, name))


def _said(view: CourseView, name: str) -> tuple[str, str]:
    hint = did_you_mean(name, sorted(view.sources.names)) or "Add a block for it to sources.toml."
    return f"sources.toml has no source {quoted(name)}.", hint
