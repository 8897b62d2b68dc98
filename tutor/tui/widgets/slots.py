"""Lines that each get one of a few words: true or false, a bin, best or worst."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from tutor.tui.widgets.marked_list import LETTERS, Entry, Mark, MarkedList, place_of

Lines = Sequence[tuple[str, str]]
"""Key and text of each line, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A word that a line may get. `keys`: the characters that give it."""

    key: str
    label: str
    keys: str


class SlotList(MarkedList):
    """A letter goes to a line, a key of a slot gives it to the line under the cursor.

    Left and right go through the slots, backspace takes one away. Enter goes to the next line
    that is open and posts `Submitted` when there is none left. `exclusive`: a slot stands on one
    line only, and not every line needs one.
    """

    exclusive: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", "Next", show=False),
        Binding("left", "turn(-1)", "Before", show=False),
        Binding("backspace,delete", "clear", "Take away", show=False),
        Binding("enter", "enter", "Answer", key_display="Enter"),
    ]

    class Said(Message):
        """What both messages carry: the list, and the slot of each line that has one."""

        def __init__(self, lines: SlotList, chosen: dict[str, str]) -> None:
            super().__init__()
            self.lines = lines
            self.chosen = chosen

        @property
        def control(self) -> SlotList:
            """The list that speaks."""
            return self.lines

    class Changed(Said):
        """A line has another slot."""

    class Submitted(Said):
        """The slots are handed in."""

    def __init__(
        self,
        lines: Lines = (),
        slots: Sequence[Slot] = (),
        *,
        chosen: Mapping[str, str] | None = None,
        held: Iterable[str] = (),
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rows = tuple(lines)
        self._slots = tuple(slots)
        self._chosen = dict(chosen or {})
        self._held = frozenset(held)

    @property
    def chosen(self) -> dict[str, str]:
        """The slot of each line that has one, by keys, in the order of the lines."""
        return {key: self._chosen[key] for key, _ in self._rows if key in self._chosen}

    @property
    def missing(self) -> tuple[int, ...]:
        """The places of the lines that are open."""
        return tuple(place for place, (key, _) in enumerate(self._rows) if key not in self._chosen)

    @property
    def complete(self) -> bool:
        """Whether there is nothing left to be said before it is handed in."""
        return not self.missing

    @property
    def line(self) -> str | None:
        """The key of the line under the cursor."""
        here = self.highlighted
        return self._rows[here][0] if here is not None and self._rows else None

    def slot_of(self, line: str) -> Slot | None:
        """The slot that a line has."""
        key = self._chosen.get(line)
        return next((slot for slot in self._slots if slot.key == key), None)

    def entries(self) -> Iterable[Entry]:
        """Yield the lines, lettered by their place, each with its slot."""
        for place, (key, text) in enumerate(self._rows):
            kept = (Mark("kept"),) if self.is_held(key) else ()
            head = Content.assemble((LETTERS[place], "bold"), "  ", self.state(key))
            yield Entry(key, head, text, (*self.marks_of(key), *kept))

    def state(self, line: str) -> Content:
        """What stands between the letter and the text."""
        del line
        return Content("")

    def marks_of(self, line: str) -> tuple[Mark, ...]:
        """What stands below the text."""
        del line
        return ()

    def is_held(self, line: str) -> bool:
        """Whether a line is kept from the first try."""
        return line in self._held

    def put(self, line: str, slot: str) -> None:
        """Give a line its slot; one that was open before is left for the next open one."""
        if self.is_held(line) or self._chosen.get(line) == slot:
            return
        was_open = line not in self._chosen
        if self.exclusive and not self._release(slot):
            return
        self._chosen[line] = slot
        self._change()
        if was_open and not self.exclusive:
            self._go_to_next_open()

    def take_away(self, line: str) -> None:
        """Leave a line open."""
        if not self.is_held(line) and line in self._chosen:
            del self._chosen[line]
            self._change()

    def on_key(self, event: events.Key) -> None:
        """Give a slot or go to a line; other keys are left to the screen."""
        slot = next((one for one in self._slots if event.character in tuple(one.keys)), None)
        place = place_of(event.key, len(self._rows), digits=False)
        if slot is None and place is None:
            return
        event.stop()
        event.prevent_default()
        if slot is None:
            self.highlighted = place
        elif self.line is not None:
            self.put(self.line, slot.key)

    def action_turn(self, way: int) -> None:
        """Take the next slot, or the one before."""
        if self.line is None or not self._slots:
            return
        keys = [slot.key for slot in self._slots]
        now = self._chosen.get(self.line)
        start = -1 if way > 0 else len(keys)
        place = (keys.index(now) if now in keys else start) + way
        self._stay(self.line, keys[place % len(keys)])

    def action_clear(self) -> None:
        """Take the slot away."""
        if self.line is not None:
            self.take_away(self.line)

    def action_enter(self) -> None:
        """Hand in when no line is open, else go to the next that is."""
        if not self.missing:
            self.submit()
        elif not self._go_to_next_open():
            self.highlighted = self.missing[0]

    def action_select(self) -> None:
        """A click on a line goes to it and takes its next slot, and never hands in."""
        self.action_turn(1)

    def submit(self) -> None:
        """Hand in what is chosen."""
        self.post_message(self.Submitted(self, self.chosen))

    def _stay(self, line: str, slot: str) -> None:
        """Give a slot without going on: the learner looks through them."""
        here = self.highlighted
        self.put(line, slot)
        self.highlighted = here

    def _release(self, slot: str) -> bool:
        """Take a slot from its line; False if that line is kept from the first try."""
        owner = next((line for line, key in self._chosen.items() if key == slot), None)
        if owner is not None and self.is_held(owner):
            return False
        if owner is not None:
            del self._chosen[owner]
        return True

    def _go_to_next_open(self) -> bool:
        here = self.highlighted or 0
        after = [place for place in self.missing if place > here]
        if after:
            self.highlighted = after[0]
        return bool(after)

    def _change(self) -> None:
        self.reload()
        self.post_message(self.Changed(self, self.chosen))
