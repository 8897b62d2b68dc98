"""CSV: a spreadsheet runs nothing of it, and reads and writes it in its own way."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.interop.banks import of_kinds
from tests.content.interop.strategies import items
from tutor.content.interop.formats import FORMATS
from tutor.content.interop.loss import WHOLE, NotRead
from tutor.content.interop.tables import as_lines, from_lines, guarded, unguarded
from tutor.model.items import Item


@given(st.text())
def test_a_guarded_cell_is_no_formula_and_comes_back(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    try:
        float(cell)
    except ValueError:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.lists(st.text(st.characters(exclude_characters="\r")).filter(str.strip)))
def test_lists_of_texts_come_back(texts: list[str]) -> None:
    assert from_lines(as_lines(texts)) == texts


@settings(max_examples=25)
@given(items())
def test_no_cell_of_a_table_is_a_formula(item: Item) -> None:
    text = FORMATS["csv"].write([item], "").text
    assert text.startswith("\ufeff")
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r", "\n"))
            assert not cell.startswith("-") or float(cell) <= 0


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_a_spreadsheet_wrote_is_read(delimiter: str) -> None:
    text = FORMATS["csv"].write(of_kinds(), "").text.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    sink = io.StringIO(newline="")
    csv.writer(sink, delimiter=delimiter, lineterminator="\n").writerows(rows)
    found, losses = FORMATS["csv"].read(sink.getvalue())
    assert losses == []
    assert [one.keys for one in found] == [one.keys for one in FORMATS["csv"].read(text)[0]]


def test_a_table_typed_by_hand() -> None:
    found, losses = FORMATS["csv"].read(
        "question;a.text;a.why;b.text;b.why;correct;difficulty;;answer;kind;mood\n"
        "Which?;one;w;two;w;A;2;stray;;;\n"
        "Both?;one;w;two;w;a, b;;;;;\n"
        "True?;;;;;;;;yes;true-false;\n"
        "True?;;;;;;;;perhaps;true-false;\n"
        "Hard?;;;;;;very;;;;\n"
        ";;;;;a;;;;;\n"
    )
    assert [one.keys["kind"] for one in found] == ["single", "multiple", "true-false"]
    assert found[0].keys["correct"] == "a"
    assert found[0].told == (("cells", "A cell under no key: stray"),)
    assert found[1].keys["correct"] == ["a", "b"]
    assert found[2].keys["answer"] is True
    left_out = [(f"row {n}", WHOLE) for n in (5, 6, 7)]
    assert [(one.item, one.what) for one in losses] == [("first line", "mood"), *left_out]


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "empty"), ("a,b\n1,2\n", "no column prompt"), ('prompt\n"a', "no table")],
)
def test_what_is_no_table_is_refused(text: str, said: str) -> None:
    with pytest.raises(NotRead, match=said):
        FORMATS["csv"].read(text)
