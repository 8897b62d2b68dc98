"""A small window with a list: choose one entry, or leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import OptionList

from tutor.tui.views.base import heading
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.menu import Menu, MenuRow
from tutor.tui.widgets.modal import Modal


class ListDialog(Modal[str | None]):
    """Gives the key of the chosen row; None when the learner leaves instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close", key_display="Esc"),
    ]
    AUTO_FOCUS = None

    def __init__(self, title: str, rows: Sequence[MenuRow], at: str = "") -> None:
        super().__init__()
        self._heading = title
        self._rows = tuple(rows)
        self._at = at

    def compose(self) -> ComposeResult:
        """A heading and the list."""
        with VerticalScroll(classes="chooser", can_focus=False):
            yield heading(self._heading, "title")
            yield Menu()
        yield KeyBar()

    def on_mount(self) -> None:
        """The list takes the keys."""
        menu = self.query_one(Menu)
        menu.show(self._rows, self._at)
        self.set_focus(menu)
        self.call_after_refresh(menu.follow)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_leave(self) -> None:
        """Nothing was chosen."""
        self.dismiss(None)
