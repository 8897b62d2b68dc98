"""What a scenario's decisions changed, as bars of text: `Civilian trust  5 -> 7  #######...`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tutor.tui.safety import one_line, safe
from tutor.tui.widgets.glyphs import UNICODE, Glyphs, glyphs_of

BAR_CELLS = 10
LABEL_CELLS = 28
STACK_BELOW = 50
"""Cells below which the label stands on a line of its own."""


class IndicatorLike(Protocol):
    """One consequence; `before` is None while nothing has moved it yet."""

    @property
    def label(self) -> str: ...
    @property
    def value(self) -> int: ...
    @property
    def before(self) -> int | None: ...
    @property
    def min(self) -> int: ...
    @property
    def max(self) -> int: ...


class Indicators(Widget):
    """One line per indicator, two where the window is narrow. Shows a state, judges nothing."""

    DEFAULT_CSS = """
    Indicators { height: auto; color: $text; }
    """
    ALLOW_SELECT = False

    def __init__(
        self,
        rows: Sequence[IndicatorLike] = (),
        *,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rows = tuple(rows)

    def show(self, rows: Sequence[IndicatorLike]) -> None:
        """Replace the indicators."""
        self._rows = tuple(rows)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines needed at `width`."""
        del container, viewport
        return len(lines_of(self._rows, width, glyphs_of(self)))

    def render(self) -> Content:
        """All indicators, one under the other."""
        return Content("\n").join(lines_of(self._rows, self.size.width, glyphs_of(self)))


def lines_of(rows: Sequence[IndicatorLike], width: int, glyphs: Glyphs = UNICODE) -> list[Content]:
    """Return the lines of the indicators in at most `width` cells, their columns aligned."""
    labels = [one_line(row.label) for row in rows]
    changes = [_change(row, glyphs) for row in rows]
    column = max((len(change) for change in changes), default=0)
    parts = [
        Content.assemble(_styled(row, change.ljust(column)), "  ", _bar(row, glyphs))
        for row, change in zip(rows, changes, strict=True)
    ]
    if width < STACK_BELOW:
        return [
            line
            for label, part in zip(labels, parts, strict=True)
            for line in (safe(set_cell_size(label, min(cell_len(label), width))), part)
        ]
    wide = min(max(map(cell_len, labels), default=0), LABEL_CELLS)
    return [
        Content.assemble(safe(_fitted(label, wide)), "  ", part)
        for label, part in zip(labels, parts, strict=True)
    ]


def _fitted(label: str, cells: int) -> str:
    if cell_len(label) <= cells:
        return set_cell_size(label, cells)
    return set_cell_size(label, cells - 3) + "..."


def _change(row: IndicatorLike, glyphs: Glyphs) -> str:
    """Return the value, and if it moved, from where and by how much."""
    if row.before is None or row.before == row.value:
        return str(row.value)
    arrow = "->" if glyphs.arrow.isascii() else glyphs.arrow
    return f"{row.before} {arrow} {row.value}  ({row.value - row.before:+d})"


def _styled(row: IndicatorLike, change: str) -> Content:
    moved = row.before is not None and row.before != row.value
    return Content.styled(change, "bold" if moved else "$text-muted")


def _bar(row: IndicatorLike, glyphs: Glyphs) -> Content:
    """Return a bar of `BAR_CELLS`; anything above the minimum fills at least one cell."""
    span = max(row.max - row.min, 1)
    inside = min(max(row.value, row.min), row.max) - row.min
    full = min(max(round(inside / span * BAR_CELLS), inside > 0), BAR_CELLS)
    return Content.assemble(
        (glyphs.full * full, "$accent"), (glyphs.empty * (BAR_CELLS - full), "$text-disabled")
    )
