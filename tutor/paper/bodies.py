"""Where a reader puts an answer with a pen: one entry per body."""

from collections.abc import Callable
from string import ascii_uppercase
from typing import Any

from tutor.paper.document import (
    Blocks,
    Marked,
    Paragraph,
    Ruled,
    Table,
    line,
    words,
)
from tutor.study.frames import (
    Body,
    ExtremesBody,
    GapBody,
    Option,
    OrderBody,
    PairBody,
    PickBody,
    ScaleBody,
    SortBody,
    StatementsBody,
    TruthBody,
    WriteBody,
)

BOX = "☐"
BLANK = "........"


def answer_sheet(body: Body) -> Blocks:
    """Boxes, lines and gaps for an answer."""
    return _WRITE[type(body)](body)


def _lettered(options: tuple[Option, ...], before: str) -> Marked:
    return Marked(
        tuple(
            (f"{before} {letter}".strip(), (Paragraph(words(one.text)),))
            for letter, one in zip(ascii_uppercase, options, strict=False)
        )
    )


def _pick(body: PickBody) -> Blocks:
    title = (Paragraph(words(body.title, strong=True)),) if body.title else ()
    return (*title, _lettered(body.options, BOX))


def _pairs(body: PairBody) -> Blocks:
    rows = tuple(
        (words(f"{number}."), words(stem.text), words(BLANK))
        for number, stem in enumerate(body.stems, start=1)
    )
    often = "each letter once at most" if body.once else "a letter may be used more than once"
    return (
        Table((words(""), words(""), words("Letter")), rows, (1, 12, 2)),
        line(f"To choose from, {often}:"),
        _lettered(body.partners, ""),
    )


def _order(body: OrderBody) -> Blocks:
    return (line("Number the lines from 1."), _lettered(body.lines, BLANK[:4]))


def _boxes(
    options: tuple[Option, ...], columns: tuple[str, ...], widths: tuple[int, ...]
) -> Blocks:
    """A line for each option with a box in each column."""
    rows = tuple(
        (words(letter), words(one.text), *(words(BOX) for _ in columns))
        for letter, one in zip(ascii_uppercase, options, strict=False)
    )
    head = (words(""), words(""), *(words(column) for column in columns))
    return (Table(head, rows, widths),)


def _sort(body: SortBody) -> Blocks:
    columns = tuple(one.text for one in body.bins)
    return _boxes(body.lines, columns, (2, 16, *(max(24 // len(columns), 4) for _ in columns)))


def _gaps(body: GapBody) -> Blocks:
    rows = []
    for gap in body.gaps:
        offered = "    ".join(f"{BOX} {choice}" for choice in gap.choices)
        rows.append((f"({gap.number})", (line(offered or BLANK * 5),)))
    return (Marked(tuple(rows)),)


def _write(body: WriteBody) -> Blocks:
    if body.lines > 1:
        return (Ruled(body.lines),)
    return (line(f"{BLANK * 5} {body.unit}".strip()),)


def _scale(body: ScaleBody) -> Blocks:
    return (
        Marked(
            tuple((f"{BOX} {n}", (line(one.text),)) for n, one in enumerate(body.steps, start=1))
        ),
    )


_WRITE: dict[type[Body], Callable[[Any], Blocks]] = {
    PickBody: _pick,
    TruthBody: lambda _body: (Marked(((BOX, (line("True"),)), (BOX, (line("False"),)))),),
    PairBody: _pairs,
    OrderBody: _order,
    WriteBody: _write,
    StatementsBody: lambda body: _boxes(body.lines, ("True", "False"), (1, 12, 2, 2)),
    SortBody: _sort,
    GapBody: _gaps,
    ScaleBody: _scale,
    ExtremesBody: lambda body: _boxes(body.options, ("Best", "Worst"), (1, 12, 2, 2)),
}
