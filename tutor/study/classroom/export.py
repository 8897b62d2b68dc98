"""The report of a session as a file: Markdown, CSV, JSON, XLSX. The same report, the same bytes.

Texts in a report come from courses and from the room. A spreadsheet must not run them, and
Markdown must not take them for markup.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from typing import Any

from tutor.content.harmless import harmless
from tutor.study.classroom.report import Cell, ClassReport, Table

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so may be run as a formula by a spreadsheet (OWASP, CSV injection)."""

SHEET_NAME = 31
"""Characters that a spreadsheet allows for the name of a sheet."""

WIDEST = 60
"""Characters of the widest column of a sheet."""

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")


def as_markdown(report: ClassReport) -> bytes:
    """For people: facts as a list, then each table."""
    return ("\n".join(_markdown(report)).rstrip() + "\n").encode()


def as_csv(report: ClassReport) -> bytes:
    """For spreadsheets: each table below its name, an empty line between. UTF-8 with a mark at
    the beginning, which spreadsheets need to see that it is UTF-8."""
    sink = StringIO(newline="")
    writer = csv.writer(sink)
    writer.writerow(["Class session", guarded(report.session)])
    writer.writerow(["Title", guarded(report.title)])
    for label, value in report.facts:
        writer.writerow([label, guarded(value)])
    for table in report.tables:
        writer.writerows([[], [table.name], table.columns])
        writer.writerows([[guarded(cell) for cell in row] for row in table.rows])
    return sink.getvalue().encode("utf-8-sig")


def as_json(report: ClassReport) -> bytes:
    """For programs: rows as objects by column."""
    shown = {
        "session": report.session,
        "title": report.title,
        "facts": dict(report.facts),
        "tables": {
            table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            for table in report.tables
        },
    }
    return (json.dumps(shown, ensure_ascii=False, indent=2) + "\n").encode()


def as_xlsx(report: ClassReport) -> bytes:
    """A workbook with a sheet for each table. Texts are written as texts, never as formulas."""
    import xlsxwriter

    sink = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(sink, options) as book:
        book.set_properties({"created": report.begun.replace(tzinfo=None)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        facts = (("Class session", report.session), ("Title", report.title), *report.facts)
        for table in (Table("Session", ("Fact", "Value"), facts), *report.tables):
            _sheet(book, table, head, wrapped)
    return sink.getvalue()


FORMATS: dict[str, Callable[[ClassReport], bytes]] = {
    "md": as_markdown,
    "csv": as_csv,
    "json": as_json,
    "xlsx": as_xlsx,
}
"""The formats by the ending of the file."""


def guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs: a text that looks like a formula gets an apostrophe."""
    if not isinstance(cell, str):
        return cell
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) or cell[:1] in FORMULA else cell


def _markdown(report: ClassReport) -> Iterator[str]:
    yield f"# Class session {_plain(report.session)}: {_plain(report.title)}"
    yield ""
    for label, value in report.facts:
        yield f"- {label}: {_plain(value)}"
    for table in report.tables:
        yield ""
        yield f"## {table.name}"
        yield ""
        yield f"| {' | '.join(table.columns)} |"
        yield f"|{'---|' * len(table.columns)}"
        for row in table.rows:
            yield f"| {' | '.join(_plain(cell) for cell in row)} |"


def _plain(cell: Cell) -> str:
    """A cell on one line with nothing in it that Markdown would read as markup."""
    if cell is None:
        return ""
    return _MARKUP.sub(r"\\\1", harmless(str(cell)))


def _sheet(book: Any, table: Table, head: Any, wrapped: Any) -> None:
    """`book` and the formats are those of xlsxwriter, which has no types."""
    sheet = book.add_worksheet(_NOT_IN_SHEET_NAME.sub(" ", table.name)[:SHEET_NAME])
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(table.columns):
        sheet.write_string(0, column, title, head)
        longest = max((len(str(row[column])) for row in table.rows), default=0)
        sheet.set_column(column, column, min(WIDEST, max(len(title), longest) + 2))
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell, wrapped)
            elif cell is not None:
                sheet.write_number(number, column, cell, wrapped)
