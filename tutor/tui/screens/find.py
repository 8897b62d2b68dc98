"""A line to type and a list that follows it: the base of search, lists and the palette."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static

from tutor.errors import TutorError
from tutor.study.frames import Where
from tutor.study.lookup import PAGE, QUESTION
from tutor.study.search import SOURCE, TERM
from tutor.tui import helps
from tutor.tui.safety import safe
from tutor.tui.screens.base import BaseScreen
from tutor.tui.widgets.dialog import TextDialog
from tutor.tui.widgets.menu import Menu, MenuRow
from tutor.tui.widgets.short_input import ShortInput


class FindScreen(BaseScreen):
    """Up and down move in the list while one types; Enter opens, Esc goes back."""

    CRUMB: ClassVar[str]
    """The name of the screen in the title bar."""
    PLACEHOLDER: ClassVar[str]
    FIRST: ClassVar[str] = "#wanted"
    """What takes the keys at first: the line, or `#menu` where most is done in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", key_display="Esc"),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "step(8)", show=False),
        Binding("pageup", "step(-8)", show=False),
        Binding("slash", "type", "Filter", key_display="/"),
        Binding("enter", "open", "Open", key_display="Enter"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._listed = ""
        """The words that the list was made for; the cursor stays where they are the same."""

    def body(self) -> ComposeResult:
        """The line, what it found, the list."""
        yield ShortInput(placeholder=self.PLACEHOLDER, id="wanted")
        yield Static(id="found")
        with VerticalScroll(can_focus=False, classes="column"):
            yield Menu(id="menu")

    def rows(self, words: str) -> tuple[Sequence[MenuRow], str]:
        """The entries for what is typed, and a line about them. Called in a thread."""
        raise NotImplementedError

    def chosen(self, key: str) -> None:
        """An entry was opened."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """The line takes the keys, unless a screen says otherwise."""
        self.set_focus(self.query_one(self.FIRST))

    def on_screen_resume(self) -> None:
        """Coming back: what is listed may have changed."""
        self.say((self.CRUMB,), self.saved())
        self.run_worker(self._fill(), exclusive=True, group="find")

    @on(Input.Changed)
    def _typed(self) -> None:
        self.run_worker(self._fill(), exclusive=True, group="find")

    async def _fill(self) -> None:
        """List what fits; a later key makes this one give way."""
        words = self.query_one(ShortInput).value
        rows, said = await asyncio.to_thread(self.rows, words)
        menu = self.query_one(Menu)
        at = menu.highlighted_option if words == self._listed else None
        menu.show(rows, (at.id or "") if at else "")
        self._listed = words
        self.query_one("#found", Static).update(safe(said))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the line a slash is text."""
        if action == "type":
            return not isinstance(self.focused, ShortInput)
        return super().check_action(action, parameters)

    def action_step(self, way: int) -> None:
        """Move in the list from the line."""
        menu = self.query_one(Menu)
        for _ in range(abs(way)):
            menu.action_cursor_down() if way > 0 else menu.action_cursor_up()

    def action_type(self) -> None:
        """To the line."""
        self.set_focus(self.query_one(ShortInput))

    @on(Input.Submitted)
    def action_open(self) -> None:
        """Open what the cursor of the list is on."""
        option = self.query_one(Menu).highlighted_option
        if option is not None and option.id:
            self.chosen(option.id)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.chosen(event.option_id)

    def action_leave(self) -> None:
        """Back to where one was."""
        self.app.pop_screen()

    # Going there

    def go_to(self, where: Where) -> None:
        """Open a place: a card or a page over this screen, so that Esc comes back here."""
        match where.part:
            case str() as part if part in (TERM, SOURCE):
                self._show_card(where)
            case str() as part if part in (PAGE, QUESTION):
                from tutor.tui.screens.study import StudyScreen

                self.app.push_screen(StudyScreen(where.module, where.part, where.ref))
            case _:
                self.app.run_worker(self.tutor.start_at(where))

    def _show_card(self, where: Where) -> None:
        try:
            term = self.desk.term(where.module, where.ref) if where.part == TERM else None
            source = self.desk.source(where.module, where.ref) if where.part == SOURCE else None
        except TutorError as error:
            self.refuse(error)
            return
        if term is not None:
            self.app.push_screen(TextDialog(term.term, helps.for_term(term)))
        elif source is not None:
            self.app.push_screen(TextDialog("Source", helps.for_source(source)))
