"""The app: themes, the filter for control characters, the way in and the way out."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from tutor.errors import TutorError
from tutor.tui.everywhere import everywhere
from tutor.tui.safety import ControlFilter
from tutor.tui.screens.base import BaseScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.themes import THEMES, is_plain_terminal, theme_for
from tutor.tui.widgets.glyphs import ASCII_CLASS, COMPACT_CLASS
from tutor.tui.widgets.scrollbar import draw_plainly

if TYPE_CHECKING:
    from tutor.model.settings import Settings
    from tutor.study.desk import Desk
    from tutor.study.frames import Where

STYLES = ("base.tcss", "views.tcss", "breakpoints.tcss", "ascii.tcss")
CRASH_LOG = "staff-tutor-error.log"


class TutorApp(App[int]):
    """One learner at one desk."""

    TITLE = "Staff tutor"
    CSS_PATH = [f"styles/{name}" for name in STYLES]
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (70, "-normal"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "explain", "Help", key_display="?"),
        *everywhere(),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+c", "interrupt", "Quit", show=False, priority=True),
    ]

    def __init__(
        self,
        open_desk: Callable[[str | None], Desk],
        learners: Callable[[], tuple[str, ...]] = tuple,
        module: str = "",
        part: str = "module",
    ) -> None:
        super().__init__()
        self._open_desk = open_desk
        self._learners = learners
        self._begin_at = (module, part)
        self._control_filter = ControlFilter()
        self._interrupted = False
        self._failure = ""
        self.desk: Desk | None = None
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        # Before the style sheets are read: a change of theme reads them again.
        self.set_reactive(App.theme, theme_for(os.environ, ""))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The last guard against control characters, whatever a widget lets through."""
        return [*super().get_line_filters(), self._control_filter]

    def on_mount(self) -> None:
        """Paint first, read the courses after."""
        self._draw("", plain_glyphs=False)
        self._leave_on_signals()
        self.begin()

    def begin(self) -> None:
        """Show the first screen."""
        self.push_screen(HomeScreen())
        self.call_after_refresh(self.run_worker, self._open, thread=True, name="open the desk")

    def _draw(self, theme: str, *, plain_glyphs: bool) -> None:
        """Colours and characters as the learner wants them and the terminal can show them."""
        self.theme = theme_for(os.environ, theme)
        plain = plain_glyphs or is_plain_terminal(os.environ)
        self.set_class(plain, ASCII_CLASS)
        draw_plainly(plain)

    def use(self, settings: Settings) -> None:
        """Look as the learner chose."""
        self.animation_level = "full" if settings.motion else "none"
        self.set_class(settings.density == "compact", COMPACT_CLASS)
        self._draw(settings.theme, plain_glyphs=settings.plain_glyphs)

    def _open(self) -> None:
        try:
            names = self._learners()
        except TutorError as error:
            self.call_from_thread(self._cannot_open, error)
            return
        if len(names) > 1:
            from tutor.tui.screens.list_dialog import ListDialog
            from tutor.tui.widgets.menu import MenuRow

            rows = [MenuRow(str(place), name) for place, name in enumerate(names)]
            dialog = ListDialog("Who is learning?", rows)
            self.call_from_thread(self.push_screen, dialog, partial(self._chosen, names))
        else:
            self._open_for(None)

    def _chosen(self, names: Sequence[str], place: str | None) -> None:
        if place is None:
            self.exit()
        else:
            opening = partial(self._open_for, names[int(place)])
            self.run_worker(opening, thread=True, name="open the desk")

    def _open_for(self, name: str | None) -> None:
        try:
            desk = self._open_desk(name)
        except TutorError as error:
            self.call_from_thread(self._cannot_open, error)
            return
        self.desk = desk
        home = desk.home()
        # What the learner opens next, so that it is there at once.
        import tutor.tui.screens.study  # noqa: F401

        self.call_from_thread(self._opened, home)

    def _opened(self, home: object) -> None:
        from tutor.study.frames import HomeFrame
        from tutor.tui.places import go_to

        assert self.desk is not None
        self.use(self.desk.settings)
        screen = self.screen
        if isinstance(screen, HomeScreen) and isinstance(home, HomeFrame):
            screen.show(home)
        if self._begin_at != ("", "module"):
            go_to(self, *self._begin_at)

    def _cannot_open(self, error: TutorError) -> None:
        self._failure = f"{error} {error.hint}".strip()
        self.exit(return_code=2)

    def action_explain(self) -> None:
        """Help on the screen that is up."""
        if isinstance(self.screen, BaseScreen):
            self.screen.action_explain()

    # What is at hand on every screen

    def action_at_hand(self, name: str) -> None:
        """Open search, a list or the settings over whatever screen is up; Esc comes back to it."""
        from tutor.tui.screens.shelf import SCREENS

        here, wanted = self.screen, SCREENS[name]
        if self.desk is not None and isinstance(here, BaseScreen) and type(here) is not wanted:
            self.push_screen(wanted())

    async def start_at(self, where: Where) -> None:
        """Leave everything that is open, then open a place. A session is taken up again later."""
        from tutor.tui.screens.module import ModuleScreen
        from tutor.tui.screens.study import StudyScreen

        while not isinstance(self.screen, HomeScreen):
            if isinstance(self.screen, StudyScreen):
                await self.screen.keep_pending()
            await self.pop_screen()
        await self.push_screen(ModuleScreen(where.module))
        if where.part != "module":
            await self.push_screen(StudyScreen(where.module, where.part, where.ref))

    # The way out

    def _leave_on_signals(self) -> None:
        if sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.exit)

    def action_interrupt(self) -> None:
        """Ctrl+C twice leaves; once says so, because it is also a slip of the hand."""
        if self._interrupted:
            self.exit()
            return
        self._interrupted = True
        self.notify("Press Ctrl+C once more to leave. Everything is saved.", timeout=3)
        self.set_timer(3, self._forget_interrupt)

    def _forget_interrupt(self) -> None:
        self._interrupted = False

    def on_unmount(self) -> None:
        """Give the profile free; everything acknowledged is on the disk already."""
        if self.desk is not None:
            self.desk.close()

    def _handle_exception(self, error: Exception) -> None:
        """Log and leave with a sentence: Textual's own report prints local values."""
        super_error = "".join(traceback.format_exception(error))
        path = Path(gettempdir()) / CRASH_LOG
        try:
            path.write_text(super_error, encoding="utf-8")
            where = f" The details are in {path}."
        except OSError:
            where = ""
        self._failure = f"The program met an error it did not expect and had to stop.{where}"
        self._return_code = 1
        self._exception = self._exception or error
        self._exception_event.set()
        self._close_messages_no_wait()

    def report(self) -> None:
        """After the screen is gone: the sentence to leave with, if there is one."""
        if self._failure:
            print(f"tutor: {self._failure}", file=sys.stderr)
            print("       Everything acknowledged on the screen is saved.", file=sys.stderr)
