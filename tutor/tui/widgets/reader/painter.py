"""From lines of spans to strips: where faces get the styles of the theme."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.widgets.glyphs import Glyphs
from tutor.tui.widgets.reader.document import Face, Span, Spans, Target
from tutor.tui.widgets.reader.layout import Line
from tutor.tui.widgets.reader.wrap import width_of

PLACE = "reader-place"
"""Key of the style's meta data that holds the place of a reference, for the mouse."""

_CLASSES = {
    Face.EMPHASIS: "page--emphasis",
    Face.STRONG: "page--strong",
    Face.CODE: "page--code",
    Face.HEADING: "page--heading",
    Face.TITLE: "page--title",
    Face.LABEL: "page--label",
    Face.ADDRESS: "page--address",
    Face.BAR: "page--bar",
    Face.RULE: "page--rule",
    Face.TERM: "page--term",
    Face.CITATION: "page--citation",
    Face.HIT: "page--hit",
}
_VERBATIM = "page--verbatim"
_CURSOR = "page--cursor"
COMPONENT_CLASSES = {*_CLASSES.values(), _VERBATIM, _CURSOR}

_COMPONENT_CSS = """
    & > .page--emphasis { text-style: italic; }
    & > .page--strong { text-style: bold; }
    & > .page--code { color: $text; background: $panel; }
    & > .page--verbatim { background: $surface; color: $text; }
    & > .page--title { color: $text; text-style: bold; }
    & > .page--heading { color: $accent; text-style: bold; }
    & > .page--label { color: $text-muted; }
    & > .page--address { color: $text-muted; }
    & > .page--bar { color: $accent; }
    & > .page--rule { color: $text-disabled; }
    & > .page--term { color: $accent; text-style: underline; }
    & > .page--citation { color: $accent; }
    & > .page--hit { text-style: bold reverse; }
    & > .page--cursor { text-style: reverse; }
"""


def with_components(widget: str, rules: str) -> str:
    """Return the default CSS of a widget that paints pages."""
    return f"{widget} {{\n{rules}\n{_COMPONENT_CSS}}}\n"


class Painter:
    """Paints lines in the styles of `widget`; keeps the styles until `forget` is called."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, ...], Style] = {}

    def forget(self) -> None:
        """Drop the styles: the theme has changed."""
        self._styles.clear()

    def line(
        self, line: Line, width: int, glyphs: Glyphs, pan: int = 0, cursor: int | None = None
    ) -> Strip:
        """Paint a line in exactly `width` cells; `cursor` is the place of the chosen reference."""
        segments = list(self._segments(line.prefix, cursor))
        if line.body is not None:
            room = max(width - width_of(line.prefix), 3)
            segments.extend(self._body(line.body, room, glyphs, pan))
        strip = Strip(segments)
        return strip.adjust_cell_length(width, self._style())

    def blank(self, width: int) -> Strip:
        """Paint an empty line."""
        return Strip.blank(width, self._style())

    def _segments(self, spans: Spans, cursor: int | None, *base: str) -> Iterator[Segment]:
        for span in spans:
            yield Segment(span.text, self._style_of(span, cursor, base))

    def _body(self, body: Spans, room: int, glyphs: Glyphs, pan: int) -> Iterator[Segment]:
        """Paint verbatim text between two marks that tell whether more of it is outside."""
        base = self._style(_VERBATIM)
        inside = room - 2
        cells = width_of(body)
        plain = tuple(Span(span.text, span.face & ~Face.CODE, span.target) for span in body)
        strip = Strip(self._segments(plain, None, _VERBATIM))
        mark = self._style(_VERBATIM, _CLASSES[Face.CITATION])
        yield Segment(glyphs.more_left if pan and cells else " ", mark)
        yield from strip.crop(pan, pan + inside).adjust_cell_length(inside, base)
        yield Segment(glyphs.more_right if cells > pan + inside else " ", mark)

    def _style_of(self, span: Span, cursor: int | None, base: tuple[str, ...]) -> Style:
        classes = [name for face, name in _CLASSES.items() if face in span.face]
        target = span.target
        if target is None:
            return self._style(*base, *classes)
        if target.place == cursor:
            classes.append(_CURSOR)
        return self._style(*base, *classes) + _meta_of(target)

    def _style(self, *classes: str) -> Style:
        style = self._styles.get(classes)
        if style is None:
            style = self._widget.get_visual_style(*classes).rich_style
            if any(map(self._is_reverse, classes)):
                style += Style(reverse=True)
            self._styles[classes] = style
        return style

    def _is_reverse(self, name: str) -> bool:
        """Textual's visual styles lose `reverse`, which a screen without colours needs."""
        return bool(self._widget.get_component_styles(name).text_style.reverse)


def _meta_of(target: Target) -> Style:
    return Style.from_meta({PLACE: target.place})
