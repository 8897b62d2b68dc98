"""A document as PDF, by reportlab. The font comes with the program, so that every letter is there.

reportlab reads a small markup of its own in paragraphs: every text is escaped before it gets there.
"""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import bidirectional
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import HRFlowable, Indenter, KeepTogether, SimpleDocTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from tutor.content.harmless import harmless
from tutor.paper.document import (
    Aside,
    Block,
    Blocks,
    CutOut,
    CutSheet,
    Document,
    Heading,
    Listing,
    Marked,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Ruled,
    Span,
    Spans,
    Table,
    Together,
    Verbatim,
    text_of,
    words,
)

FONT = "Paper"
MONO = "Paper-Mono"
FACES = ("", "-Bold", "-Oblique")
INDENT = 14
"""Points by which lists and quotes stand in."""

MARGIN = 18 * mm
SIZES = {1: 14.0, 2: 11.5, 3: 10.0, 4: 9.5}
"""Points of a heading by its level."""

REPEATED = 400
"""Characters below which the head of a table is printed again on the next page."""

NOT_SHOWN = (
    "Some letters of this document cannot be printed rightly here, since the font has no sign for "
    "them or they are written from right to left ({}). The HTML file has them all."
)


def write(document: Document) -> bytes:
    """The file: A4, the same bytes for the same document."""
    _fonts()
    sink = BytesIO()
    template = SimpleDocTemplate(
        sink,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=22 * mm,
        title=_plain(document.title),
        creator="Staff tutor",
        author="",
        subject="",
        lang="en-GB",
        invariant=1,
    )
    template.afterFlowable = lambda flowable: _outline(template, flowable)
    writer = _Writer()
    story = list(writer.story(document))
    foot = _plain(document.foot)
    template.build(
        story,
        onFirstPage=lambda canvas, page: _foot(canvas, page, foot),
        onLaterPages=lambda canvas, page: _foot(canvas, page, foot),
    )
    return sink.getvalue()


@cache
def _fonts() -> None:
    folder = Path(__file__).parent / "fonts"
    for face in FACES:
        file = folder / f"DejaVuSansCondensed{face}.ttf"
        pdfmetrics.registerFont(TTFont(FONT + face, str(file)))
    pdfmetrics.registerFont(TTFont(MONO, str(folder / "DejaVuSansMono.ttf")))
    bold, oblique = f"{FONT}-Bold", f"{FONT}-Oblique"
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=bold, italic=oblique, boldItalic=bold)


def _foot(canvas: Any, page: Any, foot: str) -> None:
    canvas.saveState()
    canvas.setFont(FONT, 7.5)
    number = f"Page {page.page}"
    room = A4[0] - 2 * MARGIN - pdfmetrics.stringWidth(number, FONT, 7.5) - 12
    while foot and pdfmetrics.stringWidth(foot, FONT, 7.5) > room:
        foot = foot[:-2].rstrip("…") + "…"
    canvas.drawString(MARGIN, 12 * mm, foot)
    canvas.drawRightString(A4[0] - MARGIN, 12 * mm, number)
    canvas.restoreState()


def _outline(template: Any, flowable: Any) -> None:
    """The parts of the document as bookmarks of the reader."""
    key = getattr(flowable, "outline_key", "")
    if key:
        template.canv.bookmarkPage(key)
        template.canv.addOutlineEntry(flowable.getPlainText(), key, 0)


def _style(name: str, size: float = 9.5, **more: Any) -> Any:
    found = {"fontName": FONT, "fontSize": size, "leading": size * 1.38, "spaceAfter": 3.5}
    return ParagraphStyle(name, **{**found, "splitLongWords": 1, **more})


BODY = _style("body")
QUIET = _style("quiet", 8.2, textColor=colors.Color(0.25, 0.25, 0.25))
LEAD = _style("lead", spaceAfter=0)
VERBATIM = _style("verbatim", 8.2, fontName=MONO, spaceAfter=0)
CELL = _style("cell", 8.8, spaceAfter=0)
HANGING = _style("hanging", leftIndent=INDENT, firstLineIndent=-INDENT)
TITLE = _style("title", 18, fontName=f"{FONT}-Bold", spaceAfter=6, leading=22)
LABEL = _style("label", 8, fontName=f"{FONT}-Bold", keepWithNext=1)
SIGN = _style("sign", 150, fontName=f"{FONT}-Bold", alignment=1, leading=175)
PATTERN = _style("pattern", 30, alignment=1, leading=36)
HEADINGS = {
    level: _style(
        f"heading{level}", size, fontName=f"{FONT}-Bold", spaceBefore=size * 0.8, keepWithNext=1
    )
    for level, size in SIZES.items()
}


def _plain(text: str) -> str:
    return " ".join(harmless(text).split())


class _Writer:
    """Makes flowables, and remembers the letters that the font does not have."""

    def __init__(self) -> None:
        self._missing: set[str] = set()
        self._parts = 0
        self._known = frozenset(pdfmetrics.getFont(FONT).face.charToGlyph)

    def story(self, document: Document) -> Iterator[Any]:
        """Everything in order, and at the end what could not be printed."""
        yield Text(self._spans(words(document.title)), TITLE)
        yield from (Text(self._text(_plain(said)), LEAD) for said in document.lead)
        yield Spacer(1, 6)
        yield from self._blocks(document.blocks)
        if self._missing:
            listed = ", ".join(f"U+{ord(sign):04X}" for sign in sorted(self._missing)[:20])
            yield Text(NOT_SHOWN.format(listed), QUIET)

    def _text(self, text: str) -> str:
        text = harmless(text)
        self._missing.update(
            sign
            for sign in set(text)
            if ord(sign) not in self._known or bidirectional(sign) in ("R", "AL")
        )
        return escape(text)

    def _spans(self, spans: Spans) -> str:
        return "".join(self._span(span) for span in spans)

    def _span(self, span: Span) -> str:
        said = self._text(span.text)
        if span.emphasis:
            said = f"<i>{said}</i>"
        return f"<b>{said}</b>" if span.strong else said

    def _blocks(self, blocks: Blocks) -> Iterator[Any]:
        for block in blocks:
            yield from _WRITE[type(block)](self, block)

    def heading(self, block: Heading) -> Iterator[Any]:
        made = Text(self._spans(block.spans), HEADINGS[block.level])
        if block.level == 1:
            self._parts += 1
            made.outline_key = f"part-{self._parts}"
        yield made

    def paragraph(self, block: Paragraph) -> Iterator[Any]:
        yield Text(self._spans(block.spans), QUIET if block.quiet else BODY)

    def listing(self, block: Listing) -> Iterator[Any]:
        for place, item in enumerate(block.items):
            mark = "•" if block.start is None else f"{block.start + place}."
            yield from self._item(f"{mark}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}", item)

    def marked(self, block: Marked) -> Iterator[Any]:
        for mark, blocks in block.rows:
            label = f"<b>{self._text(_plain(mark))}</b>\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
            yield from self._item(label, blocks)
        yield Spacer(1, 3)

    def _item(self, mark: str, blocks: Blocks) -> Iterator[Any]:
        """The mark before the first line, what follows below it."""
        first, *rest = blocks or (Paragraph(()),)
        if isinstance(first, Paragraph):
            yield Text(mark + self._spans(first.spans), HANGING)
        else:
            yield Text(mark, HANGING)
            rest = [first, *rest]
        yield from self._indented(tuple(rest))

    def _indented(self, blocks: Blocks) -> Iterator[Any]:
        yield Indenter(left=INDENT)
        yield from self._blocks(blocks)
        yield Indenter(left=-INDENT)

    def quote(self, block: Quote) -> Iterator[Any]:
        yield from self._indented(block.blocks)

    def table(self, block: Table) -> Iterator[Any]:
        head = [Text(f"<b>{self._spans(cell)}</b>", CELL) for cell in block.head]
        rows = [head, *([Text(self._spans(cell), CELL) for cell in row] for row in block.rows)]
        count = len(block.head)
        shares = block.widths or (1,) * count
        # What is left of the page inside two levels of indentation.
        room = A4[0] - 2 * MARGIN - 2 * INDENT
        widths = [room * share / sum(shares) for share in shares]
        repeat = int(sum(len(text_of(cell)) for cell in block.head) < REPEATED)
        grid = Grid(rows, colWidths=widths, repeatRows=repeat, splitInRow=1, hAlign="LEFT")
        grid.setStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                ("LINEBELOW", (0, 0), (-1, 0), 1.2, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 3),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
        yield grid
        yield Spacer(1, 5)

    def verbatim(self, block: Verbatim) -> Iterator[Any]:
        for line in block.lines:
            yield Text(self._text(line).replace(" ", "\N{NO-BREAK SPACE}"), VERBATIM)
        yield Spacer(1, 4)

    def aside(self, block: Aside) -> Iterator[Any]:
        yield HRFlowable(width="100%", thickness=1.2, color=colors.black, spaceBefore=4)
        yield Text(self._text(_plain(block.label)).upper(), LABEL)
        yield from self._indented(block.blocks)
        yield HRFlowable(width="100%", thickness=1.2, color=colors.black, spaceAfter=6)

    def together(self, block: Together) -> Iterator[Any]:
        yield KeepTogether(list(self._blocks(block.blocks)))

    def cut_sheet(self, block: CutSheet) -> Iterator[Any]:
        cells = [self._piece(piece) for piece in block.pieces]
        cells += [[] for _ in range(-len(cells) % block.columns)]
        rows = [cells[n : n + block.columns] for n in range(0, len(cells), block.columns)]
        width = (A4[0] - 2 * MARGIN) / block.columns
        heights = [100 * mm if block.columns > 1 else None] * len(rows)
        sheet = Grid(rows, colWidths=[width] * block.columns, rowHeights=heights)
        dashes = (3, 3)
        sheet.setStyle([
            ("INNERGRID", (0, 0), (-1, -1), 0.8, colors.black, "butt", dashes),
            ("BOX", (0, 0), (-1, -1), 0.8, colors.black, "butt", dashes),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if block.columns > 1 else "TOP"),
        ])  # fmt: skip
        yield sheet

    def _piece(self, piece: CutOut) -> list[Any]:
        big = [(piece.sign, SIGN), (piece.pattern, PATTERN)] if piece.sign else []
        signs = [Text(self._text(text), style) for text, style in big]
        return [*signs, *self._blocks(piece.blocks)]

    def ruled(self, block: Ruled) -> Iterator[Any]:
        for _ in range(block.lines):
            yield HRFlowable(width="100%", thickness=0.5, color=colors.grey, spaceBefore=20)


_WRITE: dict[type[Block], Callable[[_Writer, Any], Iterator[Any]]] = {
    Heading: _Writer.heading,
    Paragraph: _Writer.paragraph,
    Listing: _Writer.listing,
    Marked: _Writer.marked,
    Table: _Writer.table,
    Quote: _Writer.quote,
    Verbatim: _Writer.verbatim,
    Rule: lambda _writer, _one: iter([HRFlowable(width="100%", spaceBefore=4, spaceAfter=4)]),
    PageBreak: lambda _writer, _one: iter([NewPage()]),
    Together: _Writer.together,
    Aside: _Writer.aside,
    CutSheet: _Writer.cut_sheet,
    Ruled: _Writer.ruled,
}
