"""What every program of ours on a whole screen has: themes, the filter, the ways out."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from tutor.tui.safety import ControlFilter
from tutor.tui.themes import THEMES, is_plain_terminal, theme_for
from tutor.tui.widgets.glyphs import ASCII_CLASS, COMPACT_CLASS
from tutor.tui.widgets.scrollbar import draw_plainly

if TYPE_CHECKING:
    from tutor.model.settings import Settings

STYLES = ("base.tcss", "views.tcss", "breakpoints.tcss", "ascii.tcss")
CRASH_LOG = "staff-tutor-error.log"


FIRST = 2
"""Screens on the stack at the start: Textual's own, which is empty, and that of the program."""


class Shell(App[int]):
    """A program on the whole screen."""

    TITLE = "Staff tutor"
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (70, "-normal"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]
    ENABLE_COMMAND_PALETTE = False
    KEPT: ClassVar[str] = "Everything is saved."
    """What there is to say about the work that one leaves."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+c", "interrupt", "Quit", show=False, priority=True),
    ]

    def __init__(self, theme: str = "") -> None:
        super().__init__()
        self._theme_wanted = theme
        self._control_filter = ControlFilter()
        self._interrupted = False
        self._failure = ""
        self.animation_level = "none"
        for one in THEMES:
            self.register_theme(one)
        self._begin_in(theme_for(os.environ, theme))

    def _begin_in(self, name: str) -> None:
        """Have a theme before the style sheets are read: a change of theme reads them again.

        Nothing watches a reactive that is set like this, so its variables and classes follow here.
        """
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.update_classes(
            {f"-theme-{name}": True, "-dark-mode": dark, "-light-mode": not dark}, update=False
        )

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The last guard against control characters, whatever a widget lets through."""
        return [*super().get_line_filters(), self._control_filter]

    def dress(self) -> None:
        """Before the first paint: the colours and characters that this terminal can show."""
        self.draw(self._theme_wanted, plain_glyphs=False)
        self._leave_on_signals()

    def draw(self, theme: str, *, plain_glyphs: bool) -> None:
        """Colours and characters as they are wanted and the terminal can show them."""
        self.theme = theme_for(os.environ, theme)
        plain = plain_glyphs or is_plain_terminal(os.environ)
        self.set_class(plain, ASCII_CLASS)
        draw_plainly(plain)

    def use(self, settings: Settings) -> None:
        """Look as somebody chose for study."""
        self.animation_level = "full" if settings.motion else "none"
        self.set_class(settings.density == "compact", COMPACT_CLASS)
        self.draw(settings.theme, plain_glyphs=settings.plain_glyphs)

    def pop_screen(self) -> AwaitComplete:
        """Leave the screen on top. The first one stays, or hasty keys would empty the terminal."""
        return AwaitComplete() if len(self.screen_stack) <= FIRST else super().pop_screen()

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
        said = f"Press Ctrl+C once more to leave. {self.KEPT}"
        self.notify(said, timeout=3, markup=False)
        self.set_timer(3, self._forget_interrupt)

    def _forget_interrupt(self) -> None:
        self._interrupted = False

    def fail(self, sentence: str) -> None:
        """Leave, and say afterwards why."""
        self._failure = sentence
        self.exit(return_code=2)

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
