"""The plots: never wider than the room, the figure beside the bar, ASCII where it is asked for."""

from hypothesis import given
from hypothesis import strategies as st

from tutor.tui.widgets.charts import Bar, Cell, bar, bars, columns, grid
from tutor.tui.widgets.glyphs import ASCII, UNICODE

WIDTHS = st.integers(40, 160)
SHARES = st.one_of(st.none(), st.floats(0, 1))
LABELS = st.text(st.characters(codec="ascii", exclude_categories=["C"]), max_size=60)


def test_a_bar_says_its_share() -> None:
    assert bar(0.4, ASCII).plain == "####......  40 %"
    assert bar(None, ASCII).plain == "..........   -  "
    assert bar(1.0, ASCII).plain == "########## 100 %"
    assert bar(0.996, ASCII).plain.endswith(" 99 %"), "rounded down, as everywhere"


@given(st.lists(st.tuples(LABELS, SHARES), max_size=6), WIDTHS)
def test_bars_fit(rows: list[tuple[str, float | None]], width: int) -> None:
    for line in bars([Bar(label, share, "12 of 30") for label, share in rows], width, UNICODE):
        assert line.cell_length <= width


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=90), WIDTHS)
def test_columns_fit_and_the_highest_reaches_the_top(values: list[float], width: int) -> None:
    lines = columns(values, ("1 Jan", "today"), width, ASCII)
    assert all(line.cell_length <= width for line in lines)
    shown = values[-(width - 6) :]
    assert ("#" in lines[0].plain) == (max(shown) > 0)


def test_columns_show_small_values_too() -> None:
    lines = [line.plain for line in columns([0.0, 1.0, 100.0], ("a", "b"), 40, ASCII)]
    assert lines[0] == " 100         ### "
    assert lines[3] == "         ... ### "
    assert lines[4].startswith("   0 ")


def test_a_grid_names_each_cell_by_a_letter() -> None:
    rows = [("Participation", [Cell("F", 2, 0.9), Cell("-", 0)]), ("Protection", [Cell("M", 4, 1)])]
    lines = [line.plain for line in grid(rows, 60, ASCII)]
    assert lines == ["Participation  F# -  ", "Protection     M# "]


@given(st.lists(st.tuples(LABELS, st.integers(0, 8)), min_size=1, max_size=6), WIDTHS)
def test_a_grid_fits(rows: list[tuple[str, int]], width: int) -> None:
    drawn = grid([(label, [Cell("P", 3, 0.5)] * count) for label, count in rows], width, UNICODE)
    assert all(line.cell_length <= width for line in drawn)
