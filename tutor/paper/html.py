"""A document as one HTML file: nothing is run and nothing is fetched, in whatever browser."""

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from tutor.content.harmless import CONTROLS, REPLACEMENT
from tutor.paper.document import (
    Aside,
    Block,
    Blocks,
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
)

CSP = "default-src 'none'; style-src 'unsafe-inline'"
"""Even if a text broke out of its place, a browser would run and fetch nothing."""

STYLE = """
@page { size: A4; margin: 20mm 18mm 22mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
* { box-sizing: border-box; }
body { font: 11pt/1.45 "Liberation Sans", Arial, Helvetica, sans-serif; color: #000;
  background: #fff; max-width: 46em; margin: 2em auto; padding: 0 1.2em;
  overflow-wrap: break-word; }
h1 { font-size: 1.6em; line-height: 1.2; margin: 0 0 .4em; }
h2 { font-size: 1.25em; margin: 1.6em 0 .5em; border-bottom: 1px solid #000; }
h3 { font-size: 1.08em; margin: 1.3em 0 .4em; }
h4, h5 { font-size: 1em; margin: 1em 0 .3em; }
h2, h3, h4, h5 { break-after: avoid; }
p { margin: .5em 0; orphans: 3; widows: 3; }
.lead { margin: 0; } .quiet { font-size: .88em; color: #333; }
table { border-collapse: collapse; width: 100%; margin: .7em 0; }
th, td { border: 1px solid #555; padding: .25em .5em; text-align: left; vertical-align: top; }
th { border-bottom-width: 2px; } thead { display: table-header-group; }
tr, .together { break-inside: avoid; }
ul, ol { margin: .4em 0; padding-left: 1.6em; } li > p { margin: .15em 0; }
dl.marked { display: grid; grid-template-columns: max-content 1fr; gap: .25em .7em;
  margin: .5em 0; }
dl.marked dt { font-weight: bold; } dl.marked dd { margin: 0; } dd > p { margin: 0 0 .2em; }
blockquote { margin: .6em 0; padding: .1em 0 .1em 1em; border-left: 3px solid #555; }
pre { white-space: pre-wrap; border: 1px solid #999; padding: .5em; font-size: .9em; }
aside { border: 2px solid #000; padding: .3em .9em .5em; margin: .8em 0; }
aside > .label { font-weight: bold; text-transform: uppercase; font-size: .8em;
  letter-spacing: .06em; margin: .2em 0; }
hr { border: 0; border-top: 1px solid #555; margin: 1em 0; }
.ruled { border-bottom: 1px solid #777; height: 2em; }
.cut { display: grid; gap: 0; margin: .5em 0; }
.cut.two { grid-template-columns: 1fr 1fr; }
.piece { border: 1.5px dashed #000; padding: .6em 1em; break-inside: avoid; }
.two .piece { height: 100mm; text-align: center; }
.sign { font-size: 170pt; font-weight: bold; line-height: 1.15; margin: 0; }
.pattern { font-size: 34pt; letter-spacing: .12em; line-height: 1; margin: 0; }
.break { break-after: page; height: 0; }
footer { margin-top: 2.5em; border-top: 1px solid #555; font-size: .85em; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10pt; } }
"""


def write(document: Document) -> bytes:
    """The file, UTF-8."""
    title = _text(document.title)
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{CSP}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{title}</h1>",
        *(f'<p class="lead">{_text(said)}</p>' for said in document.lead),
        *_blocks(document.blocks),
        "</main>",
        *([f"<footer><p>{_text(document.foot)}</p></footer>"] if document.foot else []),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts).encode()


def _text(text: str) -> str:
    return escape(CONTROLS.sub(REPLACEMENT, text))


def _spans(spans: Spans) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    said = _text(span.text)
    if span.code:
        said = f"<code>{said}</code>"
    if span.emphasis:
        said = f"<em>{said}</em>"
    return f"<strong>{said}</strong>" if span.strong else said


def _blocks(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from _WRITE[type(block)](block)


def _paragraph(block: Paragraph) -> Iterator[str]:
    kind = ' class="quiet"' if block.quiet else ""
    yield f"<p{kind}>{_spans(block.spans)}</p>"


def _listing(block: Listing) -> Iterator[str]:
    tag = "ul" if block.start is None else "ol"
    start = f' start="{block.start}"' if block.start not in (None, 1) else ""
    yield f"<{tag}{start}>"
    for item in block.items:
        yield "<li>"
        yield from _blocks(item)
        yield "</li>"
    yield f"</{tag}>"


def _marked(block: Marked) -> Iterator[str]:
    yield '<dl class="marked">'
    for mark, blocks in block.rows:
        yield f"<dt>{_text(mark)}</dt>"
        yield "<dd>"
        yield from _blocks(blocks)
        yield "</dd>"
    yield "</dl>"


def _table(block: Table) -> Iterator[str]:
    yield "<table>"
    if block.widths:
        whole = sum(block.widths)
        shares = (f'<col style="width:{100 * width // whole}%">' for width in block.widths)
        yield f"<colgroup>{''.join(shares)}</colgroup>"
    yield f"<thead>{_row('th', block.head)}</thead>"
    yield "<tbody>"
    yield from (_row("td", row) for row in block.rows)
    yield "</tbody>"
    yield "</table>"


def _row(tag: str, cells: tuple[Spans, ...]) -> str:
    return f"<tr>{''.join(f'<{tag}>{_spans(cell)}</{tag}>' for cell in cells)}</tr>"


def _wrapped(tag: str, kind: str, blocks: Blocks) -> Iterator[str]:
    yield f"<{tag}{kind}>"
    yield from _blocks(blocks)
    yield f"</{tag}>"


def _aside(block: Aside) -> Iterator[str]:
    yield f'<aside><p class="label">{_text(block.label)}</p>'
    yield from _blocks(block.blocks)
    yield "</aside>"


def _cut_sheet(block: CutSheet) -> Iterator[str]:
    yield f'<div class="cut{" two" if block.columns == 2 else ""}">'
    for piece in block.pieces:
        yield '<div class="piece">'
        if piece.sign:
            yield f'<p class="sign">{_text(piece.sign)}</p>'
            yield f'<p class="pattern">{_text(piece.pattern)}</p>'
        yield from _blocks(piece.blocks)
        yield "</div>"
    yield "</div>"


_WRITE: dict[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: lambda one: iter(
        [f"<h{one.level + 1}>{_spans(one.spans)}</h{one.level + 1}>"],
    ),
    Paragraph: _paragraph,
    Listing: _listing,
    Marked: _marked,
    Table: _table,
    Quote: lambda one: _wrapped("blockquote", "", one.blocks),
    Verbatim: lambda one: iter([f"<pre>{_text(chr(10).join(one.lines))}</pre>"]),
    Rule: lambda _one: iter(["<hr>"]),
    PageBreak: lambda _one: iter(['<div class="break"></div>']),
    Together: lambda one: _wrapped("div", ' class="together"', one.blocks),
    Aside: _aside,
    CutSheet: _cut_sheet,
    Ruled: lambda one: iter(['<div class="ruled"></div>'] * one.lines),
}
