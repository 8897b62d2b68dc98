"""What in the texts of a question would keep it from loading in the course that it comes to.

Citations and links that lead nowhere there become words, invisible characters go, and both is told.
"""

import re
from collections.abc import Callable

from tutor.content.decode import without_forbidden
from tutor.content.interop.keys import Keys, mapped

_CITED = re.compile(r"(?<!\\)\[@([a-z0-9-]+)\]")
_TERM = re.compile(r"(?<!\\)\[([^\[\]]*)\]\(term:([^()\s]*)\)")
_LINK = re.compile(r"(?<!\\)\[([^\[\]]*)\]\((?!https://|term:)([^()\s]*)\)")

Told = list[tuple[str, str]]


def welcome(
    keys: Keys, no_source: Callable[[str], bool], no_term: Callable[[str], bool]
) -> tuple[Keys, Told]:
    """The keys as they can be read there, and what was changed: pairs of path and sentence."""
    told: Told = []

    def change(path: str, text: str) -> str:
        bare = without_forbidden(text)
        if bare != text:
            told.append((path, "Invisible control characters were taken out."))
        text = _CITED.sub(lambda match: _cited(path, match), bare)
        text = _TERM.sub(lambda match: _term(path, match), text)
        return _LINK.sub(lambda match: _link(path, match), text)

    def _cited(path: str, match: re.Match[str]) -> str:
        if not no_source(match[1]):
            return match[0]
        told.append((path, f"It cites {match[1]}, which sources.toml has not."))
        return f"({match[1]})"

    def _term(path: str, match: re.Match[str]) -> str:
        if not no_term(match[2]):
            return match[0]
        told.append((path, f"It points to {match[2]}, which glossary.toml has not."))
        return match[1]

    def _link(path: str, match: re.Match[str]) -> str:
        told.append((path, f"A link that is not https stands as words: {match[2]}"))
        return f"{match[1]} ({match[2]})"

    return mapped(keys, change), told
