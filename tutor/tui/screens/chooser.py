"""Who is learning: asked at the start when several learners share the computer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, OptionList

from tutor.tui.views.base import heading
from tutor.tui.widgets.menu import Menu, MenuRow


class LearnerDialog(ModalScreen[str | None]):
    """Gives the chosen name, or None when the learner leaves instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Quit", key_display="Esc"),
    ]
    AUTO_FOCUS = None

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)

    def compose(self) -> ComposeResult:
        """One list; the learner of last time comes first."""
        with Vertical(classes="chooser"):
            yield heading("Who is learning?", "title")
            yield Menu([MenuRow(f"n{n}", name) for n, name in enumerate(self._names)])
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.query_one(Menu).focus()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._names[int((event.option_id or "n0")[1:])])

    def action_leave(self) -> None:
        """Nobody was chosen."""
        self.dismiss(None)
