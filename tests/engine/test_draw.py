from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import seeded, single
from tutor.engine.draw import draw, outcome, reached, retake_from
from tutor.model.items import Item
from tutor.model.record import ObjectiveScore


def pool(**sizes: int) -> list[Item]:
    """So many items per objective, named `o1-0`, `o1-1` ..."""
    return [
        single(objective=name).model_copy(update={"id": f"{name}-{i}"})
        for name, size in sizes.items()
        for i in range(size)
    ]


def per_objective(drawn: tuple[str, ...]) -> dict[str, int]:
    return dict(Counter(item_id.split("-")[0] for item_id in drawn))


pools = st.dictionaries(st.sampled_from(["o1", "o2", "o3", "o4"]), st.integers(1, 12), min_size=1)
seen = st.dictionaries(
    st.sampled_from([i.id for i in pool(o1=12, o2=12, o3=12)]), st.integers(0, 3)
)


@pytest.mark.parametrize(
    ("sizes", "count", "drawn"),
    [
        ({"o1": 30, "o2": 10}, 20, {"o1": 15, "o2": 5}),
        ({"o1": 50, "o2": 4}, 20, {"o1": 17, "o2": 3}),
        ({"o1": 50, "o2": 2}, 20, {"o1": 18, "o2": 2}),
        ({"o1": 10, "o2": 10, "o3": 10}, 20, {"o1": 7, "o2": 7, "o3": 6}),
        ({"o1": 9, "o2": 9, "o3": 9}, 5, {"o1": 2, "o2": 2, "o3": 1}),
        ({"o1": 2, "o2": 2}, 20, {"o1": 2, "o2": 2}),
    ],
)
def test_shares_per_objective(sizes: dict[str, int], count: int, drawn: dict[str, int]) -> None:
    found = draw(pool(**sizes), count=count, exposures={}, dice=seeded())
    assert per_objective(found) == drawn


def test_nothing_can_be_drawn_from_nothing() -> None:
    assert draw([], count=20, exposures={}, dice=seeded()) == ()
    assert draw(pool(o1=3), count=0, exposures={}, dice=seeded()) == ()


@given(pools, st.integers(0, 40), seen, st.integers(0, 99))
def test_every_draw(
    sizes: dict[str, int], count: int, exposures: dict[str, int], seed: int
) -> None:
    items = pool(**sizes)
    drawn = draw(items, count=count, exposures=exposures, dice=seeded(seed))
    assert len(drawn) == len(set(drawn)) == min(count, len(items))
    assert drawn == draw(items, count=count, exposures=exposures, dice=seeded(seed))
    counts = per_objective(drawn)
    if count >= sum(min(3, size) for size in sizes.values()):
        assert all(counts[name] >= min(3, size) for name, size in sizes.items())
    for item in items:
        left_out = [one for one in items if one.objective == item.objective and one.id not in drawn]
        if item.id in drawn and left_out:
            least = min(exposures.get(one.id, 0) for one in left_out)
            assert exposures.get(item.id, 0) <= least


def test_every_item_has_the_same_chance() -> None:
    items = pool(o1=10)
    often = Counter(
        item_id
        for seed in range(1000)
        for item_id in draw(items, count=3, exposures={}, dice=seeded(seed))
    )
    assert set(often) == {item.id for item in items}
    assert max(often.values()) - min(often.values()) < 100


def test_items_under_one_vignette_stay_together_in_the_order_of_the_file() -> None:
    items = pool(o1=4, o2=4)
    shared = {"o1-1", "o1-3", "o2-2"}
    items = [
        item.model_copy(update={"vignette": "A convoy waits."}) if item.id in shared else item
        for item in items
    ]
    orders = set()
    for seed in range(40):
        drawn = draw(items, count=8, exposures={}, dice=seeded(seed))
        at = drawn.index("o1-1")
        assert drawn[at : at + 3] == ("o1-1", "o1-3", "o2-2")
        orders.add(drawn)
    assert len(orders) > 30


def test_the_outcome_needs_both_marks() -> None:
    good = [("o1", 1.0)] * 8
    assert outcome([*good, ("o2", 1.0), ("o2", 0.0)]).missed == ("o2",)
    assert not outcome([*good, ("o2", 1.0), ("o2", 0.0)]).passed
    assert outcome([*good, ("o2", 1.0), ("o2", 0.2)]).passed
    low = outcome([("o1", 0.7), ("o2", 0.8)])
    assert low.percent == pytest.approx(75)
    assert (low.passed, low.missed) == (False, ())
    assert outcome([("o1", 0.7)], pass_mark=70).passed
    assert outcome([("o1", 0.9)], objective_mark=95).missed == ("o1",)


def test_exactly_the_mark_passes_whatever_the_rounding() -> None:
    assert outcome([("o1", 0.8)] * 7).passed
    assert outcome([("o1", 1 / 3), ("o1", 2 / 3), ("o1", 1.0), ("o1", 1.0), ("o1", 1.0)]).passed
    assert outcome([("o1", 0.1)] * 3 + [("o1", 0.3)] * 3, 20, 20).passed


def test_nothing_asked_is_not_passed() -> None:
    found = outcome([])
    assert (found.percent, found.passed, found.objectives) == (0, False, ())
    assert not reached(ObjectiveScore(objective="o1", earned=0, possible=0))


@given(st.lists(st.tuples(st.sampled_from(["o1", "o2"]), st.floats(0, 1))))
def test_per_cent_is_in_bounds(scores: list[tuple[str, float]]) -> None:
    found = outcome(scores)
    assert 0 <= found.percent <= 100
    assert sum(one.possible for one in found.objectives) == len(scores)


def test_twelve_hours_between_two_attempts() -> None:
    failed = datetime(2026, 3, 5, 20, 0, tzinfo=UTC)
    assert retake_from(failed) - failed == timedelta(hours=12)
    with pytest.raises(ValueError, match="time zone"):
        retake_from(failed.replace(tzinfo=None))
