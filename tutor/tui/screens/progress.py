"""How I stand: the next step first, then what is known, what was done, what is to come."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget

from tutor.study.frames import ProgressFrame
from tutor.tui.places import go_to
from tutor.tui.screens.base import BaseScreen
from tutor.tui.views import progress
from tutor.tui.views.base import Column, line
from tutor.tui.views.standing import misconception_lines, sure_lines

HELP = """\
How you stand. The first line is what is best done next; **Enter** opens it.

Each cell of the map is an objective: the letter is the level that was earned and stays, the mark
beside it is how much of it is remembered today, an estimate that fades and that review renews.

**n** and **p** go from section to section, the arrow keys scroll. **t** shows what is to be put
right: answers that were sure and wrong, and misconceptions. Nothing here is sent anywhere.
"""

TROUBLE_HELP = """\
What is to be put right. Answers that were wrong and given as *sure* are asked again on the days
that stand here. A misconception leaves the list after two right answers on different days.
"""

NOTHING = (
    "Nothing is on this list. It fills when an answer was sure and wrong, or shows a misconception."
)


class SectionScreen(BaseScreen):
    """A column that scrolls, section by section."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "section(1)", "Section"),
        Binding("p", "section(-1)", "Back", show=False),
        Binding("escape", "app.pop_screen", "Close", key_display="Esc"),
    ]

    def body(self) -> ComposeResult:
        """Filled when what it shows has been worked out."""
        with Column():
            yield line("Working it out ...", "muted")

    def action_section(self, way: int) -> None:
        """Scroll to the heading after or before the one at the top."""
        column = self.query_one(Column)
        top = column.content_region.y
        places = [part.region.y - top for part in self.query(".section")]
        wanted = [y for y in places if (y > 1 if way > 0 else y < -1)]
        if wanted:
            at = min(wanted) if way > 0 else max(wanted)
            column.scroll_to(y=column.scroll_offset.y + at, animate=False, immediate=True)
        elif way < 0:
            column.scroll_to(y=0, animate=False, immediate=True)


class ProgressScreen(SectionScreen):
    """Everything about how the learner stands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next_step", "Next step", key_display="Enter"),
        Binding("t", "trouble", "To put right"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._frame: ProgressFrame | None = None

    async def on_screen_resume(self) -> None:
        """Show how it stands now."""
        self.say(("How I stand",), self.saved())
        self.run_worker(self._fill(), exclusive=True)

    async def _fill(self) -> None:
        frame = await asyncio.to_thread(self.desk.report.progress)
        self._frame = frame
        self.say((frame.learner, "How I stand"), "read-only" if frame.read_only else self.saved())
        column = self.query_one(Column)
        with self.app.batch_update():
            await column.remove_children()
            halves = Vertical(*progress.left(frame)), Vertical(*progress.right(frame))
            await column.mount(
                line(f"Next: {frame.next.sentence}", "next-step"),
                line(_trouble(frame), "muted"),
                Vertical(*halves, classes="halves"),
            )
        self.set_focus(column, scroll_visible=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter only where it leads somewhere."""
        del parameters
        if action == "next_step":
            return self._frame is not None and bool(self._frame.next.part)
        return True

    def action_next_step(self) -> None:
        """Open what is best done next."""
        if self._frame is not None:
            step = self._frame.next
            go_to(self.app, step.module, step.part, step.ref)

    def action_trouble(self) -> None:
        """What is to be put right."""
        self.app.push_screen(TroubleScreen())

    def help_text(self) -> str:
        """What the map and the keys mean."""
        return HELP


class TroubleScreen(SectionScreen):
    """What was sure and wrong, and misconceptions still held."""

    async def on_screen_resume(self) -> None:
        """Show how it stands now."""
        self.say(("How I stand", "To put right"), self.saved())
        self.run_worker(self._fill(), exclusive=True)

    async def _fill(self) -> None:
        found = await asyncio.to_thread(self.desk.report.to_put_right)
        column = self.query_one(Column)
        await column.remove_children()
        parts: list[Widget] = []
        if found.sure:
            parts.append(progress.section("Sure and wrong"))
            parts += [part for row in found.sure for part in sure_lines(row)]
        if found.misconceptions:
            parts.append(progress.section("Misconceptions"))
            parts += [part for row in found.misconceptions for part in misconception_lines(row)]
        await column.mount_all(parts or [line(NOTHING)])
        self.set_focus(column, scroll_visible=False)

    def help_text(self) -> str:
        """What stands on the list and how it leaves it."""
        return TROUBLE_HELP


def _trouble(frame: ProgressFrame) -> str:
    sure, held = len(frame.sure), len(frame.misconceptions)
    if not sure and not held:
        return "Nothing is on the list of what is to be put right."
    noun = "misconception" if held == 1 else "misconceptions"
    return f"To put right: {sure} sure and wrong, {held} {noun} (t)."
