"""Small windows over a screen: something to read, or something to decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Button, Static

from tutor.tui.safety import safe
from tutor.tui.widgets.modal import Modal
from tutor.tui.widgets.reader import Prose

T = TypeVar("T")
FRAME_LINES = 9
"""Lines around the text of a dialog: title, buttons, air."""


@dataclass(frozen=True)
class Way(Generic[T]):
    """One way out of a dialog: what it returns, the words on its button, and a letter for it."""

    result: T
    label: str
    key: str


class DialogBody(VerticalScroll):
    """As high as its text, up to what the window leaves: a frame around it then fits too."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines of the text or of the room, whichever are fewer."""
        needed = super().get_content_height(container, viewport, width)
        return max(min(needed, viewport.height - FRAME_LINES), 1)


class SmallWindow(Modal[T]):
    """A frame with the class `dialog` in the middle of the screen; Escape returns None."""

    DEFAULT_CSS = """
    SmallWindow {
        align: center middle;
        background: $background 70%;
        & > .dialog {
            width: 76;
            max-width: 94%;
            height: auto;
            max-height: 100%;
            padding: 1 3;
            background: $panel;
        }
        & .dialog-title { height: auto; text-style: bold; color: $accent; margin-bottom: 1; }
        & .dialog-body {
            height: auto;
            padding-right: 1;
            scrollbar-size-vertical: 1;
            scrollbar-gutter: stable;
        }
        & .dialog-ways { height: 1; margin-top: 1; }
        & Button { height: 1; border: none; background: $background; }
        & Button:focus { border: none; background: $accent; }
    }
    SmallWindow.-narrow > .dialog { padding: 1 2; }
    SmallWindow.-short > .dialog { padding: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", show=False),
    ]
    AUTO_FOCUS = None

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)


class Dialog(SmallWindow[T]):
    """Returns the result of the way that was chosen.

    `body` is Markdown as `str`, or a `Content`. `focus` is the place of the way that Enter takes
    at first: put one there that does no harm.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
        Binding("up", "scroll_body(-1)", show=False),
        Binding("down", "scroll_body(1)", show=False),
        Binding("pageup", "turn_body(-1)", show=False),
        Binding("pagedown,space", "turn_body(1)", show=False),
    ]

    def __init__(
        self,
        title: str,
        body: str | Content,
        ways: Sequence[Way[T]],
        *,
        focus: int = 0,
    ) -> None:
        super().__init__()
        self._heading = title
        self._body = body
        self._ways = tuple(ways)
        self._first = focus

    def compose(self) -> ComposeResult:
        """Title, text, and a row of buttons."""
        with Vertical(classes="dialog"):
            yield Static(safe(self._heading), classes="dialog-title")
            with DialogBody(classes="dialog-body", can_focus=False):
                yield self._text()
            with Horizontal(classes="dialog-ways"):
                for place, way in enumerate(self._ways):
                    yield Button(safe(f"{way.label}  ({way.key.upper()})"), name=str(place))

    def _text(self) -> Widget:
        return (
            Static(self._body, markup=False)
            if isinstance(self._body, Content)
            else Prose(self._body)
        )

    def on_mount(self) -> None:
        """Give the focus to the way that does no harm."""
        list(self.query(Button))[self._first].focus()

    def on_key(self, event: events.Key) -> None:
        """Leave by the key of a way."""
        way = next((way for way in self._ways if way.key == event.key.lower()), None)
        if way is not None:
            event.stop()
            self.dismiss(way.result)

    @on(Button.Pressed)
    def _chosen(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(self._ways[int(event.button.name or 0)].result)

    def action_scroll_body(self, way: int) -> None:
        """Move the text by a line."""
        self.query_one(DialogBody).scroll_relative(y=way, animate=False)

    def action_turn_body(self, way: int) -> None:
        """Move the text by a window."""
        body = self.query_one(DialogBody)
        body.scroll_relative(y=way * max(body.size.height - 1, 1), animate=False)


class TextDialog(Dialog[None]):
    """Something to read: a source, a term, help, an error."""

    def __init__(self, title: str, body: str | Content) -> None:
        super().__init__(title, body, (Way(None, "Close", "c"),))


class ConfirmDialog(Dialog[bool]):
    """A question with Yes and No; Enter takes No at first."""

    def __init__(
        self, title: str, body: str | Content, *, yes: str = "Yes", no: str = "No"
    ) -> None:
        super().__init__(title, body, (Way(True, yes, "y"), Way(False, no, "n")), focus=1)
