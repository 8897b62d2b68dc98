"""Search over everything that this learner may read."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.study.frames import HitRow
from tutor.tui.screens.find import FindScreen
from tutor.tui.widgets.menu import MenuRow

MOST = 40
"""Hits that are listed; who sees more than a few types another word."""

HELP = """\
Search in the lessons, the glossary, the sources, and the questions that you have answered. Type
one word or several: what is found has all of them, titles first. Case and accents do not count.

**Up** and **Down** move in the list, **Enter** opens, **Esc** goes back to exactly where you were.
A page that you look up here is not counted as read. Questions that an open quiz still asks are
not found."""


class SearchScreen(FindScreen):
    """Results as you type."""

    CRUMB = "Search"
    PLACEHOLDER = "Words to look for"

    def __init__(self) -> None:
        super().__init__()
        self._hits: tuple[HitRow, ...] = ()

    def on_mount(self) -> None:
        """Read what is searched while the first word is typed."""
        super().on_mount()
        self.run_worker(self.desk.search.prepare, thread=True, group="prepare")

    def rows(self, words: str) -> tuple[Sequence[MenuRow], str]:
        """The hits, and how many there are."""
        self._hits = self.desk.search.find(words, limit=MOST)
        rows = [
            MenuRow(str(place), hit.title, f"{hit.kind} - {hit.place}\n{hit.excerpt}")
            for place, hit in enumerate(self._hits)
        ]
        if not words.strip():
            return rows, "Lessons, glossary, sources, and questions that you have answered."
        count = len(rows)
        said = "Nothing has all these words." if not count else f"{count} found."
        return rows, f"The first {MOST}; another word finds fewer." if count == MOST else said

    def chosen(self, key: str) -> None:
        """Open the page, the explanation or the card."""
        if int(key) < len(self._hits):
            self.go_to(self._hits[int(key)].where)

    def help_text(self) -> str:
        """How to search."""
        return HELP
