"""Item analysis against published figures and an independent library."""

import statistics
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.engine.item_statistics import (
    Spread,
    item_statistics,
    point_biserial,
    upper_lower,
)

LSAT6 = {
    "00000": 3, "00001": 6, "00010": 2, "00011": 11, "00100": 1, "00101": 1, "00110": 3,
    "00111": 4, "01000": 1, "01001": 8, "01011": 16, "01101": 3, "01110": 2, "01111": 15,
    "10000": 10, "10001": 29, "10010": 14, "10011": 81, "10100": 3, "10101": 28, "10110": 15,
    "10111": 80, "11000": 16, "11001": 56, "11010": 21, "11011": 173, "11100": 11, "11101": 61,
    "11110": 28, "11111": 298,
}  # fmt: skip
"""Section 6 of the Law School Admission Test, 1,000 people (Bock & Lieberman 1970)."""

PEOPLE = [[int(sign) for sign in pattern] for pattern, n in LSAT6.items() for _ in range(n)]

WORKSHEET = (
    "1111111111", "1111111101", "1101111100", "0111110101", "1110111001",
    "1110110100", "0110110101", "0111001010", "1110100001", "0100010010",
)  # fmt: skip
"""A teaching worksheet: ten people from best to weakest, ten questions."""


def test_the_law_school_test_has_its_published_facilities_and_item_rest_correlations() -> None:
    """As the R package ltm gives them (`descript(LSAT)`: proportions, point-biserial excluded)."""
    assert len(PEOPLE) == 1000
    published = [
        (0.924, 0.1128),
        (0.709, 0.1532),
        (0.553, 0.1728),
        (0.763, 0.1444),
        (0.870, 0.1216),
    ]
    for place, (facility, correlation) in enumerate(published):
        item = [float(one[place]) for one in PEOPLE]
        rest = [float(sum(one) - one[place]) for one in PEOPLE]
        assert sum(item) / 1000 == pytest.approx(facility)
        assert point_biserial(item, rest) == pytest.approx(correlation, abs=0.0002)


def test_a_published_worksheet_has_its_discrimination_by_halves() -> None:
    """Upper against lower five of ten: .4 0 0 .6 .4 .4 .6 .4 -.2 .4 (questions 1 to 10)."""
    rows = [[int(sign) for sign in row] for row in WORKSHEET]
    published = (0.4, 0, 0, 0.6, 0.4, 0.4, 0.6, 0.4, -0.2, 0.4)
    order = [float(10 - place) for place in range(10)]
    for place, discrimination in enumerate(published):
        item = [float(row[place]) for row in rows]
        assert upper_lower(item, order, 0.5) == pytest.approx(discrimination), place + 1


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 9)), min_size=2, max_size=40))
def test_the_correlation_is_that_of_the_standard_library(pairs: list[tuple[int, int]]) -> None:
    item, rest = [float(a) for a, _ in pairs], [float(b) for _, b in pairs]
    found = point_biserial(item, rest)
    if len(set(item)) == 1 or len(set(rest)) == 1:
        assert found is None
    else:
        assert found == pytest.approx(statistics.correlation(item, rest))


@given(
    st.lists(st.tuples(st.integers(0, 1), st.integers(0, 5)), min_size=4, max_size=40),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_sheets_does_not_matter(
    pairs: list[tuple[int, int]], dice: Random
) -> None:
    mixed = list(pairs)
    dice.shuffle(mixed)
    one, other = (
        upper_lower([float(a) for a, _ in some], [float(b) for _, b in some])
        for some in (pairs, mixed)
    )
    assert one == pytest.approx(other)
    assert -1 <= one <= 1


def votes(right: int, **counts: int) -> Spread:
    people = sum(counts.values())
    return Spread(counts, people, right / people)


def test_below_ten_answers_there_are_counts_only() -> None:
    found = item_statistics("abc", "a", [votes(9, a=9)])
    assert (found.n, found.counts) == (9, {"a": 9, "b": 0, "c": 0})
    assert found.facility is None
    assert found.flags == ()


def test_sessions_are_pooled_and_flagged() -> None:
    found = item_statistics("abc", "a", [votes(8, a=8), votes(12, a=12)])
    assert found.facility == 1
    assert found.flags == ("very easy", "unused wrong answer")
    hard = item_statistics("abc", "a", [votes(1, a=1, b=9, c=10)])
    assert hard.flags == ("very hard",)


def test_a_discussion_that_made_it_worse_is_flagged() -> None:
    before, after = votes(8, a=8, b=6, c=6), votes(4, a=4, b=10, c=6)
    found = item_statistics("abc", "a", [before], [(before, after)])
    assert found.shift is not None
    assert found.shift.gain == pytest.approx((0.2 - 0.4) / 0.6)
    assert found.flags == ("discussion made it worse",)


@pytest.mark.parametrize(
    ("people", "method"), [(9, ""), (10, "point-biserial"), (30, "upper-lower")]
)
def test_discrimination_needs_sheets_and_says_how_it_was_measured(people: int, method: str) -> None:
    good = [("a", {"q": True, "r": True, "s": True})] * (people // 2)
    weak = [("b", {"q": False, "r": False, "s": True})] * (people - people // 2)
    found = item_statistics("ab", "a", [], sheets=[*good, *weak], item="q")
    assert found.method == method
    assert (found.discrimination is None) == (not method)
    if method:
        assert found.discrimination == pytest.approx(1.0)


def test_an_item_that_tells_nobody_apart_is_flagged() -> None:
    sheets = [("a", {"q": True, "r": bool(n % 2)}) for n in range(6)]
    sheets += [("b", {"q": False, "r": bool(n % 2)}) for n in range(6)]
    found = item_statistics("ab", "a", [], sheets=sheets, item="q")
    assert found.flags == ("tells nobody apart",)


def test_a_judgement_has_no_facility_and_no_distractors() -> None:
    found = item_statistics(("-2", "0", "+2"), (), [Spread({"0": 12}, 12, None)])
    assert found.facility is None
    assert found.flags == ()
