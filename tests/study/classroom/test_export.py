"""The report as a file: the same bytes from the same journal, and nothing in it runs."""

import csv
import json
from datetime import UTC, datetime
from io import BytesIO, StringIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tutor.study.classroom.export import FORMATS, as_csv, as_json, as_markdown, as_xlsx, guarded
from tutor.study.classroom.report import Cell, ClassReport, Table

HOSTILE = (
    "=HYPERLINK(1)",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "|a|",
    "[x](http://x)",
    "\x07b",
)
REPORT = ClassReport(
    "2026-03-02-crossing",
    "Crossing",
    datetime(2026, 3, 2, 8, 0, tzinfo=UTC),
    (("Module", "bridge/crossing"), ("Present", 23)),
    (
        Table("Said", ("Text",), tuple((text,) for text in HOSTILE)),
        Table(
            "Item statistics, all sessions",
            ("Item", "p", "Votes"),
            (("q", 0.5, -3), ("r", None, 0)),
        ),
    ),
)
NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_csv_guards_what_looks_like_a_formula() -> None:
    rows = list(csv.reader(StringIO(as_csv(REPORT).decode("utf-8-sig"), newline="")))
    begin = rows.index(["Said"]) + 2
    said = [row[0] for row in rows[begin : begin + len(HOSTILE)]]
    assert said[:6] == [f"'{text}" for text in HOSTILE[:6]]
    assert rows[-2:] == [["q", "0.5", "-3"], ["r", "", "0"]]
    assert ["Present", "23"] in rows


@pytest.mark.parametrize(("cell", "kept"), [(-3, -3), (None, None), ("", ""), ("A - B", "A - B")])
def test_numbers_and_plain_texts_stay_as_they_are(cell: Cell, kept: Cell) -> None:
    assert guarded(cell) == kept


def test_a_workbook_has_texts_and_numbers_and_no_formula() -> None:
    with ZipFile(BytesIO(as_xlsx(REPORT))) as book:
        sheets = [
            ElementTree.fromstring(book.read(f"xl/worksheets/sheet{n}.xml")) for n in (1, 2, 3)
        ]
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        names = ElementTree.fromstring(book.read("xl/workbook.xml"))
    assert not [cell for sheet in sheets for cell in sheet.iter(f"{NAMESPACE}f")]
    assert not [cell for sheet in sheets for cell in sheet.iter(f"{NAMESPACE}hyperlink")]
    kept = {text.text for text in strings.iter(f"{NAMESPACE}t")}
    assert {"=HYPERLINK(1)", "@SUM(A1)", "[x](http://x)"} <= kept
    numbers = [
        c.findtext(f"{NAMESPACE}v") for c in sheets[2].iter(f"{NAMESPACE}c") if c.get("t") is None
    ]
    assert numbers == ["0.5", "-3", "0"]
    assert [one.get("name") for one in names.iter(f"{NAMESPACE}sheet")] == [
        "Session", "Said", "Item statistics, all sessions",
    ]  # fmt: skip


def test_markdown_shows_markup_as_text() -> None:
    text = as_markdown(REPORT).decode()
    assert "| \\|a\\| |" in text
    assert "\\[x\\](http://x)" in text
    assert "\x07" not in text


def test_json_has_rows_by_column() -> None:
    read = json.loads(as_json(REPORT))
    assert read["facts"]["Present"] == 23
    assert read["tables"]["Item statistics, all sessions"][0] == {
        "Item": "q",
        "p": 0.5,
        "Votes": -3,
    }
    assert [row["Text"] for row in read["tables"]["Said"]] == list(HOSTILE)


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_report_gives_the_same_bytes(ending: str) -> None:
    assert FORMATS[ending](REPORT) == FORMATS[ending](REPORT)
