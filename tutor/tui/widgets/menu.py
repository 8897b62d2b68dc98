"""A list of things to open, in groups, each with a line that says how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from tutor.tui.safety import safe
from tutor.tui.widgets.marked_list import Hanging, MarkedList


@dataclass(frozen=True, slots=True)
class MenuRow:
    """An entry, or with `key` "" the heading of a group. `mark` stands before the text."""

    key: str
    text: str
    note: str = ""
    mark: str = ""
    strong: bool = False


class Menu(MarkedList):
    """Up and down, Enter opens: posts Textual's own `OptionSelected` with the key as id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "select", "Open", key_display="Enter"),
    ]

    def __init__(
        self,
        rows: Sequence[MenuRow] = (),
        *,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rows = tuple(rows)

    def show(self, rows: Sequence[MenuRow], at: str = "") -> None:
        """Replace the entries; the cursor goes to the key `at`, else to the first entry."""
        self._rows = tuple(rows)
        self.reload()
        self.go_to(at)

    def go_to(self, at: str) -> None:
        """Put the cursor on the entry with this key, else on the first."""
        keys = [row.key for row in self._rows]
        first = next((i for i, key in enumerate(keys) if key), None)
        self.highlighted = keys.index(at) if at and at in keys else first

    def reload_at(self, place: int | None) -> None:
        """Show the entries afresh; headings cannot be chosen."""
        if not self.is_attached:
            return
        self._loading = True
        self.set_options(
            [Option(_row(row), id=row.key or None, disabled=not row.key) for row in self._rows]
        )
        self.highlighted = place
        self._loading = False


def _row(row: MenuRow) -> Hanging:
    if not row.key:
        parts = [safe(row.text).stylize("bold $accent")]
        if row.note:
            parts.append(safe(row.note).stylize("$text-muted"))
        return Hanging(Content(""), [Content(" "), *parts])
    head = Content.assemble((row.mark, "$text-muted"), " " if row.mark else "")
    text = safe(row.text)
    parts = [text.stylize("bold") if row.strong else text]
    if row.note:
        parts.append(safe(row.note).stylize("$text-muted"))
    return Hanging(head, parts)
