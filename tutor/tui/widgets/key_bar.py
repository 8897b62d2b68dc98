"""The footer: the keys that mean something now, each of them whole."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

PADDING = 3
"""Columns around key and label, by the footer's own style sheet."""
KEPT = ("explain", "leave")
"""Actions that no window is too narrow for: help names the other keys."""
FIRST_TO_GO = "choose_here"
"""A letter does the same, and the line above the question says so."""


class KeyBar(Footer):
    """Textual's footer, which cuts what has no room; here the last keys give way as a whole."""

    def __init__(self, kept: tuple[str, ...] = KEPT) -> None:
        super().__init__(show_command_palette=False)
        self._kept = kept
        self._for_width = 0

    def compose(self) -> ComposeResult:
        """The keys that have room."""
        found = list(super().compose())
        keys = [key for key in found if isinstance(key, FooterKey)]
        self._for_width = self.app.size.width
        room = self._for_width - self.gutter.width - sum(map(_width, keys))
        for key in sorted(keys, key=lambda key: (key.action != FIRST_TO_GO, -keys.index(key))):
            if room < 0 and key.action not in self._kept:
                room += _width(key)
                found.remove(key)
        yield from found

    async def on_resize(self, _event: Resize) -> None:
        """Another width has room for other keys."""
        if self._for_width and self._for_width != self.app.size.width:
            await self.recompose()


def _width(key: FooterKey) -> int:
    return len(key.key_display) + len(key.description) + PADDING
