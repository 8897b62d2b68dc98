"""S110 and R208: where links in texts lead."""

import re
from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.texts import texts, without_code
from tutor.content.shape_rules import LINK
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView

TERM = Rule(
    "R208",
    Severity.WARNING,
    "A link to a term that the glossary does not explain",
    "A link such as [gender advisor](term:genad) opens the block [genad] of glossary.toml.",
)
RULES = (TERM,)
OTHERS = (LINK,)

_INLINE = re.compile(r"\]\(\s*<?([^\s)>]*)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:\s*<?([^\s>]+)", re.MULTILINE)
_BARE = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Inline links and images, link definitions, addresses between angle brackets."""
    for origin, path, text in texts(view):
        for target in _targets(text):
            if target.startswith("term:"):
                name = target.removeprefix("term:")
                if view.glossary.lacks(name):
                    message = f"The glossary has no term {quoted(name)}."
                    hint = did_you_mean(name, sorted(view.glossary.names))
                    hint = hint or "Add a block for it to glossary.toml."
                    yield origin.at_words(TERM, path, target, message, hint)
            elif not target.startswith("https://"):
                message = f"{quoted(target)} cannot be a link: only https:// and term: can."
                hint = "Write the full web address, or write the words without a link."
                yield origin.at_words(LINK, path, target, message, hint)


def _targets(text: str) -> list[str]:
    if "](" not in text and "<" not in text and "]:" not in text:
        return []
    plain = without_code(text)
    return [
        match[1] for pattern in (_INLINE, _DEFINITION, _BARE) for match in pattern.finditer(plain)
    ]
