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
    from tutor.study.frames import CourseRow, HomeFrame, ModuleRow, ReviewFrame

RESUME, REVIEW = "resume", "review"

HELP = """\
This is where you begin. The first entry goes on exactly where you were.

**Review** asks again what is about to be forgotten: 15 questions or 10 minutes a day at most. What
is not asked today comes on another day; nothing piles up.

Below it stand the courses with their modules. Each module says how long it takes and how far you
are. **Enter** opens what the cursor is on.

Everything you do is saved at once in files on this computer. Nothing is sent anywhere.

**g** shows how you stand: mastery, review, what was done, what is best done next.

Press **q** to leave. Nothing is lost, wherever you leave.
"""


class HomeScreen(BaseScreen):
    """The first screen. It is painted before the courses are read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "app.at_hand('progress')", "How I stand"),
        Binding("q", "app.quit", "Quit"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._frame: HomeFrame | None = None
        self._review: ReviewFrame | None = None

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
        """Show the courses; today's review comes when it is known."""
        self._show(frame)
        self.run_worker(self._look_up_review, thread=True, exclusive=True, name="review")

    def _look_up_review(self) -> None:
        """Reads every module in which something was done, so it has a thread of its own."""
        desk = self.tutor.desk
        if desk is not None:
            review = desk.report.review()
            self.app.call_from_thread(self._show_review, review)

    def _show_review(self, review: ReviewFrame) -> None:
        changed, self._review = review != self._review, review
        if changed and self._frame is not None and self.is_current:
            self._show(self._frame)

    def _show(self, frame: HomeFrame) -> None:
        self._frame = frame
        state = "read-only" if frame.read_only else self.saved()
        self.say(("Staff tutor", frame.learner), state)
        notices = self.query_one("#notices", Static)
        notices.update(safe("\n".join(frame.notices)))
        notices.display = bool(frame.notices)
        menu = self.query_one(Menu)
        here = menu.highlighted
        at = menu.options[here].id if here is not None and here < len(menu.options) else None
        rows = (row for course in frame.courses for row in _course_rows(course))
        menu.show([*_first_rows(frame, self._review), *rows], at or "")
        menu.focus()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        from tutor.tui.places import go_to

        card = self._frame.resume if self._frame else None
        if event.option_id == RESUME and card:
            go_to(self.app, card.module, card.part, card.ref)
        elif event.option_id == REVIEW:
            go_to(self.app, "", "review")
        elif event.option_id:
            go_to(self.app, event.option_id)

    def help_text(self) -> str:
        """What home is for."""
        return HELP


def _first_rows(frame: HomeFrame, review: ReviewFrame | None) -> list[MenuRow]:
    """Where the learner was, and today's review; the day of the next one where none is due."""
    rows, note = [], ""
    if frame.resume is not None:
        rows.append(MenuRow(RESUME, frame.resume.title, frame.resume.detail, strong=True))
    if review is not None and review.questions:
        rows.append(MenuRow(REVIEW, review.sentence.rstrip("."), _about(review)))
    elif review is not None and review.later:
        note = review.sentence
    return [MenuRow("", "Go on", note), *rows] if rows or note else []


def _about(review: ReviewFrame) -> str:
    if review.catch_up:
        return "one question for each objective after a time away"
    return "what is about to be forgotten, over all modules"


def _course_rows(course: CourseRow) -> list[MenuRow]:
    return [MenuRow("", course.title), *(_module_row(row) for row in course.modules)]


def _module_row(row: ModuleRow) -> MenuRow:
    mark = "[x]" if row.passed else "[-]" if row.done else "[ ]"
    return MenuRow(row.ref, row.title, f"{row.minutes} min - {row.state}", mark)
