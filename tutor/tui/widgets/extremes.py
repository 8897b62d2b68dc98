"""The best and the worst of several answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.content import Content

from tutor.tui.widgets.slots import Lines, Slot, SlotList

SLOTS = (Slot("best", "+ best", "+="), Slot("worst", "- worst", "-_"))
_WIDTH = max(len(slot.label) for slot in SLOTS)


class ExtremeList(SlotList):
    """`+` and `-` mark the line under the cursor; a mark leaves the line that had it before."""

    exclusive: ClassVar[bool] = True

    def __init__(
        self,
        lines: Lines = (),
        *,
        named: Mapping[str, str] | None = None,
        held: Iterable[str] = (),
        classes: str | None = None,
    ) -> None:
        """`named` and `held` are by slot: the line that is `best`, and whether that one is kept."""
        super().__init__(
            lines,
            SLOTS,
            chosen={line: part for part, line in (named or {}).items()},
            held=[line for part, line in (named or {}).items() if part in frozenset(held)],
            classes=classes,
        )

    @property
    def named(self) -> dict[str, str]:
        """The lines that are named best and worst."""
        return {part: line for line, part in self.chosen.items()}

    @property
    def complete(self) -> bool:
        """Whether both are named."""
        return len(self.named) == len(SLOTS)

    def state(self, line: str) -> Content:
        """The mark in brackets."""
        slot = self.slot_of(line)
        word = (slot.label if slot else "").ljust(_WIDTH)
        return Content.styled(f"[{word}]  ", "bold $accent" if slot else "$text-muted")

    def action_enter(self) -> None:
        """Hand in when both are named, else say what is missing."""
        if self.complete:
            self.submit()
        elif "best" in self.named:
            self.notify("Mark the worst as well: - on its line.", timeout=3, markup=False)
        else:
            self.notify("Mark the best with + and the worst with -.", timeout=3, markup=False)
