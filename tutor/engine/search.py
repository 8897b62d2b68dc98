"""Search over texts: every word must be there, accents and case do not count, titles come first.

index = Index(entries)
index.find("genad 1325")
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

EXCERPT = 140
"""Characters of the text around the first place where a word was found."""
BEFORE = 40
"""Characters of the excerpt before that place."""

_MARKS = re.compile(r"\[@[^\]\s]*\]|\]\(term:[^)\s]*\)|[*_`#>|\[]")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A text that can be found. `what` is given back; `title` weighs more than `text`."""

    what: T
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """An entry with all the words. `rank`: 0 all in the title at the beginning of a word, 1 all
    in the title, 2 some in the title, 3 none there."""

    what: T
    rank: int
    title: str
    excerpt: str


def folded(text: str) -> str:
    """The text without case, accents and other marks on letters, for comparison."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark)).casefold()


def bare(text: str) -> str:
    """The text on one line, without citations, addresses of terms and marks of Markdown."""
    return " ".join(_MARKS.sub("", text).split())


def words_of(wanted: str) -> tuple[str, ...]:
    """What is searched for: the words in folded form, each once."""
    return tuple(dict.fromkeys(folded(wanted).split()))


@dataclass(frozen=True, slots=True)
class _Folded(Generic[T]):
    entry: Entry[T]
    title: str
    text: str


class Index(Generic[T]):
    """Entries made ready to be searched. Frozen once made, so any thread may ask it."""

    def __init__(self, entries: Iterable[Entry[T]]) -> None:
        self._entries = tuple(
            _Folded(entry, folded(entry.title), folded(bare(entry.text))) for entry in entries
        )

    def __len__(self) -> int:
        return len(self._entries)

    def find(
        self, wanted: str, *, limit: int = 50, may: Callable[[T], bool] = lambda _: True
    ) -> tuple[Found[T], ...]:
        """The best entries that hold every word, ranked, then in the order of the index.

        `may` says which entries exist for this learner; it is asked only about what was found.
        Nothing is found for no words.
        """
        words = words_of(wanted)
        if not words:
            return ()
        ranked = [
            (_rank(one, words), place)
            for place, one in enumerate(self._entries)
            if all(word in one.title or word in one.text for word in words)
        ]
        ranked.sort()
        found: list[Found[T]] = []
        for rank, place in ranked:
            one = self._entries[place]
            if len(found) == limit:
                break
            if may(one.entry.what):
                excerpt = excerpt_of(one.entry.text, words)
                found.append(Found(one.entry.what, rank, one.entry.title, excerpt))
        return tuple(found)


def _rank(one: _Folded[T], words: tuple[str, ...]) -> int:
    inside = sum(word in one.title for word in words)
    if inside < len(words):
        return 2 if inside else 3
    starts = f" {one.title}"
    return 0 if all(f" {word}" in starts for word in words) else 1


def excerpt_of(text: str, words: tuple[str, ...]) -> str:
    """The line of text around the first word that is in it, without marks of Markdown."""
    plain = bare(text)
    lower = folded(plain)
    places = [place for word in words if (place := lower.find(word)) >= 0]
    at = min(places, default=0) if len(lower) == len(plain) else _place(plain, words)
    start = max(0, at - BEFORE)
    if start:
        start = plain.find(" ", start) + 1
    cut = plain[start : start + EXCERPT]
    if start + EXCERPT < len(plain):
        cut = cut.rsplit(" ", 1)[0] + " …"
    return f"… {cut}" if start else cut


def _place(plain: str, words: tuple[str, ...]) -> int:
    """The same where folding changes the length of the text: found word by word."""
    at = 0
    for piece in plain.split(" "):
        if any(word in folded(piece) for word in words):
            return at
        at += len(piece) + 1
    return 0
