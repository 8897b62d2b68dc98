"""A text on its way to the screen: parsed once, set again when the width changes."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.tui.widgets.glyphs import UNICODE, Glyphs
from tutor.tui.widgets.reader.document import Target
from tutor.tui.widgets.reader.hits import mark_hits
from tutor.tui.widgets.reader.layout import Layout, Line, set_lines
from tutor.tui.widgets.reader.parse import parse

NO_LINE = Line()


class Page:
    """One text with its layout at the width that was last asked for."""

    def __init__(self, text: str = "", cited: Sequence[str] = ()) -> None:
        self._document = parse(text, cited)
        self._marked = self._document
        self._set_for: tuple[int, Glyphs] | None = None
        self.layout = Layout()

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources in the order of their numbers."""
        return self._document.cited

    @property
    def targets(self) -> tuple[Target, ...]:
        """The references in the order of the text."""
        return self._document.targets

    def mark(self, wanted: str) -> int:
        """Mark what is searched for and return how often it was found."""
        self._marked, count = mark_hits(self._document, wanted)
        self._set_for = None
        return count

    def set(self, width: int, glyphs: Glyphs = UNICODE) -> Layout:
        """Return the layout at `width` cells."""
        if self._set_for != (width, glyphs):
            self._set_for = (width, glyphs)
            self.layout = set_lines(self._marked, width, glyphs)
        return self.layout

    @property
    def is_set(self) -> bool:
        """Whether there is a layout of the present text."""
        return self._set_for is not None

    def line(self, number: int) -> Line:
        """Return a line of the layout; an empty one after its end."""
        lines = self.layout.lines
        return lines[number] if 0 <= number < len(lines) else NO_LINE
