"""The humane queue: capped, most at risk first, mixed, siblings apart, nothing owed."""

from collections import Counter
from dataclasses import fields
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.review.cards import card, decks, noon, wrong_before
from tests.store.samples import NOON
from tutor.engine.review.queue import Queue, Reason, Spent, arranged, daily, due
from tutor.engine.review.schedule import Card, Policy
from tutor.engine.spacing import utc_day
from tutor.model.review import Day

SPENT = st.builds(Spent, st.integers(0, 20), st.floats(0, 900))


def asked(queue: Queue) -> list[str]:
    return [one.card.ref for one in queue.questions]


def refs(*cards: Card, **how: object) -> list[str]:
    return asked(daily(cards, NOON, **how))


# What is due


def test_nothing_is_asked_before_its_day() -> None:
    assert refs(card(days=4, stability=5.0)) == []
    assert refs(card(days=5, stability=5.0)) == ["q1"]


def test_a_day_is_a_day_and_not_a_moment() -> None:
    assert asked(daily([card(days=5, stability=5.0)], noon(-0.4))) == ["q1"]


def test_higher_retention_asks_sooner() -> None:
    four_days = card(days=4, stability=5.0)
    assert refs(four_days, policy=Policy(retention=0.95)) == ["q1"]


def test_what_changed_in_meaning_is_asked_once_more() -> None:
    (one,) = daily([card(changed=True)], NOON).questions
    assert (one.reason, one.chance) == (Reason.CHANGED, None)


# The room of a day


@given(decks, SPENT)
def test_a_day_never_holds_more_than_its_room(cards: list[Card], spent: Spent) -> None:
    queue = daily(cards, NOON, spent=spent)
    assert len(queue.questions) + min(spent.items, 15) <= 15
    assert spent.seconds + queue.seconds <= 600 or len(queue.questions) <= (spent.items == 0)


@given(decks)
def test_the_queue_is_a_part_of_what_is_due_and_names_each_question_once(
    cards: list[Card],
) -> None:
    found = asked(daily(cards, NOON))
    assert len(set(found)) == len(found)
    assert set(found) <= {one.ref for one in due(cards, utc_day(NOON), Policy())}


@given(decks)
def test_something_due_is_never_held_back_for_its_length(cards: list[Card]) -> None:
    assert bool(refs(*cards)) == bool(due(cards, utc_day(NOON), Policy()))


def test_fifteen_short_ones_or_ten_minutes() -> None:
    many = [card(f"q{n:02}", objective=f"o{n}") for n in range(40)]
    assert len(refs(*many)) == 15
    long = [card(f"q{n:02}", objective=f"o{n}", seconds=100.0) for n in range(40)]
    assert len(refs(*long)) == 6


def test_what_was_asked_today_is_part_of_the_room() -> None:
    many = [card(f"q{n:02}", objective=f"o{n}") for n in range(40)]
    day = Day(reviews=13, review_seconds=120.0)
    assert Spent.on(day) == Spent(13, 380.0)
    assert len(refs(*many, spent=Spent.on(day))) == 2
    assert refs(*many, spent=Spent.on(Day(reviews=15))) == []
    assert Spent.on(None) == Spent()


def test_a_queue_does_not_know_what_was_left_out() -> None:
    assert {one.name for one in fields(Queue)} == {"questions", "catch_up"}


# The order


def test_the_most_at_risk_are_taken_first() -> None:
    old = [card(f"old{n}", days=60, objective=f"o{n}") for n in range(10)]
    new = [card(f"new{n}", days=6, objective=f"n{n}") for n in range(10)]
    taken = refs(*new, *old)
    assert set(taken) >= {one.ref for one in old}
    assert len(taken) == 15


@given(decks)
def test_nothing_left_out_is_more_at_risk_than_what_is_asked(cards: list[Card]) -> None:
    plain = [one for one in cards if one.memory is not None and one.recheck is None]
    short = [card(one.ref, seconds=10.0, stability=one.memory.stability) for one in plain]
    everything = daily(short, NOON, policy=Policy(items=1000, seconds=1e9)).questions
    taken = set(refs(*short))
    inside = [one.chance for one in everything if one.card.ref in taken]
    outside = [one.chance for one in everything if one.card.ref not in taken]
    assert not outside or max(inside) <= min(outside)


def test_confidently_wrong_comes_first() -> None:
    others = [card(f"q{n}", days=300, objective=f"o{n}", topic=f"t{n}") for n in range(20)]
    sure = card("sure", days=1, stability=50.0, recheck=wrong_before(days=1))
    queue = daily([*others, sure], NOON)
    assert asked(queue)[0] == "sure"
    assert queue.questions[0].reason is Reason.RECHECK


def test_a_check_that_is_not_due_changes_nothing() -> None:
    assert refs(card(days=1, stability=50.0, recheck=wrong_before(days=1, done=1))) == []


@given(decks, st.randoms(use_true_random=False))
def test_the_order_of_the_cards_does_not_matter(cards: list[Card], dice) -> None:
    shuffled = list(cards)
    dice.shuffle(shuffled)
    assert refs(*shuffled) == refs(*cards)


@given(decks)
def test_siblings_stand_apart_where_that_can_be_had(cards: list[Card]) -> None:
    free = [one for one in cards if one.recheck is None and one.memory is not None]
    queue = arranged(daily(free, NOON).questions)
    crowd = max(Counter(one.card.sibling for one in queue).values(), default=0)
    if 2 * crowd <= len(queue) + 1:
        assert all(a.card.sibling != b.card.sibling for a, b in pairwise(queue))


def test_topics_are_mixed() -> None:
    cards = [
        card(f"{topic}{n}", topic=topic, objective=f"{topic}{n}", days=days)
        for topic, days in (("poc", 50), ("crsv", 40), ("caac", 30))
        for n in range(4)
    ]
    topics = [one.card.topic for one in daily(cards, NOON).questions]
    assert all(a != b for a, b in pairwise(topics[:9]))


# The target date


@pytest.mark.parametrize(("days", "expected"), [(10, []), (3, ["q1"])])
def test_nothing_jumps_over_the_last_stretch(days: int, expected: list[str]) -> None:
    strong = card(days=30, stability=400.0)
    stretch_of_one = Policy(target=utc_day(noon(days)))
    late = Policy(target=utc_day(noon(1)))
    assert refs(strong, policy=stretch_of_one) == []
    assert refs(strong, policy=late) == ["q1"]
    assert refs(strong, policy=Policy(target=utc_day(noon(-1)))) == []
    many = [card(f"q{n}", days=30, stability=400.0) for n in range(45)]
    assert bool(refs(*many, policy=stretch_of_one)) == bool(expected)
