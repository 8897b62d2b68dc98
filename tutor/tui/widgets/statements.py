"""Statements to be judged true or false."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.content import Content

from tutor.tui.widgets.slots import Lines, Slot, SlotList

SLOTS = (Slot("true", "true", "tT"), Slot("false", "false", "fF"))
_WIDTH = max(len(slot.label) for slot in SLOTS)


class StatementList(SlotList):
    """`t` and `f` judge the statement under the cursor and go on to the next."""

    def __init__(
        self,
        lines: Lines = (),
        *,
        chosen: Mapping[str, str] | None = None,
        held: Iterable[str] = (),
        classes: str | None = None,
    ) -> None:
        super().__init__(lines, SLOTS, chosen=chosen, held=held, classes=classes)

    def state(self, line: str) -> Content:
        """The judgement in brackets."""
        slot = self.slot_of(line)
        word = slot.label.ljust(_WIDTH) if slot else "?".center(_WIDTH)
        return Content.styled(f"[{word}]  ", "bold $accent" if slot else "$text-muted")
