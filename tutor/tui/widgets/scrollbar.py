"""The scrollbar of terminals that have no eighths of a block."""

from textual.scrollbar import ScrollBar, ScrollBarRender


class PlainScrollBarRender(ScrollBarRender):
    """Ends of the bar in whole cells; the bar is told by its background, as Textual draws it."""

    VERTICAL_BARS = [" "] * 8
    HORIZONTAL_BARS = [" "] * 8


def draw_plainly(plain: bool) -> None:
    """Choose how every scrollbar of the program is drawn; Textual keeps this on the class."""
    ScrollBar.renderer = PlainScrollBarRender if plain else ScrollBarRender
