"""Citations and links of a text that lead nowhere in the course that it comes to.

They would keep the question from loading, so they become words, and that is told.
"""

import re
from collections.abc import Callable

from tutor.content.interop.keys import Keys

_CITED = re.compile(r"(?<!\\)\[@([a-z0-9-]+)\]")
_TERM = re.compile(r"(?<!\\)\[([^\[\]]*)\]\(term:([^()\s]*)\)")
_LINK = re.compile(r"(?<!\\)\[([^\[\]]*)\]\((?!https://|term:)([^()\s]*)\)")

Told = list[tuple[str, str]]


def as_words(
    keys: Keys, no_source: Callable[[str], bool], no_term: Callable[[str], bool]
) -> tuple[Keys, Told]:
    """The keys with such places as words, and what was told of each."""
    told: Told = []

    def of(path: str, value: object) -> object:
        if isinstance(value, dict):
            return {
                name: of(f"{path}.{name}" if path else name, one) for name, one in value.items()
            }
        if isinstance(value, list):
            return [of(path, one) for one in value]
        return text(path, value) if isinstance(value, str) else value

    def text(path: str, words: str) -> str:
        def cited(match: re.Match[str]) -> str:
            if not no_source(match[1]):
                return match[0]
            told.append((path, f"It cites {match[1]}, which sources.toml has not."))
            return f"({match[1]})"

        def term(match: re.Match[str]) -> str:
            if not no_term(match[2]):
                return match[0]
            told.append((path, f"It points to {match[2]}, which glossary.toml has not."))
            return match[1]

        def link(match: re.Match[str]) -> str:
            told.append((path, f"A link that is not https stands as words: {match[2]}"))
            return f"{match[1]} ({match[2]})"

        return _LINK.sub(link, _TERM.sub(term, _CITED.sub(cited, words)))

    return {name: of(name, value) for name, value in keys.items()}, told
