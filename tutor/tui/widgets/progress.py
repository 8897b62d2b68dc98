"""How far along, in words and as a bar: `4 of 7  ####...`."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from tutor.tui.widgets.glyphs import UNICODE, Glyphs, glyphs_of

BAR_CELLS = 12


class ProgressText(Widget):
    """`4 of 7` with a short bar; the words say everything, the bar is for the eye."""

    DEFAULT_CSS = """
    ProgressText { height: 1; width: auto; color: $text-muted; }
    """
    ALLOW_SELECT = False

    def __init__(
        self,
        done: int = 0,
        total: int = 0,
        *,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._done = done
        self._total = total

    def show(self, done: int, total: int) -> None:
        """Replace both numbers."""
        self._done = done
        self._total = total
        self.refresh(layout=True)

    def render(self) -> Content:
        """The words and the bar."""
        return progress(self._done, self._total, glyphs_of(self))


def progress(done: int, total: int, glyphs: Glyphs = UNICODE) -> Content:
    """Return `done of total` and a bar; no bar when there is nothing to do."""
    if total <= 0:
        return Content("")
    full = min(max(done, 0), total) * BAR_CELLS // total
    return Content.assemble(
        f"{done} of {total}  ",
        (glyphs.full * full, "$accent"),
        (glyphs.empty * (BAR_CELLS - full), "$text-disabled"),
    )
