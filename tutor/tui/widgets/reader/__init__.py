"""Markdown pages: `Reader` scrolls, `Prose` is as high as its text."""

from tutor.tui.widgets.reader.prose import Prose
from tutor.tui.widgets.reader.reader import MEASURE, Reader

__all__ = ["MEASURE", "Prose", "Reader"]
