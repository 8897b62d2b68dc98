"""The page of a lesson: a Markdown text that scrolls, with references to choose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tutor.tui.widgets.glyphs import glyphs_of
from tutor.tui.widgets.reader import painter
from tutor.tui.widgets.reader.document import Aim, Target
from tutor.tui.widgets.reader.page import Page
from tutor.tui.widgets.reader.painter import PLACE, Painter, with_components

MEASURE = 84
"""Cells of a line of text: the length that reads well."""
MAX_MEASURE = 90
PAN_CELLS = 8
_LIFT = 2
"""Lines left above a place that is scrolled to."""


class Reader(ScrollView, can_focus=True):
    """Shows a Markdown text. Only the text column scrolls; wide diagrams move with left/right."""

    DEFAULT_CSS = with_components(
        "Reader",
        """
        height: 1fr;
        padding: 1 0 0 0;
        background: $background;
        color: $text;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        """,
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = painter.COMPONENT_CLASSES
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", "Up", show=False),
        Binding("down,j", "scroll_down", "Down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("space", "read_on", "Read on", show=False),
        Binding("home,g", "scroll_home", "Top", show=False),
        Binding("end,G", "scroll_end", "End", show=False),
        Binding("left", "pan(-1)", "Move diagrams left", show=False),
        Binding("right", "pan(1)", "Move diagrams right", show=False),
        Binding("tab", "next_reference(True)", "Next reference", show=False),
        Binding("shift+tab", "previous_reference(True)", "Previous reference", show=False),
        Binding("right_square_bracket", "next_reference(False)", show=False),
        Binding("left_square_bracket", "previous_reference(False)", show=False),
        Binding("enter", "choose_reference", "Open reference", show=False),
        Binding("escape", "drop_reference", show=False),
    ]

    reference: reactive[int | None] = reactive(None)
    """The place of the chosen reference in the text, from 0."""
    pan: reactive[int] = reactive(0)
    """Cells by which diagrams that are too wide are moved."""

    class CitationChosen(Message):
        """A citation mark was chosen, here or in a `Prose`."""

        def __init__(self, source_id: str) -> None:
            super().__init__()
            self.source_id = source_id

    class TermChosen(Message):
        """A glossary term was chosen, here or in a `Prose`."""

        def __init__(self, term_id: str) -> None:
            super().__init__()
            self.term_id = term_id

    class EndReached(Message):
        """The last line is on the screen; once for each text."""

        def __init__(self, reader: Reader) -> None:
            super().__init__()
            self.reader = reader

        @property
        def control(self) -> Reader:
            """The reader that shows the text."""
            return self.reader

    def __init__(
        self,
        text: str = "",
        *,
        measure: int = MEASURE,
        margin: int = 2,
        align: Literal["left", "centre"] = "left",
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._measure = min(measure, MAX_MEASURE)
        self._margin = margin
        self._centred = align == "centre"
        self._page = Page(text)
        self._painter = Painter(self)
        self._end_seen = False

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources of the text; the first has the mark [1]."""
        return self._page.cited

    def show(self, text: str, cited: Sequence[str] = ()) -> None:
        """Replace the text and go to its top; `cited` are sources that have a number already."""
        self._page = Page(text, cited)
        self._end_seen = False
        self.reference = None
        self.pan = 0
        self._set_page()
        self.scroll_to(y=0, animate=False, immediate=True)

    def find(self, wanted: str) -> int:
        """Mark what is searched for, go to its first place, return how often it was found."""
        count = self._page.mark(wanted)
        self._set_page()
        self._go_to_hit(0)
        return count

    def find_next(self) -> None:
        """Go to the next line with a hit, after the last to the first."""
        top = round(self.scroll_target_y) + _LIFT
        hits = self._page.layout.hit_lines
        self._go_to_hit(bisect_left(hits, top + 1) % len(hits) if hits else 0)

    @property
    def at_end(self) -> bool:
        """Whether the last line is on the screen."""
        end = self.scroll_offset.y + self.size.height
        return self._page.is_set and end >= len(self._page.layout.lines)

    def _go_to_hit(self, place: int) -> None:
        hits = self._page.layout.hit_lines
        if place < len(hits):
            self._scroll_to_line(hits[place])

    def _scroll_to_line(self, line: int) -> None:
        self.scroll_to(y=max(0, line - _LIFT), animate=False, immediate=True)

    @property
    def _columns(self) -> tuple[int, int]:
        """The cells before the text and the cells of the text."""
        width = self.scrollable_content_region.width
        margin = self._margin if width >= 40 else 0
        text = max(min(self._measure, width - 2 * margin), 1)
        return (max(margin, (width - text) // 2) if self._centred else margin), text

    def _set_page(self) -> None:
        """Set the text for the present size."""
        width = self.scrollable_content_region.width
        if not width:
            return
        layout = self._page.set(self._columns[1], glyphs_of(self))
        self.virtual_size = Size(width, len(layout.lines))
        self.refresh()
        self.call_after_refresh(self._tell_end)

    def _tell_end(self) -> None:
        if self.at_end and self.size.height and not self._end_seen:
            self._end_seen = True
            self.post_message(self.EndReached(self))

    def render_line(self, y: int) -> Strip:
        """Paint the line `y` of the window."""
        margin, text = self._columns
        line = self._page.line(self.scroll_offset.y + y)
        paint = self._painter
        strip = paint.line(line, text, glyphs_of(self), self.pan, self.reference)
        rest = self.size.width - margin - text
        return Strip.join([paint.blank(margin), strip, paint.blank(max(rest, 0))])

    def notify_style_update(self) -> None:
        """Forget the styles of the last theme."""
        self._painter.forget()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Set the text again at the new width."""
        self._set_page()

    def on_focus(self) -> None:
        """Paint the chosen reference."""
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell when the end comes into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_end()

    def watch_reference(self, place: int | None) -> None:
        """Bring the chosen reference into sight."""
        line = self._page.layout.line_of_target.get(-1 if place is None else place)
        if line is not None and not self._in_sight(line):
            self._scroll_to_line(line)

    def _in_sight(self, line: int) -> bool:
        return 0 <= line - self.scroll_offset.y < self.size.height

    def validate_pan(self, pan: int) -> int:
        """Keep the end of the widest diagram in sight."""
        room = self._columns[1] - 2
        return max(0, min(pan, self._page.layout.body_cells - room))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a key to the screen where the page has no use for it."""
        match action:
            case "choose_reference" | "drop_reference":
                return self.reference is not None
            case "read_on":
                return not self.at_end
            case "pan":
                return self._page.layout.body_cells > self._columns[1] - 2
            case _:
                return super().check_action(action, parameters)

    def action_read_on(self) -> None:
        """Turn one window down."""
        self.action_page_down()

    def action_page_down(self) -> None:
        """Turn one window down, keeping one line in sight."""
        self._turn(1)

    def action_page_up(self) -> None:
        """Turn one window up, keeping one line in sight."""
        self._turn(-1)

    def _turn(self, way: int) -> None:
        step = max(self.size.height - 1, 1)
        self.scroll_to(y=self.scroll_offset.y + way * step, animate=False, immediate=True)

    def action_scroll_up(self) -> None:
        """Move one line up."""
        self.scroll_to(y=self.scroll_offset.y - 1, animate=False, immediate=True)

    def action_scroll_down(self) -> None:
        """Move one line down."""
        self.scroll_to(y=self.scroll_offset.y + 1, animate=False, immediate=True)

    def action_scroll_home(self) -> None:
        """Go to the top."""
        self.scroll_to(y=0, animate=False, immediate=True)

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)

    def action_pan(self, way: int) -> None:
        """Move wide diagrams sideways."""
        self.pan += way * PAN_CELLS

    def action_next_reference(self, leave: bool) -> None:
        """Choose the next reference; after the last, `leave` moves the focus on."""
        place = self._first_in_sight() if self.reference is None else self.reference + 1
        if place < len(self._page.targets):
            self.reference = place
        elif leave:
            self._leave(1)

    def action_previous_reference(self, leave: bool) -> None:
        """Choose the reference before; before the first, `leave` moves the focus back."""
        place = self._first_in_sight() if self.reference is None else self.reference
        if place > 0 and not (leave and self.reference is None):
            self.reference = place - 1
        elif leave:
            self._leave(-1)

    def _leave(self, way: int) -> None:
        self.reference = None
        if way > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def _first_in_sight(self) -> int:
        """Return the place of the first reference at or below the top of the window."""
        places = self._page.layout.line_of_target
        top = self.scroll_offset.y
        seen = (place for place, line in sorted(places.items()) if line >= top)
        return next(seen, len(self._page.targets))

    def action_choose_reference(self) -> None:
        """Tell the screen which reference was chosen."""
        if self.reference is not None:
            self.post_message(message_for(self._page.targets[self.reference]))

    def action_drop_reference(self) -> None:
        """Choose no reference."""
        self.reference = None

    def on_click(self, event: events.Click) -> None:
        """Choose the reference under the mouse."""
        place = event.style.meta.get(PLACE)
        if isinstance(place, int) and place < len(self._page.targets):
            event.stop()
            self.reference = place
            self.post_message(message_for(self._page.targets[place]))


def message_for(target: Target) -> Message:
    """Return the message that says `target` was chosen."""
    if target.aim is Aim.SOURCE:
        return Reader.CitationChosen(target.id)
    return Reader.TermChosen(target.id)
