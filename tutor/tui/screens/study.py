"""Studying: one session over a part of a module, one frame after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Footer, Static

from tutor.errors import TutorError
from tutor.study.frames import (
    DebriefFrame,
    EndFrame,
    Frame,
    PartRow,
    ResultFrame,
)
from tutor.study.moves import Action, Answer, Move
from tutor.tui.commands import MOVES, bindings, marks, offers
from tutor.tui.messages import MoveMade
from tutor.tui.screens import asking
from tutor.tui.screens.at_hand import AtHand
from tutor.tui.views.base import View
from tutor.tui.views.table import view_of

if TYPE_CHECKING:
    from tutor.study.session import Session


class StudyScreen(AtHand):
    """Gives moves to the session and shows the frame that comes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(),
        Binding("enter,n,space", "go_on", "Go on", key_display="Enter"),
        Binding("n", "go_on_from_list", "Go on"),
        Binding("escape", "leave", "Leave", key_display="Esc"),
        Binding("question_mark,f1", "explain", "Help", key_display="?"),
        *marks(),
    ]

    def __init__(self, module: str, part: str, ref: str) -> None:
        super().__init__()
        self._what = (module, part, ref)
        self._session: Session | None = None
        self._focused_at = 0.0
        self._view: View | None = None
        self._turn = asyncio.Lock()

    def body(self) -> ComposeResult:
        """What the learner should know about this frame, and the stage on which views come."""
        yield Static(id="notice")
        yield Static("Opening ...", id="opening")

    async def on_mount(self) -> None:
        """Open the session; reading a module may take a moment."""
        await self._open(*self._what)

    async def _open(self, module: str, part: str, ref: str) -> None:
        from tutor.study.desk import Part

        try:
            session = await asyncio.to_thread(self.desk.open, Part(module, part, ref))
        except TutorError as error:
            self.app.pop_screen()
            self.refuse(error)
            return
        self._what, self._session = (module, part, ref), session
        await self._show(session.frame)

    async def _show(self, frame: Frame) -> None:
        frame = self.desk.notebook.with_lines(self._what[0], frame)
        heading = frame.heading
        place = f"{heading.number}/{heading.total}" if heading.total else ""
        state = " - ".join(part for part in (place, self.saved()) if part)
        view = view_of(frame)
        with self.app.batch_update():
            self.say((heading.module, heading.part), state, heading.banner)
            await self._leave_stage()
            await self.mount(view, before=self.query_one(Footer))
        self._view = view
        # At once: `focus()` would wait its turn, and a key that came in between went astray.
        self.set_focus(view.first_focus(), scroll_visible=False)
        self._focused_at = events.Event().time
        self.refresh_bindings()
        self.say_notices()

    async def _leave_stage(self) -> None:
        """Take away what is shown now."""
        await self.query("#opening").remove()
        if self._view is not None:
            await self._view.remove()

    # Moves

    def on_key(self, event: events.Key) -> None:
        """A key typed while the next frame was on its way belongs to that frame."""
        focused = self.focused
        if focused is not None and event.time < self._focused_at:
            event.stop()
            focused.post_message(events.Key(event.key, event.character))

    @on(MoveMade)
    async def _made(self, message: MoveMade) -> None:
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
        await self.keep_pending()
        asked = asking.before(action, self._frame)
        if asked is None:
            await self._do(MOVES[action])
        else:
            self.app.push_screen(asked.dialog, partial(self._answered, asked.move))

    def _answered(self, meaning: Callable[[Any], Move | None], result: object) -> None:
        move = meaning(result)
        if move is not None:
            self.run_worker(self._do(move), exclusive=True)

    async def _do(self, move: Move, view: Widget | None = None) -> None:
        """Make one move after the other: keys and messages arrive in tasks of their own."""
        async with self._turn:
            if self._session is None or view not in (None, self._view):
                return
            self.set_focus(None)
            try:
                frame = await asyncio.to_thread(self._session.do, move)
            except TutorError as error:
                frame = self._session.frame
                self.refuse(error)
            await self._show(frame)
        self.say_problem()

    @property
    def at_hand(self) -> tuple[str, Frame] | None:
        """The module and the frame on the screen."""
        return (self._what[0], self._session.frame) if self._session else None

    def marked(self) -> None:
        """Say it; a review shows the lines of the learner."""
        if isinstance(self._frame, DebriefFrame):
            self.run_worker(self._show(self._frame), exclusive=True)
        self.say_notices()

    @property
    def _frame(self) -> Frame:
        assert self._session is not None, "keys work only when a frame is shown"
        return self._session.frame

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer and the keys offer what the frame offers, nothing else."""
        if action not in ("move", "skip", "typing", "go_on", "go_on_from_list"):
            return super().check_action(action, parameters)
        if self._session is None:
            return False
        if not action.startswith("go_on"):
            return offers(self._frame, action, Action(str(parameters[0])))
        listed = isinstance(self._frame, ResultFrame)
        return self._is_last() and listed is (action == "go_on_from_list")

    # Going on and leaving

    def _is_last(self) -> bool:
        return isinstance(self._frame, EndFrame | ResultFrame | DebriefFrame)

    async def action_go_on(self) -> None:
        """The part is over: open the next one, or go back to the module."""
        frame = self._frame
        assert isinstance(frame, EndFrame | ResultFrame | DebriefFrame)
        row: PartRow | None = frame.following
        if row is None:
            self.app.pop_screen()
        else:
            await self._open(self._what[0], row.part, row.ref)

    async def action_go_on_from_list(self) -> None:
        """The same where Enter belongs to the list of questions."""
        await self.action_go_on()

    async def action_leave(self) -> None:
        """Back to the module; the session can be taken up again at any time."""
        await self.keep_pending()
        self.app.pop_screen()

    async def keep_pending(self) -> None:
        """In an exam an answer on the screen counts, also when it was not handed over."""
        pending = self._view.pending() if self._view else None
        if self._session and pending and Action.FLAG in self._frame.actions:
            stay = Answer(pending.response, pending.seconds, stay=True)
            await asyncio.to_thread(self._session.do, stay)

    # Help and references

    def help_text(self) -> str:
        """What is shown now, how it works, and the scoring rule of a question."""
        return self._view.help_text() if self._view else ""
