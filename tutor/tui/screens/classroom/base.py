"""What the cockpit and the one screen share: keys are verbs, and a refusal is said on one line."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from tutor.errors import TutorError
from tutor.study.frames.classroom import CockpitFrame
from tutor.tui.safety import one_line, safe
from tutor.tui.screens.classroom.asked import Answer, Asked
from tutor.tui.screens.classroom.asks import ASKS
from tutor.tui.screens.classroom.keys import ROW, bindings, key_card, verb_of
from tutor.tui.screens.classroom.teaching import Teaching
from tutor.tui.widgets.dialog import Dialog, TextDialog, Way

if TYPE_CHECKING:
    from tutor.tui.class_app import ClassApp

CARD = """\
The keys of a class session. The footer shows those that mean something now; pressed at another \
time, a key says why not.

"""
END, LEAVE = "end", "leave"
WAYS_OUT = (
    Way("", "Stay", "s"),
    Way(LEAVE, "Leave for later", "l"),
    Way(END, "End it", "e"),
)
ABOUT_LEAVING = (
    "Everything is saved. **Leave for later** keeps the session open: question, round and clock "
    "come back with `tutor class resume`. **End it** closes the session and writes its results."
)


class ClassScreen(Screen[None]):
    """`masked`: the room looks at this screen, so nothing on it may be for the instructor alone."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(), Binding("escape", "hush", show=False)]
    AUTO_FOCUS = None
    masked = False
    unsaid: frozenset[str] = frozenset()
    """Verbs that work and that the footer never names."""

    def __init__(self, teaching: Teaching) -> None:
        super().__init__()
        self.teaching = teaching
        self.frame: CockpitFrame | None = None
        self.said = Static(id="said", markup=False)
        self._turn = asyncio.Lock()
        self._early: list[events.Key] | None = None

    @property
    def class_app(self) -> ClassApp:
        """The app, as our own class."""
        return cast("ClassApp", self.app)

    def show(self, frame: CockpitFrame) -> None:
        """The session has changed."""
        self.frame = frame
        self.draw(frame)
        self.refresh_bindings()

    def draw(self, frame: CockpitFrame) -> None:
        """Paint the frame."""
        raise NotImplementedError

    def tick(self, frame: CockpitFrame) -> None:
        """Only clocks have moved."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """One line for the instructor: why something was refused, what was done, what is wrong."""
        problem = self.frame.saving.problem if self.frame else ""
        self.said.update(safe(one_line(sentence or problem)))

    def on_screen_resume(self) -> None:
        """A dialog has closed: the footer shows what the session offers now."""
        self.refresh_bindings()

    def action_hush(self) -> None:
        """Take the line away."""
        self.say("")

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer shows what the session offers."""
        if action != "verb":
            return super().check_action(action, parameters)
        return self.frame is not None and self._offered(str(parameters[0]))

    def _offered(self, verb: str) -> bool:
        if verb in self.unsaid or self.frame is None:
            return False
        return self.teaching.offers(ROW[verb].offers, self.frame)

    async def on_key(self, event: events.Key) -> None:
        """A key that means nothing now is answered with the sentence that says why; one typed
        while a dialog is on its way belongs to the dialog."""
        verb = verb_of(event.key)
        if self._early is not None:
            self._early.append(event)
            _keep(event)
            return
        if verb in ASKS and self.frame is not None:
            self._early = []  # here: the binding runs later, in a task of its own
        if verb and self.frame is not None and not self._offered(verb):
            _keep(event)
            await self.action_verb(verb)

    async def action_verb(self, verb: str) -> None:
        """Do what a key stands for."""
        match verb:
            case "keys":
                self.app.push_screen(TextDialog("Keys", CARD + key_card()))
            case "end":
                self._leave()
            case "one_screen":
                self.class_app.turn_over()
            case "export":
                self.run_worker(self.class_app.export())
            case "random_table":
                self.say(self.teaching.session.any_table())
            case _:
                await self._do(verb)

    async def _do(self, verb: str) -> None:
        if verb in ASKS:
            await self._ask(partial(ASKS[verb], self.teaching, self.masked))
        else:
            await self._ask(partial(self.teaching.do, verb))

    async def _ask(self, verb: Any) -> None:
        """Run a verb in a thread; say what it said, or ask what it asks."""
        async with self._turn:
            try:
                answer: Answer = await asyncio.to_thread(verb)
            except TutorError as error:
                answer = f"{error} {error.hint}".strip()
            await self.class_app.refresh_frame()
        early, self._early = self._early or [], None
        if not isinstance(answer, Asked):
            self.say(answer)
            return
        dialog = answer.dialog
        await self.app.push_screen(dialog, partial(self._answered, answer))
        for key in early:
            (dialog.focused or dialog).post_message(events.Key(key.key, key.character))

    def _answered(self, asked: Asked, result: object) -> None:
        if result is not None:
            self.run_worker(self._ask(partial(asked.do, result)))

    # The way out

    def _leave(self) -> None:
        if self.teaching.ended:
            self.class_app.leave()
            return
        dialog = Dialog("Leave the session", ABOUT_LEAVING, WAYS_OUT)
        self.app.push_screen(dialog, self._left)

    def _left(self, way: str | None) -> None:
        if way == LEAVE:
            self.class_app.leave()
        elif way == END:
            self.run_worker(self.class_app.end())


def _keep(event: events.Key) -> None:
    """Nobody else gets this key."""
    event.stop()
    event.prevent_default()
