"""A list of long texts with a mark before each, wrapped with a hanging indent.

The base of the widgets that take an answer. The line under the cursor has a mark in the gutter,
so that it is not told by its colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.css.styles import RulesMap
from textual.dom import DOMNode
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style as VisualStyle
from textual.visual import RenderOptions, Visual
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tutor.tui.safety import safe
from tutor.tui.widgets.glyphs import COMPACT_CLASS, glyphs_of
from tutor.tui.widgets.tone import Tone

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
GUTTER = 2
READ_STEP = 3
"""Lines that the down key scrolls while there is text above the answers to read."""
MIN_BODY = 12
"""Cells of text below which the hanging indent is given up."""


@dataclass(frozen=True)
class Mark:
    """A word about a line, e.g. `right`, `your answer`, `harmful`."""

    text: str
    tone: Tone = Tone.PLAIN
    strong: bool = True


@dataclass(frozen=True)
class Entry:
    """One line of the list: what stands before the text, the text, and what is said below it."""

    key: str
    head: Content
    text: str
    marks: tuple[Mark, ...] = ()
    note: str = ""
    note_tone: Tone = Tone.QUIET


class Hanging(Visual):
    """A head and lines of text that all start where the head ends, and `gap` empty lines."""

    def __init__(self, head: Content, parts: Iterable[Content], gap: int = 0) -> None:
        self._head = head
        self._parts = tuple(parts)
        self.gap = gap

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width of the longest part on one line."""
        del container_width
        widest = max((part.get_optimal_width(rules, 0) for part in self._parts), default=0)
        return self._head.cell_length + widest

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the lines at `width`."""
        del rules
        return len(list(self._lines(width)))

    def render_strips(
        self, width: int, height: int | None, style: VisualStyle, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines as strips."""
        whole = Content("\n").join(self._lines(width))
        return whole.render_strips(width, height, style, options)

    def _lines(self, width: int) -> Iterator[Content]:
        indent = self._head.cell_length
        if width - indent < MIN_BODY:
            indent = min(2, max(width - 2, 0))
            yield from self._head.wrap(max(width, 1))
            head = Content(" " * indent)
        else:
            head = self._head
        for part in self._parts:
            for line in part.wrap(max(width - indent, 1)):
                yield head + line
                head = Content(" " * indent)
        yield from [Content("")] * self.gap


class MarkedList(OptionList):
    """An `OptionList` of entries; subclasses say what stands in them and what the keys do."""

    DEFAULT_CSS = """
    MarkedList {
        height: auto;
        max-width: 90;
        max-height: 1000;
        border: none;
        padding: 0;
        background: transparent;
        color: $text;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: transparent 0%; }
        & > .option-list--option { padding: 0 1 0 0; }
        & > .option-list--option-highlighted {
            color: $text; background: transparent; text-style: none;
        }
        &:focus > .option-list--option-highlighted {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .option-list--option-disabled { color: $text; }
        & > .option-list--option-hover { background: $surface; }
        & > .marked-list--cursor { color: $accent; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"marked-list--cursor"}
    highlighted: reactive[int | None] = reactive[int | None](None, repaint=False)
    """Where the cursor is. Moving it paints two entries, not the list."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "turn(1)", "Read on", show=False),
        Binding("pageup", "turn(-1)", "Read back", show=False),
    ]

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        self._painting = False
        self._measured_for = 0
        super().__init__(id=id, classes=classes, markup=False)
        self.locked = False
        self._gap = 1
        self._loading = False

    def entries(self) -> Iterable[Entry]:
        """Yield what the list shows, from top to bottom."""
        return ()

    def on_mount(self) -> None:
        """Show the entries and put the cursor on the first."""
        super().on_mount()
        self.reload_at(0)
        if not self.options:
            self.call_later(self._load_late)

    def _load_late(self) -> None:
        """Load a subclass that has its own `reload` and fills itself only once it is mounted."""
        self.reload()
        if self.highlighted is None:
            self.action_first()

    def reload(self) -> None:
        """Show the entries afresh; the cursor stays where it was."""
        self.reload_at(self.highlighted)

    def reload_at(self, place: int | None) -> None:
        """Show the entries afresh with the cursor on one of them."""
        if not self.is_attached:
            return
        self._loading = True
        self._gap = self._wanted_gap()
        top = self.scroll_offset.y
        self.set_options([self._option(entry) for entry in self.entries()])
        self.highlighted = place
        self.scroll_to(y=top, animate=False)
        self.scroll_to_highlight()
        self._loading = False

    def watch_highlighted(self, before: int | None, highlighted: int | None) -> None:  # type: ignore[override]
        """Paint what changed, and keep the cursor in sight when the learner moves it."""
        super().watch_highlighted(highlighted)
        for place in (before, highlighted):
            if place is not None and place in self._index_to_line:
                self.refresh_lines(self._index_to_line[place], self._heights[place])
        column = self._column
        if not self._loading and column is not None and column.max_scroll_y:
            self.call_after_refresh(self.follow)

    def follow(self) -> None:
        """Scroll the column around the list until the highlighted entry is in sight."""
        column, here = self._column, self.highlighted
        lines = self._index_to_line
        if column is None or here is None or here not in lines:
            return
        top = self.region.y - column.content_region.y + column.scroll_offset.y + lines[here]
        height = self._heights[here] - self._gap_of(here)
        column.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    @property
    def line_of_cursor(self) -> int:
        """The line of the list on which the entry under the cursor begins, from 0."""
        self._update_lines()
        return self._index_to_line.get(self.highlighted or 0, 0)

    @property
    def out_of_sight(self) -> bool:
        """Whether the entry under the cursor is above or below what the column shows."""
        column, here = self._column, self.highlighted
        if column is None or here is None or here not in self._index_to_line:
            return False
        top = self.region.y + self._index_to_line[here]
        return not column.region.y <= top < column.region.bottom

    def action_turn(self, way: int) -> None:
        """Turn the column around the list; without one, go to the first or last entry."""
        if self._turn(way):
            return
        if way > 0:
            self.action_last()
        else:
            self.action_first()

    def action_cursor_down(self) -> None:
        """Read on while the text above the entry is not at its end; then move the cursor."""
        if not self._read_on():
            super().action_cursor_down()

    def _turn(self, way: int) -> bool:
        """Scroll the column by a window, one line kept; False where there is none to scroll."""
        column = self._column
        if column is None or not column.max_scroll_y:
            return False
        step = way * max(column.size.height - 1, 1)
        column.scroll_to(y=column.scroll_offset.y + step, animate=False, immediate=True)
        return True

    def _read_on(self) -> bool:
        """Scroll the column a little if the highlighted entry is still below the window."""
        column, here = self._column, self.highlighted
        if column is None or not column.max_scroll_y or here not in self._index_to_line:
            return False
        top = self.region.y + self._index_to_line[here]
        if top + self._heights[here] <= column.region.bottom:
            return False
        column.scroll_relative(y=READ_STEP, animate=False, immediate=True)
        return True

    @property
    def _column(self) -> Widget | None:
        """The container that scrolls the list together with the text above it."""
        found = next(filter(_scrolls, self.ancestors), None)
        return found if isinstance(found, Widget) else None

    def focus(self, scroll_visible: bool = False) -> Self:
        """Take the keys; the text above the list stays in sight until the cursor moves."""
        return super().focus(scroll_visible)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines needed at `width`; Textual forgets the gutter here."""
        return super().get_content_height(container, viewport, width - GUTTER)

    def on_resize(self) -> None:
        """Give up the air between entries in a low window."""
        if self._gap != self._wanted_gap():
            self.reload()

    def _wanted_gap(self) -> int:
        dense = self.screen.has_class("-short") or self.app.has_class(COMPACT_CLASS)
        return 0 if dense else 1

    def _option(self, entry: Entry) -> Option:
        return Option(Hanging(entry.head, _parts(entry), self._gap), id=entry.key)

    def _get_left_gutter_width(self) -> int:
        return GUTTER

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the window; where the entries stand is worked out once for all its lines."""
        self._update_lines()
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def _update_lines(self) -> None:
        if self._painting:
            return
        width = self.scrollable_content_region.width
        if width != self._measured_for:
            # Textual forgets them when it hears of the new size; a list that is filled before that
            # would be cut to the heights of the old one.
            self._measured_for = width
            self._line_cache.clear()
            self._option_render_cache.clear()
        super()._update_lines()

    def render_line(self, y: int) -> Strip:
        """Paint the gutter before the line of the option; the air after it is never marked."""
        place, offset = self._at(self.scroll_offset.y + y)
        strip = super().render_line(y)
        if offset >= 0 and offset >= self._heights[place] - self._gap_of(place):
            style = self.get_visual_style("option-list--option").rich_style
            return Strip.blank(strip.cell_length + GUTTER, style)
        return Strip.join([self._gutter(place, offset, strip), strip])

    def _gap_of(self, place: int) -> int:
        prompt = self.get_option_at_index(place).prompt
        return prompt.gap if isinstance(prompt, Hanging) else 0

    def _at(self, number: int) -> tuple[int, int]:
        """Return which entry a line shows, and which of its lines; -1 below the last."""
        return self._lines[number] if number < len(self._lines) else (-1, -1)

    def _gutter(self, place: int, offset: int, strip: Strip) -> Strip:
        """Return the cursor mark before the first line of the highlighted entry, else blanks."""
        style = next((style for _, style, _ in strip if style), Style())
        if place != self.highlighted or offset != 0:
            return Strip([Segment(" " * GUTTER, style)])
        mark = self.get_component_rich_style("marked-list--cursor", partial=True)
        return Strip([Segment(glyphs_of(self).cursor.ljust(GUTTER), style + mark)])


def place_of(key: str, count: int, *, digits: bool = True) -> int | None:
    """Return which of `count` entries a letter or digit key names, from 0."""
    names = LETTERS[:count]
    if len(key) != 1:
        return None
    if digits and key.isdecimal() and key.isascii():
        return int(key) - 1 if 0 < int(key) <= count else None
    place = names.find(key.upper())
    return place if place >= 0 else None


def _parts(entry: Entry) -> Iterator[Content]:
    yield safe(entry.text)
    if entry.marks:
        yield Content(", ").join(_marked(mark) for mark in entry.marks)
    if entry.note:
        yield safe(entry.note).stylize(entry.note_tone.value)


def _marked(mark: Mark) -> Content:
    weight = "bold " if mark.strong else ""
    return safe(mark.text).stylize(weight + mark.tone.value)


def _scrolls(node: DOMNode) -> bool:
    return isinstance(node, ScrollableContainer)
