"""The app that everything is compared with: Textual and nothing else.

`python -m bench.empty` paints one word; with texts as arguments it shows them in an `OptionList`.
"""

import sys

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

READY = "Ready"


class EmptyApp(App[None]):
    """One word, or one plain list."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, entries: list[str]) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """The word, then the list."""
        yield Static(READY)
        if self._entries:
            yield OptionList(*map(Content, self._entries))


if __name__ == "__main__":
    EmptyApp(sys.argv[1:]).run()
