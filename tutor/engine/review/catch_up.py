"""After 14 days away: one question per objective, before anything else.

It shows where the learner stands without working off what has gathered. While the check lasts
nothing else is asked; with more objectives than a day holds it goes on the next day.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from tutor.engine.review.schedule import Card
from tutor.engine.spacing import utc_day

AWAY = timedelta(days=14)
"""A gap between two days of study that calls for a check (LEARNING.md)."""


def returned_on(active: Iterable[date], today: date) -> date | None:
    """The day on which the learner came back from being away; None if that is no matter.

    `active`: the days on which something was done. It is today when nothing was done since, and
    None again when the learner has been back for as long as a check matters.
    """
    days = sorted({day for day in active if day < today} | {today})
    for earlier, later in reversed(list(pairwise(days))):
        if today - later >= AWAY:
            return None
        if later - earlier >= AWAY:
            return later
    return None


def unchecked(cards: Iterable[Card], returned: date) -> list[list[Card]]:
    """The cards of each objective that was not asked since the return."""
    groups: dict[tuple[str, str], list[Card]] = {}
    for card in cards:
        if card.memory is not None:
            groups.setdefault(card.sibling, []).append(card)
    return [group for group in groups.values() if not any(_asked(one, returned) for one in group)]


def _asked(card: Card, since: date) -> bool:
    return card.memory is not None and utc_day(card.memory.last) >= since
