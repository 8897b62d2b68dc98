"""Plots in plain characters: bars, columns and a grid, each with its figures in words beside it.

Every function returns lines that fit into `width` cells. What a colour or a height shows stands
there as a letter or a figure too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tutor.tui.safety import one_line, safe
from tutor.tui.widgets.glyphs import Glyphs, glyphs_of

BAR_CELLS = 10
HEIGHT = 4
"""Lines of a plot of columns."""
SHADES = ("", "on $accent 12%", "on $accent 24%", "on $accent 36%", "on $accent 50%")
"""The ground of a cell of the grid, from nothing to the most."""

Draw = Callable[[int, Glyphs], list[Content]]


class Chart(Widget):
    """Lines that are drawn anew for each width."""

    DEFAULT_CSS = """
    Chart { height: auto; color: $text; max-width: 90; }
    """
    ALLOW_SELECT = False

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines needed at `width`."""
        del container, viewport
        return len(self._draw(width, glyphs_of(self)))

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self._draw(self.size.width, glyphs_of(self)))


@dataclass(frozen=True, slots=True)
class Bar:
    """A share 0..1 with what it is of; None where there is none."""

    label: str
    share: float | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the grid: a letter, a shade 0..4, and a share 0..1 that is drawn beside it."""

    letter: str
    shade: int
    share: float | None = None


def bar(share: float | None, glyphs: Glyphs, cells: int = BAR_CELLS) -> Content:
    """`####......  40 %`; a share that is unknown is said to be."""
    if share is None:
        return Content.styled(f"{glyphs.empty * cells}   -  ", "$text-muted")
    full = round(min(max(share, 0.0), 1.0) * cells)
    return Content.assemble(
        (glyphs.full * full, "$accent"),
        (glyphs.empty * (cells - full), "$text-muted"),
        f" {int(100 * share + 1e-9):>3} %",
    )


def bars(rows: Sequence[Bar], width: int, glyphs: Glyphs) -> list[Content]:
    """One line each: label, bar, figure, note; the note goes where there is no room."""
    room = max(width - BAR_CELLS - 9, 8)
    longest = max((cell_len(one_line(row.label)) for row in rows), default=0)
    notes = max((len(row.note) for row in rows), default=0)
    label = min(longest, max(room - notes - 2, min(room, 16)))
    lines = []
    for row in rows:
        line = Content.assemble(_cut(row.label, label), "  ", bar(row.share, glyphs))
        if row.note and line.cell_length + 2 + len(row.note) <= width:
            line = Content.assemble(line, "  ", (row.note, "$text-muted"))
        lines.append(line)
    return lines


def columns(
    values: Sequence[float],
    ends: tuple[str, str],
    width: int,
    glyphs: Glyphs,
    *,
    top: float = 0,
) -> list[Content]:
    """Upright columns and what the first and the last one are.

    The highest is as high as the plot, unless `top` is above it. With less room than columns the
    earliest ones are left out.
    """
    shown = list(values[-max(width - 6, 1) :])
    if not shown:
        return []
    pitch = max(1, min(4, (width - 6) // len(shown)))
    top = max(top, *shown)
    lines = []
    for level in range(HEIGHT, 0, -1):
        cells = "".join(_slice(value / top if top else 0, level, pitch, glyphs) for value in shown)
        scale = f"{_figure(top):>4} " if level == HEIGHT else " " * 5
        lines.append(Content.assemble((scale, "$text-muted"), (cells, "$accent")))
    first, last = ends
    span = len(shown) * pitch
    axis = first + last.rjust(max(span - len(first), len(last) + 1))
    lines.append(Content.styled("   0 " + glyphs.rule * span, "$text-muted"))
    lines.append(Content.styled(" " * 5 + axis, "$text-muted"))
    return lines


def grid(rows: Sequence[tuple[str, Sequence[Cell]]], width: int, glyphs: Glyphs) -> list[Content]:
    """A row per thing, its cells behind the label; below it where the window is narrow.

    A row without cells is a heading.
    """
    most = max((len(cells) for _, cells in rows), default=0)
    room = width - most * 3 - 2
    longest = max((cell_len(one_line(text)) for text, cells in rows if cells), default=0)
    lines = []
    for label, cells in rows:
        if not cells:
            lines.append(Content.styled(_cut(label, width).rstrip(), "$text-muted"))
            continue
        drawn = Content("").join([_cell(cell, glyphs) for cell in cells])
        if room >= 20:
            lines.append(Content.assemble(_cut(label, min(room, longest)), "  ", drawn))
        else:
            lines += [safe(_cut(label, width).rstrip()), Content.assemble("  ", drawn)]
    return lines


def _cell(cell: Cell, glyphs: Glyphs) -> Content:
    share = " " if cell.share is None else _step(cell.share, glyphs)
    return Content.assemble((f"{cell.letter}{share}", f"bold {SHADES[cell.shade]}".strip()), " ")


def _step(share: float, glyphs: Glyphs) -> str:
    """One character for a share: the higher the more."""
    last = len(glyphs.levels) - 1
    return glyphs.levels[min(last, max(1, round(share * last)))]


def _slice(share: float, level: int, pitch: int, glyphs: Glyphs) -> str:
    """What a column shows at one level, from 1 at the bottom; anything above 0 shows."""
    last = len(glyphs.levels) - 1
    units = max(round(share * HEIGHT * last), 1 if share > 0 else 0)
    body = glyphs.levels[min(max(units - (level - 1) * last, 0), last)]
    return body if pitch == 1 else body * (pitch - 1) + " "


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"


def _cut(text: str, cells: int) -> str:
    line = one_line(text)
    if cell_len(line) <= cells:
        return set_cell_size(line, cells)
    return set_cell_size(line, max(cells - 3, 0)).rstrip().ljust(max(cells - 3, 0)) + "..."
