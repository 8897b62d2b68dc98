"""Widgets that are made of several and give the keys to one of them."""

from typing import Self

from textual.widget import Widget


class Compound(Widget):
    """Cannot be focused itself; `focus` gives the keys to what `first_focus` names."""

    def first_focus(self) -> Widget:
        """What takes the keys first."""
        raise NotImplementedError

    def focus(self, scroll_visible: bool = False) -> Self:
        """Give the keys on; the text above stays in sight."""
        self.first_focus().focus(scroll_visible)
        return self
