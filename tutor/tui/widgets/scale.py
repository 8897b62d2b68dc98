"""A scale of a few steps, from little to much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Self

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tutor.tui.safety import safe
from tutor.tui.widgets.glyphs import glyphs_of
from tutor.tui.widgets.marked_list import GUTTER, place_of

GAP = 5
"""Cells of line between two steps."""
_BOX = "( ) 1"


class Scale(Static, can_focus=True):
    """Left and right or the number of a step choose it, Enter hands it in."""

    DEFAULT_CSS = """
    Scale {
        height: auto;
        max-width: 90;
        &:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", "More", show=False),
        Binding("left", "turn(-1)", "Less", show=False),
        Binding("enter", "enter", "Answer", key_display="Enter"),
    ]

    class Said(Message):
        """What both messages carry: the scale, and the key of the chosen step."""

        def __init__(self, scale: Scale, chosen: str) -> None:
            super().__init__()
            self.scale = scale
            self.chosen = chosen

        @property
        def control(self) -> Scale:
            """The scale that speaks."""
            return self.scale

    class Changed(Said):
        """Another step is chosen."""

    class Submitted(Said):
        """The step is handed in."""

    def __init__(
        self,
        steps: Sequence[tuple[str, str]],
        *,
        chosen: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes, markup=False)
        self._steps = tuple(steps)
        keys = [key for key, _ in self._steps]
        self._place = keys.index(chosen) if chosen in keys else None

    @property
    def chosen(self) -> str | None:
        """The key of the chosen step, or None."""
        return None if self._place is None else self._steps[self._place][0]

    def on_mount(self) -> None:
        """Show the scale."""
        self._show()

    def on_resize(self) -> None:
        """Give up the line between the steps where there is no room for it."""
        self._show()

    def focus(self, scroll_visible: bool = False) -> Self:
        """Take the keys; the text above stays in sight until a step is chosen."""
        return super().focus(scroll_visible)

    def on_key(self, event: events.Key) -> None:
        """Choose by number; other keys are left to the screen."""
        if not event.key.isdecimal():
            return
        place = place_of(event.key, len(self._steps))
        if place is not None:
            event.stop()
            self.choose(place)

    def on_click(self, event: events.Click) -> None:
        """Choose the step under the mouse."""
        place = (event.x - GUTTER) // self._pitch
        if 0 <= place < len(self._steps):
            self.choose(place)

    def choose(self, place: int) -> None:
        """Choose a step by its place, from 0."""
        if place == self._place:
            return
        self._place = place
        self._show()
        self.scroll_visible(animate=False)
        self.post_message(self.Changed(self, self._steps[place][0]))

    def action_turn(self, way: int) -> None:
        """Go one step on; from nothing to the middle."""
        if self._place is None:
            self.choose(len(self._steps) // 2)
        else:
            self.choose(min(max(self._place + way, 0), len(self._steps) - 1))

    def action_enter(self) -> None:
        """Hand in the chosen step; while there is none, the line below says how to choose one."""
        self.scroll_visible(animate=False)
        if self.chosen is not None:
            self.post_message(self.Submitted(self, self.chosen))

    @property
    def _pitch(self) -> int:
        """Cells from one step to the next."""
        whole = len(self._steps) * len(_BOX) + (len(self._steps) - 1) * GAP + GUTTER
        return len(_BOX) + (GAP if whole <= self.size.width else 1)

    def _show(self) -> None:
        self.update(Content("\n").join([*self._ends(), self._line(), Content(""), self._words()]))

    def _ends(self) -> list[Content]:
        """The words of the first and the last step above their ends, where there is room."""
        first, last = self._steps[0][1], self._steps[-1][1]
        width = (len(self._steps) - 1) * self._pitch + len(_BOX)
        if len(first) + len(last) + 2 > width:
            return []
        return [safe(" " * GUTTER + first + last.rjust(width - len(first))).stylize("$text-muted")]

    def _line(self) -> Content:
        gap = self._pitch - len(_BOX)
        between = f" {glyphs_of(self).rule * (gap - 2)} " if gap > 2 else " " * gap
        cursor = glyphs_of(self).cursor.ljust(GUTTER)
        parts = [Content.styled(cursor, "bold $accent")]
        for place in range(len(self._steps)):
            box = f"({'*' if place == self._place else ' '}) {place + 1}"
            style = "bold $accent" if place == self._place else ""
            parts += [Content.styled(box, style), Content(between)]
        return Content.assemble(*parts[:-1])

    def _words(self) -> Content:
        if self._place is None:
            how = f"Nothing chosen yet: 1 to {len(self._steps)}, or left and right."
            return Content.styled(" " * GUTTER + how, "$text-muted")
        return safe(f"{' ' * GUTTER}Your answer: {self._place + 1}, {self._steps[self._place][1]}.")
