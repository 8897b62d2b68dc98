"""S110 and R208: where links in texts lead."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.origin import Origin
from tutor.content.positions import KeyPath
from tutor.content.rules.texts import MOST_IN_A_TEXT, texts, without_code
from tutor.content.shape_rules import LINK
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

TERM = Rule(
    "R208",
    Severity.WARNING,
    "A link to a term that the glossary does not explain",
    "A link such as [gender advisor](term:genad) opens the block [genad] of glossary.toml.",
)
RULES = (TERM,)
OTHERS = (LINK,)

_INLINE = re.compile(r"\]\(\s*<?([^\s)>]*)")
_DEFINITION = re.compile(r"\]:\s*<?([^\s>]+)")
_BARE = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_ALLOWED = ("https://", "term:")


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Inline links and images, link definitions, addresses between angle brackets."""
    for origin, path, text in texts(view):
        targets = _candidates(text)
        if targets:
            yield from islice(_bad_links(origin, path, text, targets), MOST_IN_A_TEXT)
            yield from islice(_bad_terms(view, origin, path, text), MOST_IN_A_TEXT)


def _bad_links(
    origin: Origin, path: KeyPath, text: str, targets: list[str]
) -> Iterator[Diagnostic]:
    if all(map(_allowed, targets)):
        return
    for target in _links(text):
        if not _allowed(target):
            message = f"{quoted(target)} cannot be a link: only https:// and term: can."
            hint = "Write the full web address, or write the words without a link."
            yield origin.at_words(LINK, path, target, message, hint)


def _bad_terms(view: CourseView, origin: Origin, path: KeyPath, text: str) -> Iterator[Diagnostic]:
    for target in _candidates(without_code(text)):
        name = target.removeprefix("term:")
        if name != target and view.glossary.lacks(name):
            message = f"The glossary has no term {quoted(name)}."
            hint = did_you_mean(name, sorted(view.glossary.names))
            hint = hint or "Add a block for it to glossary.toml."
            yield origin.at_words(TERM, path, target, message, hint)


def _allowed(target: str) -> bool:
    return target.startswith(_ALLOWED)


def _candidates(text: str) -> list[str]:
    """Everything that may be the target of a link; some of it is code or plain text."""
    if "](" not in text and "<" not in text and "]:" not in text:
        return []
    return [
        match[1] for pattern in (_INLINE, _DEFINITION, _BARE) for match in pattern.finditer(text)
    ]


def _links(text: str) -> list[str]:
    """The targets that a Markdown reader finds, in their order."""
    found: list[str] = []
    for block in _markdown().parse(text):
        for token in block.children or ():
            target = token.attrGet("href") or token.attrGet("src")
            if target:
                found.append(unquote(str(target)))
    return found


@cache
def _markdown() -> "MarkdownIt":
    """Imported here because few courses need it and it takes 20 ms."""
    from markdown_it import MarkdownIt

    class EveryLink(MarkdownIt):
        """Its own list of bad addresses would hide exactly those that have to be found."""

        def validateLink(self, url: str) -> bool:  # noqa: N802
            return bool(url)

    return EveryLink("commonmark")
