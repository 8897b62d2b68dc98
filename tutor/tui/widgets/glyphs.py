"""The few characters that are drawn and not written, with an ASCII twin for plain terminals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget

ASCII_CLASS = "-ascii"
"""Set this class on the app to draw with ASCII only: TCSS and widgets both look at it."""

COMPACT_CLASS = "-compact"
"""Set this class on the app for lists without empty lines between their entries."""


@dataclass(frozen=True)
class Glyphs:
    """Each is exactly one cell wide; `levels` are several, from nothing to full."""

    bullet: str
    bar: str
    rule: str
    cross: str
    cursor: str
    more_left: str
    more_right: str
    full: str
    empty: str
    arrow: str
    dot: str
    block: str
    shade: str
    levels: str


UNICODE = Glyphs(
    bullet="•",
    bar="│",
    rule="─",
    cross="┼",
    cursor="›",
    more_left="«",
    more_right="»",
    full="▄",
    empty="▁",
    arrow="→",
    dot="·",
    block="█",
    shade="░",
    levels=" ▁▂▃▄▅▆▇█",
)
ASCII = Glyphs(
    bullet="-",
    bar="|",
    rule="-",
    cross="+",
    cursor=">",
    more_left="<",
    more_right=">",
    full="#",
    empty=".",
    arrow=">",
    dot="-",
    block="#",
    shade=":",
    levels=" .:=#",
)


def glyphs_of(widget: Widget) -> Glyphs:
    """Return the characters to draw with in the app that `widget` is part of."""
    return ASCII if widget.app.has_class(ASCII_CLASS) else UNICODE
