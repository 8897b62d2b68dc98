"""The line at the top: where you are, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tutor.tui.safety import one_line, safe
from tutor.tui.widgets.glyphs import UNICODE, Glyphs, glyphs_of

ELLIPSIS = "..."
_GAP = 2


class TitleBar(Widget):
    """One line: crumbs on the left, the state on the right, both shortened to fit."""

    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        height: 1;
        padding: 0 2;
        background: $panel;
        color: $text;
    }
    """
    ALLOW_SELECT = False

    def __init__(self, crumbs: Sequence[str] = (), state: str = "") -> None:
        super().__init__()
        self._crumbs = tuple(crumbs)
        self._state = state

    def show(self, crumbs: Sequence[str], state: str = "") -> None:
        """Replace both sides."""
        self._crumbs = tuple(crumbs)
        self._state = state
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, always."""
        del container, viewport, width
        return 1

    def render(self) -> Content:
        """The last crumb is where you are."""
        return bar(self._crumbs, self._state, self.size.width, glyphs_of(self))


def bar(crumbs: Sequence[str], state: str, width: int, glyphs: Glyphs = UNICODE) -> Content:
    """Return the title line: crumbs go from the front, then the last one is cut."""
    state = _cut(one_line(state), width // 2)
    room = width - cell_len(state) - (_GAP if state else 0)
    before, here = _fit(tuple(map(one_line, crumbs)), room, f" {glyphs.cursor} ")
    used = cell_len(before + here) + cell_len(state)
    return Content.assemble(
        safe(before).stylize("$text-muted"),
        safe(here).stylize("bold"),
        " " * max(width - used, 0),
        safe(state).stylize("$text-muted"),
    )


def _fit(crumbs: Sequence[str], room: int, joint: str) -> tuple[str, str]:
    """Return what stands before the last crumb and the last crumb, in at most `room` cells."""
    here = crumbs[-1] if crumbs else ""
    for start in range(len(crumbs)):
        shown = [ELLIPSIS] * bool(start) + list(crumbs[start:-1])
        before = "".join(f"{crumb}{joint}" for crumb in shown)
        if cell_len(before + here) <= room:
            return before, here
    return "", _cut(here, room)


def _cut(text: str, cells: int) -> str:
    """Return a text of at most `cells`, with dots where it was cut."""
    if cell_len(text) <= cells:
        return text
    if cells <= len(ELLIPSIS):
        return ELLIPSIS[: max(cells, 0)]
    return set_cell_size(text, cells - len(ELLIPSIS)).rstrip() + ELLIPSIS
