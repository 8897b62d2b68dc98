"""The settings: a list of what is chosen; Enter chooses something else."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import OptionList

from tutor.errors import TutorError
from tutor.study.preferences import PREFERENCES, Preference, changed, preference, word_of
from tutor.tui.screens.base import BaseScreen
from tutor.tui.screens.list_dialog import ListDialog
from tutor.tui.widgets.menu import Menu, MenuRow
from tutor.tui.widgets.write_dialog import LineDialog

HELP = """\
Your own settings; each learner on this computer has theirs. **Enter** changes the one under the
cursor, and what is chosen is used and saved at once.

**Retention** and **target date** decide when a question comes back in review, never what is
recorded. **Confidence** is asked in practice and review only and never counts in a mark."""


class SettingsScreen(BaseScreen):
    """One entry for each setting with its value and what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", "Back", key_display="Esc"),
    ]

    def body(self) -> ComposeResult:
        """One list."""
        with VerticalScroll(can_focus=False, classes="column"):
            yield Menu(id="menu")

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.set_focus(self.query_one(Menu))

    def on_screen_resume(self) -> None:
        """Show how they stand."""
        self._list()

    def _list(self) -> None:
        self.say(("Settings",), self.saved())
        settings = self.desk.settings
        rows = [
            MenuRow(one.key, f"{one.label}: {word_of(settings, one.key)}", one.why)
            for one in PREFERENCES
        ]
        menu = self.query_one(Menu)
        at = menu.highlighted_option
        menu.show(rows, (at.id or "") if at else "")

    @on(OptionList.OptionSelected)
    def _change(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        one = preference(event.option_id or "")
        now = word_of(self.desk.settings, one.key)
        if not one.values:
            dialog = LineDialog(one.label, one.why, now)
            self.app.push_screen(dialog, partial(self._choose, one))
        elif len(one.values) == 2:
            self._choose(one, next(word for word in one.values if word != now))
        else:
            rows = [_row(word, now) for word in one.values]
            self.app.push_screen(ListDialog(one.label, rows, now), partial(self._choose, one))

    def _choose(self, one: Preference, word: str | None) -> None:
        if word is None:
            return
        desk = self.desk
        try:
            desk.change_settings(changed(desk.settings, one.key, word, desk.today))
        except TutorError as error:
            self.refuse(error)
        self.tutor.use(desk.settings)
        self._list()

    def help_text(self) -> str:
        """What the settings are."""
        return HELP


def _row(word: str, now: str) -> MenuRow:
    return MenuRow(word, word, mark="(*)" if word == now else "( )")
