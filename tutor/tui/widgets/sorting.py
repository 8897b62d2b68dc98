"""Things to be sorted into bins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tutor.tui.safety import safe
from tutor.tui.widgets.compound import Compound
from tutor.tui.widgets.glyphs import glyphs_of
from tutor.tui.widgets.marked_list import Hanging, Mark
from tutor.tui.widgets.slots import Lines, Slot, SlotList
from tutor.tui.widgets.tone import Tone

OPEN = "not sorted yet"


class SortList(SlotList):
    """The number of a bin puts the line under the cursor into it and goes on to the next."""

    def marks_of(self, line: str) -> tuple[Mark, ...]:
        """The bin below its thing."""
        slot = self.slot_of(line)
        if slot is None:
            return (Mark(OPEN, Tone.QUIET, strong=False),)
        text = f"{glyphs_of(self).arrow} {slot.keys}  {slot.label}"
        return (Mark(text, Tone.ACCENT, strong=False),)


class SortGrid(Compound):
    """The bins with their numbers, then the things to sort."""

    DEFAULT_CSS = """
    SortGrid {
        height: auto;
        max-width: 90;
        & > .bins { height: auto; margin-bottom: 1; padding-left: 2; }
        & .bin { height: auto; }
    }
    """

    def __init__(
        self,
        lines: Lines = (),
        bins: Lines = (),
        *,
        chosen: Mapping[str, str] | None = None,
        held: Iterable[str] = (),
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self._slots = [
            Slot(key, label, str(number)) for number, (key, label) in enumerate(bins, start=1)
        ]
        self._list = SortList(lines, self._slots, chosen=chosen, held=held)

    @property
    def chosen(self) -> dict[str, str]:
        """The bin of each thing that is sorted, by keys."""
        return self._list.chosen

    def compose(self) -> ComposeResult:
        """Bins first, so that their numbers are read before they are typed."""
        with Vertical(classes="bins"):
            for slot in self._slots:
                head = Content.styled(f"{slot.keys}  ", "bold")
                yield Static(Hanging(head, [safe(slot.label)]), classes="bin")
        yield self._list

    def first_focus(self) -> Widget:
        """The list takes the keys."""
        return self._list
