"""Course, profile and error texts on their way to the screen: never markup, never a control code.

Two layers. `safe` and `visible` clean a text where it enters a widget, so that its width is
counted as it will be seen. `ControlFilter` is the last gate before the terminal and also covers
what Textual itself builds (toasts, titles, the palette).
"""

import re

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SEPARATORS = "\u2028\u2029"
_LONE_SURROGATES = "\ud800-\udfff"
_CONTROLS = re.compile(f"[\x00-\x1f\x7f-\x9f{_BIDI}{_SEPARATORS}{_LONE_SURROGATES}]")
_CONTROLS_IN_TEXT = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}{_SEPARATORS}{_LONE_SURROGATES}]"
)
_PADDING = re.compile(" {2,}")
_LINE_END = re.compile("\r\n?")
TAB_CELLS = 4


def visible(text: str) -> str:
    """Return `text` with every control and direction mark shown as U+FFFD.

    Line feeds stay, other line ends become line feeds, tabs become spaces to the next stop of 4.
    """
    if _CONTROLS.search(text) is None:
        return text
    lines = _LINE_END.sub("\n", text).expandtabs(TAB_CELLS)
    return _CONTROLS_IN_TEXT.sub(REPLACEMENT, lines)


def one_line(text: str) -> str:
    """Return `visible(text)` on one line: line ends and runs of blanks become one blank."""
    return " ".join(visible(text).split())


def safe(text: str) -> Content:
    """Wrap a text that somebody else wrote for a widget: shown as it is, never parsed."""
    return Content(visible(text))


class ControlFilter(LineFilter):
    """Makes control and direction marks visible in every line, keeping its width in cells.

    A control character has no width and its replacement has one cell, so the cells are taken
    from the padding that follows it, and from the end of the line if there is not enough.
    Addresses of terminal hyperlinks (OSC 8) are dropped: only text reaches the terminal.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of one line with nothing left that a terminal would obey."""
        del background
        if not any(map(_is_suspect, segments)):
            return segments
        return _settle([_clean(segment) for segment in segments], _cells(segments))


def _is_suspect(segment: Segment) -> bool:
    text, style, control = segment
    if control or (style is not None and style.link):
        return True
    return not text.isprintable() and _CONTROLS.search(text) is not None


def _clean(segment: Segment) -> Segment:
    text, style, _ = segment
    if style is not None and style.link:
        style = style.update_link(None)
    return Segment(_CONTROLS.sub(REPLACEMENT, text), style)


def _cells(segments: list[Segment]) -> int:
    return sum(cell_len(text) for text, _, _ in segments)


def _settle(segments: list[Segment], cells: int) -> list[Segment]:
    """Shorten the line to `cells`: first the padding after a replacement, then the end."""
    surplus = _cells(segments) - cells
    kept: list[Segment] = []
    replaced = False
    for text, style, _ in segments:
        replaced = replaced or REPLACEMENT in text
        if replaced and surplus:
            text, surplus = _trim_padding(text, surplus)
        kept.append(Segment(text, style))
    return _cut(kept, cells) if surplus else kept


def _trim_padding(text: str, surplus: int) -> tuple[str, int]:
    """Take up to `surplus` blanks out of the last run of padding in `text`."""
    runs = list(_PADDING.finditer(text))
    if not runs:
        return text, surplus
    start, end = runs[-1].span()
    taken = min(surplus, end - start)
    return text[: end - taken] + text[end:], surplus - taken


def _cut(segments: list[Segment], cells: int) -> list[Segment]:
    kept: list[Segment] = []
    for text, style, _ in segments:
        part = text if cell_len(text) <= cells else set_cell_size(text, cells)
        cells -= cell_len(part)
        kept.append(Segment(part, style))
    return kept
