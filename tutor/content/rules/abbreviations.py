"""L802: abbreviations that nobody explains."""

import re
from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.texts import without_code
from tutor.content.view import CourseView, ModuleView, Sited
from tutor.model.course import Page

RULE = Rule(
    "L802",
    Severity.WARNING,
    "An abbreviation that is not explained",
    "Officers of thirty nations read the course, and the same letters mean different things in "
    "different branches. Explain it where it first stands, `Combined Joint Task Force (CJTF)`, or "
    "give it a glossary entry, as the term or one of its `aliases`. Each is told once in a module.",
)
RULES = (RULE,)

KNOWN = frozenset(
    {"NATO", "UN", "EU", "US", "USA", "UK", "OK", "AM", "PM", "PDF", "ID", "TV", "GPS", "SMS"}
)
"""Known to anyone who sits in a headquarters."""

_SHORT = re.compile(r"(?<![\w/.@#-])([A-Z][A-Z0-9]*[A-Z][A-Z0-9]*)(?:s|'s|’s)?(?![\w/-]|[.]\w)")
_ROMAN = re.compile(r"[IVXLC]+")
_QUIET = re.compile(r"\[@[^\]]*\]|\]\((?!term:)[^)]*\)|https?://\S+")
_TERM = re.compile(r"\[([^\]]*)\]\(term:[^)]*\)")
_IN_BRACKETS = re.compile(r"\(([^()]{1,80})\)")
_CAPITALS = re.compile(r"\b([A-Z][A-Z0-9]*[A-Z][A-Z0-9]*)s?\b")
_WORD = re.compile(r"\b[a-z]{2,}\b")
_LETTERS = re.compile(r"[A-Za-z]+")
_BEFORE = 40
"""Characters before a bracket in which it may explain something: `CJTF Meridian (Combined ...`."""

_LONGEST = 10
"""Letters; what is longer is a word in capitals."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Page by page in the order of each module."""
    if not view.glossary.known:
        return
    glossary = _glossary(view)
    for module in view.modules:
        yield from _module(module, glossary)


def _module(module: ModuleView, glossary: frozenset[str]) -> Iterator[Diagnostic]:
    known = set(glossary) | KNOWN
    pages = [page for lesson in module.lessons for page in lesson.pages.entries.values()]
    words = {word for page in pages for word in _WORD.findall(page.value.text)}
    for page in pages:
        text = _clear(page.value.text)
        known |= _explained(text)
        for match in _SHORT.finditer(text):
            short = match[1]
            if short not in known and not _no_abbreviation(short, words):
                known.add(short)
                yield _at(page, short, match.span(1))


def _clear(text: str) -> str:
    """The text without code, citations and addresses, every other character in its place."""
    return _QUIET.sub(lambda match: " " * len(match[0]), without_code(text))


def _glossary(view: CourseView) -> frozenset[str]:
    """Abbreviations that are a term or alias, or stand in one; or are explained in an entry."""
    found: set[str] = set()
    for term in view.glossary.entries.values():
        for name in (term.value.term, *term.value.aliases):
            found.update(_CAPITALS.findall(name))
            found.update(part.upper() for part in name.split() if not part.islower())
        found |= _explained(term.value.text)
    return frozenset(found)


def _explained(text: str) -> set[str]:
    """`Words in full (WIF)`, `WIF (words in full)`, and links to the glossary."""
    found = {short for link in _TERM.findall(text) for short in _CAPITALS.findall(link)}
    for match in _IN_BRACKETS.finditer(text):
        inside, before = match[1], text[max(0, match.start() - _BEFORE) : match.start()]
        shorts = _CAPITALS.findall(inside)
        if shorts and len(inside.split()) <= 1 + len(shorts):
            found.update(shorts)
        initials = "".join(word[0] for word in _LETTERS.findall(inside)).upper()
        found.update(short for short in _CAPITALS.findall(before) if short in initials)
    return found


def _no_abbreviation(short: str, words: set[str]) -> bool:
    """Numerals, and words that are only written large."""
    return bool(_ROMAN.fullmatch(short)) or len(short) > _LONGEST or short.lower() in words


def _at(page: Sited[Page], short: str, span: tuple[int, int]) -> Diagnostic:
    message = f"Nothing explains {quoted(short)}, on this page, before it or in the glossary."
    hint = f"Write it out here, followed by ({short}), or add it to the aliases of a term."
    return page.origin.at_offset(RULE, ("text",), page.value.text, span, message, hint)
