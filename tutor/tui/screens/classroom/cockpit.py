"""The cockpit: notes, votes, advice, clocks, what is on the wall, what comes next."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from tutor.study.frames.classroom import CockpitFrame
from tutor.tui.safety import one_line, safe
from tutor.tui.screens.classroom.base import ClassScreen
from tutor.tui.screens.classroom.keys import KEPT
from tutor.tui.screens.classroom.teaching import Teaching
from tutor.tui.widgets.classroom.flow import Flow
from tutor.tui.widgets.classroom.notes import agenda, clocks, notes, small_wall, standing
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.title_bar import TitleBar


class CockpitScreen(ClassScreen):
    """For the instructor alone."""

    DEFAULT_CSS = """
    CockpitScreen {
        & #clocks { height: 1; padding: 0 2; color: $text-muted; }
        & #standing { height: auto; max-height: 2; padding: 0 2; text-style: bold; }
        & #advice { height: auto; padding: 0 2; color: $accent; }
        & #columns { height: 1fr; margin-top: 1; }
        & #notes-column { width: 1fr; padding: 0 2; scrollbar-size-vertical: 1; }
        & #wall-column {
            width: 45%;
            max-width: 84;
            padding: 0 2;
            border-left: vkey $border-blurred;
            scrollbar-size-vertical: 1;
        }
        & #agenda { display: none; width: 36; padding: 0 0 0 2; color: $text-muted; }
        & #following, & #said { height: 1; padding: 0 2; }
        & #following { color: $text-muted; }
        & #said { color: $warning; }
    }
    CockpitScreen.-wide #agenda { display: block; }
    CockpitScreen.-narrow #wall-column { display: none; }
    App.-ascii CockpitScreen #wall-column { border-left: ascii $border-blurred; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_notes(3)", "Read", show=False),
        Binding("up", "scroll_notes(-3)", "Read", show=False),
    ]

    def __init__(self, teaching: Teaching) -> None:
        super().__init__(teaching)
        self._title_bar = TitleBar()
        self._clocks = Static(id="clocks", markup=False)
        self._standing = Static(id="standing", markup=False)
        self._advice = Static(id="advice", markup=False)
        self._agenda = Flow(id="agenda")
        self._notes = Flow(id="notes")
        self._small_wall = Flow(id="small-wall")
        self._following = Static(id="following", markup=False)
        self._shown: tuple[object, ...] = ()
        self._told = 0

    def compose(self) -> ComposeResult:
        """Title, clocks, what is on, advice; three columns; what comes next."""
        yield self._title_bar
        yield self._clocks
        yield self._standing
        yield self._advice
        with Horizontal(id="columns"):
            yield self._agenda
            with VerticalScroll(id="notes-column", can_focus=False):
                yield self._notes
            with VerticalScroll(id="wall-column", can_focus=False):
                yield self._small_wall
        yield self._following
        yield self.said
        yield KeyBar(KEPT)

    def draw(self, frame: CockpitFrame) -> None:
        """Replace everything; what was not there before is read from its top."""
        if self._shown != (shown := (frame.wall.step, frame.wall.phase, type(frame.wall.part))):
            self._shown = shown
            for column in self.query(VerticalScroll):
                column.scroll_home(animate=False)
        head, at = self.teaching.session.head, frame.wall.step
        self._standing.update(safe(one_line(standing(frame))))
        self._advice.update(safe(one_line(frame.advice)))
        self._advice.display = bool(frame.advice)
        following = f"Next: {frame.following}" if frame.following else "This is the last step."
        self._following.update(safe(one_line(following)))
        self._small_wall.show(partial(small_wall, frame))
        self._agenda.show(
            lambda width, _glyphs: agenda(head, at, width, max(self.size.height - 8, 4))
        )
        self.tick(frame)
        for notice in frame.notices[self._told :]:
            self.notify(notice, timeout=20, markup=False)
        self._told = len(frame.notices)

    def tick(self, frame: CockpitFrame) -> None:
        """Clocks, what is due by them, how many walls are attached."""
        wall, walls = frame.wall, self.class_app.walls
        place = f"{wall.step + 1}/{wall.steps}" if wall.step >= 0 else "lobby"
        state = f"{place} - {walls} {'wall' if walls == 1 else 'walls'} - {_saved(frame)}"
        self._title_bar.show((wall.module, wall.title), state)
        self._clocks.update(safe(clocks(frame)))
        self._notes.show(partial(notes, frame))

    def action_scroll_notes(self, lines: int) -> None:
        """Read on in the notes."""
        column = self.query_one("#notes-column", VerticalScroll)
        column.scroll_relative(y=lines, animate=False)


def _saved(frame: CockpitFrame) -> str:
    return "saved" if frame.saving.saved else "not saved"
