"""One module: what it is for, its parts, what is done, what comes next."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList

from tutor.errors import TutorError
from tutor.model.marks import About, Subject
from tutor.study.frames import MasteryFrame, ModuleFrame, PartRow, TroubleFrame
from tutor.study.texts import counted
from tutor.tui.screens.at_hand import AtHand
from tutor.tui.screens.list_dialog import ListDialog
from tutor.tui.screens.study import StudyScreen
from tutor.tui.views.base import bullet, heading
from tutor.tui.views.standing import mastery_lines, summary
from tutor.tui.widgets.menu import Menu, MenuRow
from tutor.tui.widgets.reader import Prose

HELP = """\
A module has lessons, practice, scenarios and a quiz. The cursor stands on what comes next;
you may take the parts in any order.

- A **lesson** has pages, and questions after some of them.
- **Before you begin** asks a few questions that are not scored and says where to begin. You may
  leave it out.
- **Practice** explains every answer at once. Nothing is graded.
- A **scenario** ends with an after-action review: which decision cost what, and why.
- The **module quiz** explains after you hand in. It is passed or not passed.

**w** writes a note on an objective, **k** lists the sources and terms named here.

Each objective has a level that was earned and stays: *not started, attempted, familiar, proficient,
mastered*. The bar *now* is the chance of a right answer today: an estimate that fades and that
review renews.

`[x]` done, `[-]` under way, `[ ]` not started. **Esc** goes back to the courses.
"""


class ModuleScreen(AtHand):
    """The parts of a module as a list; beside or above it what the module is for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", "Courses", key_display="Esc"),
        Binding("w", "note_objective", "Note"),
        Binding("k", "references", "Sources"),
    ]

    def __init__(self, ref: str) -> None:
        super().__init__()
        self._ref = ref
        self._frame: ModuleFrame | None = None

    def body(self) -> ComposeResult:
        """A column with the parts, and one about the module."""
        with Horizontal(classes="columns"):
            with VerticalScroll(classes="column", can_focus=False):
                yield Menu(id="menu")
                yield Vertical(id="below", classes="unless-wide")
            yield VerticalScroll(id="beside", classes="side", can_focus=False)

    def on_screen_resume(self) -> None:
        """Show how it stands now."""
        try:
            frame = self.desk.module(self._ref)
        except TutorError as error:
            self.app.pop_screen()
            self.refuse(error)
            return
        self._frame = frame
        self.say((frame.course_title, frame.title), self.saved(), frame.banner)
        menu = self.query_one(Menu)
        at = next((_key(row) for row in frame.parts if row.next), "")
        menu.show([MenuRow("", frame.title, _about(frame)), *map(_part_row, frame.parts)], at)
        menu.focus()
        self.run_worker(self._show_about(frame), exclusive=True)

    async def _show_about(self, frame: ModuleFrame) -> None:
        """Mastery looks through the module, so it is worked out in a thread."""
        report = self.desk.report
        mastery = await asyncio.to_thread(report.module, self._ref)
        trouble = await asyncio.to_thread(report.to_put_right, self._ref)
        for place in ("#below", "#beside"):
            about = self.query_one(place)
            await about.remove_children()
            await about.mount_all(_about_module(frame, mastery, trouble))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        part, _, ref = (event.option_id or "").partition(":")
        self.app.push_screen(StudyScreen(self._ref, part, ref))

    @property
    def at_hand(self) -> None:
        """There is no frame of a session here."""
        return

    @property
    def module_of_texts(self) -> str:
        """The module itself."""
        return self._ref

    def action_note_objective(self) -> None:
        """Choose an objective to write a note on."""
        rows = [MenuRow(o.id, o.text) for o in self._frame.objectives] if self._frame else []
        self.app.push_screen(ListDialog("A note on which objective?", rows), self._note)

    def _note(self, objective: str | None) -> None:
        for one in self._frame.objectives if self._frame else ():
            if one.id == objective:
                about = About.OBJECTIVE
                subject = Subject(module=self._ref, about=about, ref=one.id, title=one.text)
                self.ask_note(subject)

    def help_text(self) -> str:
        """What a module is."""
        return HELP


def _key(row: PartRow) -> str:
    return f"{row.part}:{row.ref}"


def _about_module(frame: ModuleFrame, mastery: MasteryFrame, trouble: TroubleFrame) -> list[Widget]:
    """The content note first, then what it is for and what the learner can do afterwards."""
    widgets: list[Widget] = []
    if frame.content_note:
        widgets += [heading("Content note"), Prose(frame.content_note)]
    widgets.append(heading("You will be able to"))
    for row in mastery.rows:
        widgets += mastery_lines(row, begun=mastery.begun)
    if trouble.sure or trouble.misconceptions:
        widgets += [heading("To put right"), *map(bullet, summary(trouble))]
    return [*widgets, heading("What it is about"), Prose(frame.summary)]


def _about(frame: ModuleFrame) -> str:
    return f"{frame.minutes} min, {counted(len(frame.objectives), 'objective')}"


def _part_row(row: PartRow) -> MenuRow:
    mark = "[x]" if row.done else "[-]" if row.open else "[ ]"
    hint = "next: " if row.next else ""
    return MenuRow(
        _key(row), row.title, f"{hint}about {row.minutes} min - {row.state}", mark, row.next
    )
