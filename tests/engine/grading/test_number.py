from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import number, numbers
from tutor.engine import grading
from tutor.engine.grading.number import plain, value_of
from tutor.model.items import Number
from tutor.model.responses import Written


def earned(item: Number, text: str) -> float:
    return grading.grade(item, Written(text=text)).fraction


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", "12"), (" 12.50 ", "12.5"), ("12,5", "12.5"), ("1,200", "1200"), ("0,125", "0.125"),
        ("1 200 000", "1200000"), ("1'200", "1200"), ("1.200,5", "1200.5"), ("1,200.5", "1200.5"),
        ("-3", "-3"), ("\N{MINUS SIGN}3", "-3"), ("+4", "4"), (".5", "0.5"), ("１２", "12"),
        ("12 km", "12"), ("12KM", "12"), ("1,20", "1.2"), ("1\N{NO-BREAK SPACE}000", "1000"),
    ],
)  # fmt: skip
def test_numbers_as_people_type_them(typed: str, value: str) -> None:
    assert value_of(typed, "km") == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    ["", "twelve", "12 miles", "12-15", "1,2,3", "5.", "1e5", "--3", "nan", "inf", "10²", "½",
     "about 12", ".", "-", "1,2.3", "٣" * 3],
)  # fmt: skip
def test_what_is_no_number_is_no_answer(typed: str) -> None:
    found = value_of(typed, "km")
    assert found is None or typed == "٣" * 3
    assert earned(number(), typed) == 0


@pytest.mark.parametrize(
    ("typed", "fraction"), [("12.5", 1), ("12", 1), ("13.0", 1), ("13.01", 0), ("11.99", 0)]
)
def test_within_the_tolerance(typed: str, fraction: float) -> None:
    assert earned(number(), typed) == fraction


def test_decimal_fractions_are_exact() -> None:
    assert earned(number(0.3, 0.1), "0.4") == 1
    assert earned(number(0.3, 0.0), "0.3") == 1


def test_the_rule_names_the_tolerance_and_the_unit() -> None:
    assert "0.5 km" in grading.rule(number())
    assert grading.rule(number(3, 0)) == "The exact number earns 1, any other 0."
    assert [plain(value) for value in (12.0, 1200.0, 0.25, 1e12)] == [
        "12", "1200", "0.25", "1000000000000",
    ]  # fmt: skip


@given(numbers, st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_nearer_is_never_worse(item: Number, one: float, other: float) -> None:
    near, far = sorted((one, other), key=lambda value: abs(value - item.answer))
    if abs(abs(near - item.answer) - abs(far - item.answer)) > 1e-3:
        assert earned(item, plain(near)) >= earned(item, plain(far))


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = value_of(text, "km")
    assert found is None or found.is_finite()


def test_a_hostile_length_is_read_in_no_time() -> None:
    for text in ("1," * 10_000, "9" * 20_000, " " * 20_000, "," * 20_000):
        assert earned(number(), text) == 0
