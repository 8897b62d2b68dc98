"""A text of several lines to type."""

from __future__ import annotations

from typing import ClassVar, Self

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from tutor.tui.safety import REPLACEMENT, visible

HERE = "Write here"
LEFT = "Not handed in yet: ^s hands the text in. Esc once more leaves without it."


class LongText(TextArea):
    """Enter begins a new line, Ctrl+S hands in; the first Esc warns when there is a new text."""

    DEFAULT_CSS = """
    LongText {
        height: auto;
        min-height: 5;
        max-height: 14;
        max-width: 84;
        border: none;
        padding: 0 1;
        background: $panel;
        color: $text;
        &:focus {
            border: none;
            background: $block-cursor-background;
            background-tint: transparent 0%;
        }
        & .text-area--cursor-line { background: transparent; }
    }
    Screen.-short LongText { max-height: 8; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+enter", "hand_in", "Hand in", key_display="^s"),
        Binding("escape", "warn", "Leave", show=False),
    ]

    class Submitted(Message):
        """The text is handed in."""

        def __init__(self, area: LongText, value: str) -> None:
            super().__init__()
            self.area = area
            self.value = value

        @property
        def control(self) -> LongText:
            """The area that speaks."""
            return self.area

    def __init__(self, value: str = "", *, lines: int = 5, classes: str | None = None) -> None:
        super().__init__(value, classes=classes, placeholder=HERE)
        self.styles.min_height = min(lines, 8)
        self._before = value
        self._warned = False

    @property
    def value(self) -> str:
        """What was typed, without control and direction marks."""
        return visible(self.text).replace(REPLACEMENT, "")

    def focus(self, scroll_visible: bool = False) -> Self:
        """Take the keys; the task above stays in sight until something is typed."""
        return super().focus(scroll_visible)

    async def _on_key(self, event: events.Key) -> None:
        """Come into sight when something is typed."""
        await super()._on_key(event)
        self.scroll_visible(animate=False)

    def action_hand_in(self) -> None:
        """Hand the text in, or say that there is none."""
        if self.value.strip():
            self.post_message(self.Submitted(self, self.value))
        else:
            self.notify("Nothing is written yet.", timeout=3, markup=False)

    def action_warn(self) -> None:
        """Say that the text is not handed in."""
        self._warned = True
        self.notify(LEFT, markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Esc to the screen where nothing would be lost, and the second time."""
        if action == "warn":
            return not self._warned and self.text.strip() not in ("", self._before.strip())
        return super().check_action(action, parameters)
