"""Big digits that the last row can read; plain bold ones where a terminal cannot draw them."""

from __future__ import annotations

from textual.renderables.digits import Digits as Drawn
from textual.widgets import Digits

from tutor.tui.widgets.glyphs import ASCII_CLASS


class Big(Digits):
    """A number or a time; nothing at all for ""."""

    DEFAULT_CSS = """
    Big { width: auto; height: 3; color: $accent; text-style: bold; }
    """
    ALLOW_SELECT = False

    def show(self, value: str) -> None:
        """Replace it."""
        self.display = bool(value)
        if value != self.value:
            self.update(value)

    def get_content_width(self, container: object, viewport: object) -> int:
        """As wide as it is drawn."""
        del container, viewport
        return len(self.value) if self._plain else Drawn.get_width(self.value)

    @property
    def _plain(self) -> bool:
        return self.app.has_class(ASCII_CLASS)

    def render(self) -> object:  # type: ignore[override]
        """The digits, or their plain form."""
        return self.value if self._plain else super().render()
