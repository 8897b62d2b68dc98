"""Cards to queue."""

from datetime import datetime, timedelta

from hypothesis import strategies as st

from tests.store.samples import NOON
from tutor.engine.review.schedule import Card
from tutor.model.review import Memory, Recheck


def card(
    ref: str = "q1",
    *,
    days: float = 10.0,
    stability: float = 5.0,
    objective: str = "o1",
    topic: str = "poc",
    seconds: float = 30.0,
    recheck: Recheck | None = None,
    changed: bool = False,
) -> Card:
    """A card that was asked so many `days` before noon of the first day."""
    memory = Memory(stability=stability, difficulty=5.0, last=NOON - timedelta(days=days))
    return Card(
        ref=ref,
        module="wps/basics",
        topic=topic,
        objective=objective,
        seconds=seconds,
        memory=None if changed else memory,
        recheck=recheck,
    )


def wrong_before(days: float, done: int = 0) -> Recheck:
    return Recheck(since=NOON - timedelta(days=days), done=done)


def noon(days: float) -> datetime:
    return NOON + timedelta(days=days)


_CARDS = st.builds(
    card,
    st.uuids().map(str),
    days=st.floats(0, 400),
    stability=st.floats(0.1, 500),
    objective=st.sampled_from(["o1", "o2", "o3", "o4"]),
    topic=st.sampled_from(["poc", "crsv", "caac"]),
    seconds=st.floats(5, 400),
    recheck=st.one_of(st.none(), st.builds(wrong_before, st.floats(0, 60), st.integers(0, 2))),
    changed=st.booleans(),
)
decks = st.lists(_CARDS, max_size=60)
"""Any cards, also far more than a day holds."""
