"""The widgets that are one pure function: title, indicators, progress, hanging lines."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from tutor.tui.widgets.glyphs import ASCII, UNICODE
from tutor.tui.widgets.indicators import lines_of
from tutor.tui.widgets.marked_list import Hanging
from tutor.tui.widgets.progress import progress
from tutor.tui.widgets.title_bar import bar


@dataclass(frozen=True)
class Row:
    label: str
    value: int
    before: int | None = None
    min: int = 0
    max: int = 10


def texts(*rows: Row, width: int = 70) -> list[str]:
    return [line.plain.rstrip() for line in lines_of(rows, width, ASCII)]


def test_indicators_show_value_change_and_bar_in_columns() -> None:
    assert texts(Row("Civilian trust", 7, 5), Row("Time", 3, 4), Row("Access", 6)) == [
        "Civilian trust  5 -> 7  (+2)  #######...",
        "Time            4 -> 3  (-1)  ###.......",
        "Access          6             ######....",
    ]


def test_an_indicator_that_did_not_move_has_no_change() -> None:
    assert texts(Row("Trust", 5, 5)) == ["Trust  5  #####....."]


def test_narrow_indicators_stand_on_two_lines() -> None:
    assert texts(Row("Trust", 5), width=30) == ["Trust", "5  #####....."]


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (Row("x", 0), ".........."),
        (Row("x", 10), "##########"),
        (Row("x", 99), "##########"),
        (Row("x", -99), ".........."),
        (Row("x", 1, max=100), "#........."),
        (Row("x", 0, min=-5, max=5), "#####....."),
        (Row("x", 3, min=3, max=3), ".........."),
    ],
)
def test_bars_keep_their_ends(row: Row, wanted: str) -> None:
    assert texts(row)[0].split()[-1] == wanted


def test_a_long_label_is_cut_and_markup_is_text() -> None:
    (line,) = texts(Row("[b]" + "x" * 80, 5))
    assert line.startswith("[b]xxx")
    assert "..." in line


def test_progress_says_it_in_words() -> None:
    assert progress(4, 7, ASCII).plain == "4 of 7  ######......"
    assert progress(9, 7, ASCII).plain.endswith("#" * 12)
    assert progress(0, 0, ASCII).plain == ""


CRUMBS = ("Participation", "The council of eleven", "At the harbour")


@pytest.mark.parametrize(
    ("width", "wanted"),
    [
        (70, "Participation > The council of eleven > At the harbour          3/7 ok"),
        (54, "... > The council of eleven > At the harbour"),
        (30, "... > At the harbour"),
        (20, "At the ha...  3/7 ok"),
        (4, ""),
    ],
)
def test_the_title_gives_up_its_crumbs_from_the_front(width: int, wanted: str) -> None:
    shown = bar(CRUMBS, "3/7 \nok", width, ASCII).plain
    assert shown.startswith(wanted)
    assert cell_len(shown) <= width


@given(
    st.lists(st.text(max_size=20).map(lambda text: " ".join(text.split())), max_size=4),
    st.text(alphabet="ab 平[/]", max_size=20),
    st.integers(0, 90),
)
def test_no_title_is_wider_than_its_line(crumbs: list[str], state: str, width: int) -> None:
    assert cell_len(bar(crumbs, state, width, UNICODE).plain) <= width


def test_hanging_lines() -> None:
    hanging = Hanging(Content("A  "), [Content("one two three four five"), Content("six")], gap=1)
    assert [line.plain for line in hanging._lines(18)] == [
        "A  one two three",
        "   four five",
        "   six",
        "",
    ]
    assert hanging.get_height({}, 18) == 4
    assert hanging.get_optimal_width({}, 80) == 26


@pytest.mark.parametrize("width", range(12))
def test_hanging_lines_without_room(width: int) -> None:
    hanging = Hanging(Content("A  ( )  "), [Content("word")])
    assert hanging.get_height({}, width) >= 1
