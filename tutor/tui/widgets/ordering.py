"""Lines to be put in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from tutor.tui.widgets.marked_list import Entry, Mark, MarkedList
from tutor.tui.widgets.tone import Tone

HELD = Mark("held: up and down move it, space puts it down", Tone.ACCENT)


class OrderList(MarkedList):
    """Space takes the line under the cursor, up and down move it, space puts it down.

    Shift with up or down, and K and J, move a line without taking it. Enter puts a held line
    down; with no line held it posts `Submitted`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "grab", "Take line", key_display="Space"),
        Binding("enter", "enter", "Answer", key_display="Enter"),
        Binding("escape", "put_down", "Put down", show=False),
        Binding("shift+up,K", "move(-1)", "Move up", show=False),
        Binding("shift+down,J", "move(1)", "Move down", show=False),
    ]

    class Said(Message):
        """What both messages carry: the list, and the keys from the first line to the last."""

        def __init__(self, lines: OrderList, order: tuple[str, ...]) -> None:
            super().__init__()
            self.lines = lines
            self.order = order

        @property
        def control(self) -> OrderList:
            """The list that speaks."""
            return self.lines

    class Changed(Said):
        """The lines stand in another order."""

    class Submitted(Said):
        """The order is handed in."""

    def __init__(
        self,
        lines: Sequence[tuple[str, str]] = (),
        *,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rows = list(lines)
        self._marks: Mapping[str, Sequence[Mark]] = {}
        self._held: str | None = None

    @property
    def order(self) -> tuple[str, ...]:
        """The keys from the first line to the last."""
        return tuple(key for key, _ in self._rows)

    @property
    def held(self) -> str | None:
        """The key of the line that is held."""
        return self._held

    def show(self, lines: Sequence[tuple[str, str]]) -> None:
        """Replace the lines: nothing is held, locked or marked any more."""
        self._rows = list(lines)
        self._marks = {}
        self._held = None
        self.locked = False
        self.reload_at(0)

    def mark(self, marks: Mapping[str, Sequence[Mark]], *, lock: bool = True) -> None:
        """Say below each line, by key, what its place was worth; `lock` ends moving."""
        self._marks = marks
        self._held = None
        self.locked = lock
        self.reload()

    def entries(self) -> Iterable[Entry]:
        """Yield the lines with their numbers."""
        cells = len(str(len(self._rows)))
        for number, (key, text) in enumerate(self._rows, 1):
            head = Content.styled(f"{number:>{cells}}  ", "bold")
            held = (HELD,) if key == self._held else ()
            yield Entry(key, head, text, (*held, *self._marks.get(key, ())))

    def move(self, way: int) -> None:
        """Exchange the line under the cursor with the one above (-1) or below (1)."""
        here = self.highlighted
        if here is None or self.locked or not 0 <= here + way < len(self._rows):
            return
        rows = self._rows
        rows[here], rows[here + way] = rows[here + way], rows[here]
        self.reload_at(here + way)
        self.call_after_refresh(self.follow)
        self.post_message(self.Changed(self, self.order))

    def action_move(self, way: int) -> None:
        """Move the line under the cursor."""
        self.move(way)

    def action_cursor_up(self) -> None:
        """Move the held line, else the cursor."""
        if self._held is not None:
            self.move(-1)
        else:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Move the held line, else the cursor."""
        if self._held is not None:
            self.move(1)
        else:
            super().action_cursor_down()

    def watch_highlighted(self, before: int | None, highlighted: int | None) -> None:  # type: ignore[override]
        """Put the held line down when the cursor goes to another line (mouse, Home, End)."""
        super().watch_highlighted(before, highlighted)
        if highlighted is None or self._held in {None, self._rows[highlighted][0]}:
            return
        self.action_put_down()

    def action_grab(self) -> None:
        """Take the line under the cursor, or put it down."""
        if self._held is not None:
            self.action_put_down()
        elif self.highlighted is not None and not self.locked:
            self._held = self._rows[self.highlighted][0]
            self.reload()

    def action_put_down(self) -> None:
        """Hold no line."""
        self._held = None
        self.reload()

    def action_enter(self) -> None:
        """Put the held line down, or hand the order in."""
        if self._held is not None:
            self.action_put_down()
        else:
            self.post_message(self.Submitted(self, self.order))

    def action_select(self) -> None:
        """Take or put down by mouse: a click never hands in."""
        self.action_grab()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave keys to the screen that mean nothing now."""
        if action == "put_down":
            return self._held is not None
        if action in {"grab", "enter", "move"}:
            return not self.locked and bool(self._rows)
        return super().check_action(action, parameters)
