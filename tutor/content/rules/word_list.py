"""L803: words that the course's own list in `words.toml` wants to be said in another way."""

import re
from collections.abc import Iterator
from itertools import islice

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.texts import MOST_IN_A_TEXT, texts, without_code
from tutor.content.view import CourseView
from tutor.model.wordlist import Avoided

RULE = Rule(
    "L803",
    Severity.WARNING,
    "A word that the word list of the course avoids",
    "A course may keep a list of its own, words.toml beside course.toml: words that have a better "
    "one, or one spelling among several, so that all authors write alike. There is no general "
    "list, because such lists take ordinary words of this subject for mistakes. Code, block "
    "quotations and the targets of links are left alone.",
)
RULES = (RULE,)

NOT_READ = frozenset(
    {"id", "kind", "source", "objective", "objectives", "topic", "lang", "version", "licence"}
    | {"url", "date", "as_of", "review_by", "authority", "to", "start", "end", "bin", "correct"}
    | {"ask", "use", "was", "modules", "lessons", "scenarios", "misconception", "pin_last", "dtg"}
)
"""Keys whose text is a name or a code and no prose."""

_NO_PROSE = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)|https?://\S+|^[ \t]*>[^\n]*", re.MULTILINE)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every text of the course that people read."""
    words = {
        spelling.lower(): sited.value
        for sited in view.words.entries.values()
        for spelling in sited.value.avoid
    }
    if not words:
        return
    pattern = _pattern(words)
    for origin, path, text in texts(view):
        if any(part in NOT_READ for part in path[-2:]) or not pattern.search(text):
            continue
        for match in islice(pattern.finditer(_prose(text)), MOST_IN_A_TEXT):
            avoided = words[match[0].lower()]
            yield origin.at_offset(RULE, path, text, match.span(), *_said(match[0], avoided))


def _pattern(words: dict[str, Avoided]) -> re.Pattern[str]:
    """Whole words; the longest of several that begin alike."""
    spellings = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spellings)})(?![\w-])", re.IGNORECASE)


def _prose(text: str) -> str:
    """The text with what is no prose blanked out, every other character in its place."""
    return _NO_PROSE.sub(lambda match: " " * len(match[0]), without_code(text))


def _said(word: str, avoided: Avoided) -> tuple[str, str]:
    reason = f" {' '.join(avoided.why.split())}" if avoided.why else ""
    return f"The word list of the course avoids {quoted(word)}.{reason}", f"Write: {avoided.say}"
