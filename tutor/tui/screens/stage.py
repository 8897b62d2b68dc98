"""Where an author plays: shows what a session shows, and gives it the moves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget

from tutor.errors import TutorError
from tutor.study.frames import Frame
from tutor.study.moves import Action, Move
from tutor.study.session import Session
from tutor.tui.commands import MOVES, bindings, offers
from tutor.tui.messages import MoveMade
from tutor.tui.screens import asking
from tutor.tui.screens.base import BaseScreen
from tutor.tui.views.author import KeyView
from tutor.tui.views.base import View
from tutor.tui.views.table import view_of


class Stage(Vertical):
    """One session and one view at a time; one move waits for the other."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(self) -> None:
        super().__init__(id="stage")
        self.session: Session | None = None
        self.view: View | None = None
        self._turn = asyncio.Lock()
        self._change = asyncio.Lock()

    @property
    def frame(self) -> Frame | None:
        """What the session shows, also while something else stands in front of it."""
        return self.session.frame if self.session else None

    @property
    def at_work(self) -> bool:
        """Whether the keys go to the view."""
        focused = self.screen.focused
        return focused is not None and self in focused.ancestors_with_self

    async def open(self, session: Session, *, stay: bool = False) -> None:
        """Begin with another session; `stay`: at the same place of the text, as far as it goes."""
        self.session = session
        await self.put(view_of(session.frame), stay=stay)

    async def put(self, view: View, *, stay: bool = False) -> None:
        """Show a view; it takes the keys if the one before had them."""
        async with self._change:
            at_work, place = self.at_work, self._scrolled if stay else 0
            with self.app.batch_update():
                if at_work:
                    # Else Textual looks for something to focus, and finds the list.
                    self.screen.set_focus(None)
                if self.view is not None:
                    await self.view.remove()
                await self.mount(view)
            self.view = view
            if at_work:
                self.take_keys()
            if place:
                self.call_after_refresh(self._scroll, place)
            self.screen.refresh_bindings()

    @property
    def _text(self) -> Widget | None:
        """What scrolls in the view."""
        return next(iter(self.view.query("Reader, Column")), None) if self.view else None

    @property
    def _scrolled(self) -> int:
        return self._text.scroll_offset.y if self._text else 0

    def _scroll(self, place: int) -> None:
        if self._text is not None:
            self._text.scroll_to(y=place, animate=False)

    def take_keys(self) -> None:
        """Give the keys to the view."""
        if self.view is not None:
            self.screen.set_focus(self.view.first_focus(), scroll_visible=False)

    # Moves

    @on(MoveMade)
    async def _made(self, message: MoveMade) -> None:
        message.stop()
        await self._do(message.move, message.view)

    async def action_skip(self, name: str) -> None:
        """Next, where Enter belongs to the answers."""
        await self.action_move(name)

    async def action_typing(self, name: str) -> None:
        """A command given with a control key while an answer is typed."""
        await self.action_move(name)

    async def action_move(self, name: str) -> None:
        """A key of the footer was pressed."""
        action = Action(name)
        asked = asking.before(action, self.frame) if self.frame else None
        if asked is None:
            await self._do(MOVES[action])
        else:
            self.app.push_screen(asked.dialog, partial(self._answered, asked.move))

    def _answered(self, meaning: Callable[[Any], Move | None], result: object) -> None:
        move = meaning(result)
        if move is not None:
            self.run_worker(self._do(move), group="move")

    async def _do(self, move: Move, view: Widget | None = None) -> None:
        """Make a move, unless the view that asks for it is gone."""
        async with self._turn:
            session = self.session
            if session is None or view not in (None, self.view):
                return
            try:
                frame = await asyncio.to_thread(session.do, move)
            except TutorError as error:
                self._refuse(error)
                return
            if session is self.session:
                await self.put(view_of(frame))

    def _refuse(self, error: TutorError) -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.refuse(error)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer and the keys offer what the frame offers, unless a key stands before it."""
        if action not in ("move", "skip", "typing"):
            return super().check_action(action, parameters)
        if self.frame is None or isinstance(self.view, KeyView):
            return False
        return offers(self.frame, action, Action(str(parameters[0])))
