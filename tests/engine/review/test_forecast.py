"""Forecasts: what will be remembered, and what the days ahead bring."""

from datetime import timedelta

import pytest
from hypothesis import given

from tests.engine.review.cards import card, decks, noon, wrong_before
from tests.store.samples import NOON
from tutor.engine.review.forecast import readiness, rehearse
from tutor.engine.review.memory import retrievability
from tutor.engine.review.queue import Spent
from tutor.engine.review.schedule import Card, Policy, last_stretch
from tutor.engine.spacing import utc_day


def test_readiness_is_the_mean_on_that_day() -> None:
    weak, strong = card(days=0, stability=10.0), card(days=0, stability=100.0)
    at = noon(10)
    expected = sum(retrievability(one.memory, at) for one in (weak, strong)) / 2
    assert readiness([weak, strong, card(changed=True)], at) == pytest.approx(expected)
    assert readiness([card(changed=True)], at) is None


@given(decks)
def test_no_day_ahead_brings_more_than_its_room(cards: list[Card]) -> None:
    ahead = list(rehearse(cards, NOON, 10))
    assert [one.day for one in ahead] == [utc_day(noon(n)) for n in range(10)]
    assert all(0 <= one.questions <= 15 for one in ahead)
    assert all({one.ref for one in day.cards} == {one.ref for one in cards} for day in ahead)


@given(decks)
def test_reviewing_is_never_worse_than_not(deck: list[Card]) -> None:
    cards = [one for one in deck if one.memory is not None]
    *_, last = rehearse(cards, NOON, 10)
    with_reviews, without = readiness(last.cards, noon(9)), readiness(cards, noon(9))
    assert without is None or (with_reviews is not None and with_reviews >= without - 1e-9)


def test_what_was_asked_today_counts_for_today_only() -> None:
    cards = [card(f"q{n}", objective=f"o{n}") for n in range(40)]
    ahead = list(rehearse(cards, NOON, 3, spent=Spent(15, 0.0)))
    assert [one.questions for one in ahead] == [0, 15, 15]


def test_a_series_of_checks_goes_on_in_the_forecast() -> None:
    sure = card(days=1, stability=300.0, recheck=wrong_before(days=1))
    ahead = list(rehearse([sure], NOON, 22))
    assert [number for number, day in enumerate(ahead) if day.questions] == [0, 6, 20]


def test_readiness_peaks_on_the_target_date() -> None:
    cards = [card(f"q{n}", objective=f"o{n}", days=n % 20, stability=3.0 + n) for n in range(60)]
    target = utc_day(noon(60))
    days = {}
    for name, policy in (("with", Policy(target=target)), ("without", Policy())):
        days[name] = list(rehearse(cards, NOON, 90, policy=policy))
    there = {name: readiness(ahead[60].cards, noon(60)) for name, ahead in days.items()}
    assert there["with"] > there["without"] + 0.01
    stretch = last_stretch(cards, Policy(target=target))
    assert stretch is not None
    assert timedelta(days=1) <= target - stretch <= timedelta(days=14)
    assert all(utc_day(one.memory.last) >= stretch for one in days["with"][60].cards)
    curve = [readiness(ahead.cards, noon(n)) for n, ahead in enumerate(days["with"])]
    assert max(curve[40:], default=0) <= curve[60] + 0.005
