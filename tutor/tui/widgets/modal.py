"""A window over a screen that closes once, however fast the keys come."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

T = TypeVar("T")


class Modal(ModalScreen[T]):
    """The base of all windows over a screen."""

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close this window; a second key that was on its way to it does nothing.

        Textual takes away the screen on top, whichever it is: the second key would take the next.
        """
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
