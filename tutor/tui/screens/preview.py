"""A module while it is written: its blocks and findings, and beside them what a learner sees."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.timer import Timer
from textual.widgets import Input, OptionList, TextArea

from tutor.study.frames import Frame, SourceCard, TermCard
from tutor.study.frames.preview import BlockRow, BoardFrame, StateForm
from tutor.study.preview.desk import Preview
from tutor.study.session import Session
from tutor.tui.screens.references import References
from tutor.tui.screens.stage import Stage
from tutor.tui.views.author import KeyView
from tutor.tui.views.preview import HELP, BlockList, FindingPanel, Listing, StandingLine
from tutor.tui.widgets.menu import Menu
from tutor.tui.widgets.state_dialog import StateDialog

LOOK = 0.3
"""Seconds between two looks at the files. What is saved is read after two looks that agree."""
PAUSE = 0.08
"""Seconds that the cursor rests on an entry before it is shown."""


class PreviewScreen(References):
    """The list is above or at the left; what its cursor is on is played below or beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "to_list", "List", key_display="Esc"),
        Binding("escape", "leave", "Leave", key_display="Esc"),
        Binding("x", "key", "Key"),
        Binding("t", "state", "State"),
        Binding("j", "next_finding", "Finding"),
        Binding("question_mark,f1", "explain", "Help", key_display="?"),
        Binding("l", "filter", "Filter"),
        Binding("k", "references", "Sources"),
    ]
    AT_HAND = ""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._board: BoardFrame = preview.board
        self._at = preview.first
        self._played = ""
        self._rest: Timer | None = None
        self._listing = Listing.ALL
        self._with_key = self._looking = False

    def body(self) -> ComposeResult:
        """The list, and the stage with what is to be said above it."""
        with Container(id="preview"):
            yield BlockList()
            with Vertical(id="beside-blocks"):
                yield StandingLine()
                yield FindingPanel()
                yield Stage()

    async def on_mount(self) -> None:
        """Show the first block; then look for findings, and for what is saved."""
        self._list()
        self.set_focus(self._menu)
        await self._show()
        self.run_worker(self._check(), exclusive=True, group="check")
        self.set_interval(LOOK, self._look)

    @property
    def _menu(self) -> Menu:
        return self.query_one(BlockList).menu

    @property
    def _stage(self) -> Stage:
        return self.query_one(Stage)

    # The list

    def _list(self) -> None:
        """Show the blocks; the cursor stays where it was, as far as that is there."""
        before, self._board = self._board, self._preview.board
        self._at = self._board.kept(self._at, before)
        if self._listing is Listing.BLOCKS:
            self._at = self._at.partition("#")[0]
        self.query_one(BlockList).show(self._board, self._at, self._listing)
        self._say()

    def _say(self) -> None:
        board, block = self._board, self._block
        state = board.summary if board.checked else "checking ..."
        self.say((board.module, block.name if block else ""), state, board.banner)
        self.query_one(StandingLine).show(block, self._form)

    @property
    def _block(self) -> BlockRow | None:
        """The block under the cursor, or that the finding under it is about."""
        return self._board.block(self._at.partition("#")[0])

    @on(OptionList.OptionHighlighted, "#menu")
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id and event.option_id != self._at:
            self._at = event.option_id
            if self._rest is not None:
                self._rest.stop()
            self._rest = self.set_timer(PAUSE, self._show)

    @on(OptionList.OptionSelected, "#menu")
    async def _entered(self) -> None:
        await self._show()
        self._stage.take_keys()

    async def _show(self) -> None:
        """Show what the cursor is on, unless it is shown already."""
        block = self._block
        if block is not None and block.key != self._played:
            await self._play(block.key)
        await self.query_one(FindingPanel).show(self._board.finding(self._at))
        self._say()

    async def _play(self, key: str) -> None:
        """Begin at a block, unless the cursor has gone on before it is ready."""
        self._played = key
        session = await asyncio.to_thread(self._preview.play, key)
        if key == self._played:
            await self._open(session)

    async def _open(self, session: Session, *, stay: bool = False) -> None:
        await self._stage.open(session, stay=stay)
        if self._with_key:
            await self._show_key()

    async def action_next_finding(self) -> None:
        """The cursor to the finding after this place, from the last one to the first."""
        found = self._board.finding_after(self._at)
        if found is None:
            self.notify("Nothing was found.", timeout=3, markup=False)
        else:
            self._at, self._listing = found.key, self._listing.with_findings
            self._list()
            await self._show()

    async def action_filter(self) -> None:
        """All, only blocks with findings, or blocks alone."""
        self._listing = self._listing.following
        self._list()
        await self._show()

    # Saves

    def _look(self) -> None:
        if not self._looking:
            self._looking = True
            self.run_worker(self._look_once(), group="look")

    async def _look_once(self) -> None:
        if await asyncio.to_thread(self._preview.saved):
            await self._read()
        self._looking = False

    async def _read(self) -> None:
        """Read what was saved; what is on the stage goes on where it is, if it changed."""
        changed = await asyncio.to_thread(self._preview.read)
        self._list()
        session, played = self._stage.session, self._played
        if session is not None and self._preview.concerns(changed, played, session):
            now = await asyncio.to_thread(self._preview.go_on, played, session)
            if played == self._played:
                await self._open(now, stay=True)
        await self._show()
        self.run_worker(self._check(), exclusive=True, group="check")

    async def _check(self) -> None:
        await asyncio.to_thread(self._preview.check)
        self._list()
        await self._show()

    # The key and the state

    async def action_key(self) -> None:
        """The key in place of the learner's view, and back."""
        self._with_key = not self._with_key
        if self._stage.session is not None:
            await self._open(self._stage.session)

    async def _show_key(self) -> None:
        frame = self._stage.frame
        shown = self._preview.shown(frame, self._played) if frame else self._played
        await self._stage.put(KeyView(await asyncio.to_thread(self._preview.key, shown)))

    def action_state(self) -> None:
        """Ask from which state to play."""
        if self._form is not None:
            self.app.push_screen(StateDialog(self._form), self._chosen)

    def _chosen(self, form: StateForm | None) -> None:
        if form is not None:
            self._preview.choose(form if form.chosen else None, form.scenario)
            self.run_worker(self._play(self._played), group="show")
            self._say()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are text while one types; only a situation has a state."""
        if action in ("leave", "to_list"):
            return (self.focused is self._menu) is (action == "leave")
        if action in ("key", "state", "next_finding", "filter", "references"):
            typing = isinstance(self.focused, Input | TextArea)
            return not typing and (action != "state" or self._form is not None)
        return super().check_action(action, parameters)

    @property
    def _form(self) -> StateForm | None:
        return self._preview.state(self._played)

    def on_descendant_focus(self) -> None:
        """While one plays, the view has the room, as a learner sees it, unless there is enough."""
        self.query_one(BlockList).display = self.has_class("-wide") or not self._stage.at_work

    def action_to_list(self) -> None:
        """From the view to the list."""
        self.query_one(BlockList).display = True
        self.set_focus(self._menu)

    def action_leave(self) -> None:
        """From the list out of the program."""
        self.app.exit()

    # References and help

    @property
    def framed(self) -> Frame | None:
        """The frame on the stage."""
        return self._stage.frame

    def source_card(self, name: str) -> SourceCard | None:
        """A source of the course as it is now."""
        return self._preview.source(name)

    def term_card(self, name: str) -> TermCard | None:
        """A term of the course as it is now."""
        return self._preview.term(name)

    def help_text(self) -> str:
        """What the preview is, and what is on the stage."""
        view = self._stage.view
        return f"{HELP}\n\n{view.help_text()}" if view else HELP
