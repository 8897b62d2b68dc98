"""Home: go on where I was, or choose a module.

It is painted first, so it imports neither the model nor the other screens at the top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static

from tutor.tui.safety import safe
from tutor.tui.screens.base import BaseScreen
from tutor.tui.widgets.menu import Menu, MenuRow

if TYPE_CHECKING:
    from tutor.study.frames import CourseRow, HomeFrame, ModuleRow

RESUME = "resume"

HELP = """\
This is where you begin. The first entry goes on exactly where you were.

Below it stand the courses with their modules. Each module says how long it takes and how far you
are. **Enter** opens what the cursor is on.

Everything you do is saved at once in files on this computer. Nothing is sent anywhere.

Press **q** to leave. Nothing is lost, wherever you leave.
"""


class HomeScreen(BaseScreen):
    """The first screen. It is painted before the courses are read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", "Quit"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._frame: HomeFrame | None = None

    def body(self) -> ComposeResult:
        """Notices, then one list."""
        with VerticalScroll(can_focus=False, classes="column"):
            yield Static("Opening the courses ...", id="notices")
            yield Menu(id="menu")

    def on_mount(self) -> None:
        """Nothing is known yet but the name of the program."""
        self.say(("Staff tutor",))

    def on_screen_resume(self) -> None:
        """Coming back: how it stands may have changed."""
        if self.tutor.desk is not None:
            self.show(self.desk.home())

    def show(self, frame: HomeFrame) -> None:
        """Show the courses."""
        self._frame = frame
        state = "read-only" if frame.read_only else self.saved()
        self.say(("Staff tutor", frame.learner), state)
        notices = self.query_one("#notices", Static)
        notices.update(safe("\n".join(frame.notices)))
        notices.display = bool(frame.notices)
        menu = self.query_one(Menu)
        menu.show([*_resume_rows(frame), *(r for c in frame.courses for r in _course_rows(c))])
        menu.focus()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        from tutor.tui.screens.module import ModuleScreen
        from tutor.tui.screens.study import StudyScreen

        card = self._frame.resume if self._frame else None
        if event.option_id == RESUME and card:
            self.app.push_screen(ModuleScreen(card.module))
            self.app.push_screen(StudyScreen(card.module, card.part, card.ref))
        elif event.option_id:
            self.app.push_screen(ModuleScreen(event.option_id))

    def help_text(self) -> str:
        """What home is for."""
        return HELP


def _resume_rows(frame: HomeFrame) -> list[MenuRow]:
    card = frame.resume
    if card is None:
        return []
    return [MenuRow("", "Go on"), MenuRow(RESUME, card.title, card.detail, strong=True)]


def _course_rows(course: CourseRow) -> list[MenuRow]:
    return [MenuRow("", course.title), *(_module_row(row) for row in course.modules)]


def _module_row(row: ModuleRow) -> MenuRow:
    mark = "[x]" if row.passed else "[-]" if row.done else "[ ]"
    return MenuRow(row.ref, row.title, f"{row.minutes} min - {row.state}", mark)
