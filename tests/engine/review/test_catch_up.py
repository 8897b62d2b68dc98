"""After 14 days away: one question per objective, then as before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.review.cards import card, decks, noon, wrong_before
from tests.store.samples import NOON
from tutor.engine.review.catch_up import returned_on
from tutor.engine.review.queue import Reason, daily
from tutor.engine.review.schedule import Card

TODAY = NOON.date()


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("active", "expected"),
    [
        ([], None),
        ([0], None),
        ([13], None),
        ([14], 0),
        ([200], 0),
        ([20, 0], 0),
        ([20, 5], 5),
        ([40, 13, 3], 13),
        ([40, 14, 3], None),
        ([60, 40, 12, 0], 12),
    ],
    ids=str,
)
def test_the_day_of_coming_back(active: list[int], expected: int | None) -> None:
    found = returned_on(ago(*active), TODAY)
    assert found == (None if expected is None else ago(expected)[0])


@given(st.lists(st.integers(0, 90)))
def test_who_was_there_within_every_fortnight_was_never_away(days: list[int]) -> None:
    regular = ago(*range(0, 90, 13))
    assert returned_on([*regular, *ago(*days)], TODAY) is None


def test_one_question_per_objective_the_most_at_risk() -> None:
    cards = [
        card(f"{objective}-{days}", objective=objective, days=days)
        for objective in ("o1", "o2", "o3")
        for days in (20, 30, 40)
    ]
    queue = daily(cards, NOON, returned=TODAY)
    assert queue.catch_up
    assert {one.card.ref for one in queue.questions} == {"o1-40", "o2-40", "o3-40"}
    assert {one.reason for one in queue.questions} == {Reason.CATCH_UP}


def test_what_is_not_due_stands_for_its_objective_too() -> None:
    assert daily([card(days=15, stability=300.0)], NOON, returned=TODAY).questions


def test_confidently_wrong_stands_for_its_objective() -> None:
    sure = card("sure", days=15, stability=300.0, recheck=wrong_before(days=15))
    queue = daily([card("old", days=60), sure], NOON, returned=TODAY)
    assert [one.card.ref for one in queue.questions] == ["sure"]


def test_the_check_ends_when_every_objective_was_asked() -> None:
    asked = card("asked", objective="o1", days=0)
    others = [card(f"q{n}", objective="o1", days=30) for n in range(3)]
    queue = daily([asked, *others], NOON, returned=TODAY)
    assert not queue.catch_up
    assert len(queue.questions) == 3


@given(decks)
def test_a_check_asks_no_objective_twice_and_keeps_to_the_room(cards: list[Card]) -> None:
    queue = daily(cards, NOON, returned=noon(0.1).date())
    siblings = [one.card.sibling for one in queue.questions]
    assert len(siblings) <= 15
    if queue.catch_up:
        assert len(set(siblings)) == len(siblings)
