"""What is to come: the reviews of the days ahead, and what will be remembered. Estimates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from math import ceil

from tutor.engine.review.forecast import Ahead, readiness, rehearse
from tutor.engine.review.queue import Queue, Spent, daily
from tutor.engine.review.schedule import Card, Policy
from tutor.engine.spacing import utc_day
from tutor.model.course import TOPIC_LABEL, Topic
from tutor.study.frames import AheadRow, ForecastFrame, ForecastRow, ReviewFrame
from tutor.study.review_queue import Studied
from tutor.study.texts import day, percent

DAYS = 30
"""Days ahead that are shown, and the date of a forecast where the learner has set none."""

FARTHEST = 180
"""Days ahead for which the review is played forward: the longest interval of a card."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The cards of a learner at a moment, today's review, and the days ahead played forward.

    `fit`: `Progress.fit`, which corrects the estimates.
    """

    cards: tuple[Card, ...]
    at: datetime
    policy: Policy
    fit: float
    queue: Queue
    days: tuple[Ahead, ...]

    @property
    def ahead(self) -> tuple[AheadRow, ...]:
        """The next thirty days, today first."""
        return tuple(AheadRow(one.day, one.questions) for one in self.days[:DAYS])


def outlook(
    cards: tuple[Card, ...],
    at: datetime,
    policy: Policy,
    *,
    fit: float,
    spent: Spent,
    returned: date | None,
    on: date | None = None,
) -> Outlook:
    """Play the review forward, to `on` or to the target date where that is farther than a month."""
    far = on or policy.target or utc_day(at)
    count = min(max(DAYS, (far - utc_day(at)).days + 1), FARTHEST)
    queue = daily(cards, at, policy=policy, spent=spent, returned=returned)
    ahead = rehearse(cards, at, count, policy=policy, spent=spent, returned=returned)
    return Outlook(cards, at, policy, fit, queue, tuple(ahead))


def forecast(found: Outlook, studied: Mapping[str, Studied], on: date | None) -> ForecastFrame:
    """Every topic with a card on a date; without one on the target date, or in thirty days."""
    today = utc_day(found.at)
    target = found.policy.target if found.policy.target and found.policy.target >= today else None
    day_ = on or target or today + timedelta(days=DAYS - 1)
    topics = dict.fromkeys(card.topic for card in found.cards)
    rows = [_row(found, topic, studied, day_) for topic in topics]
    present = tuple(row for row in rows if row is not None)
    return ForecastFrame(day_, day_ == target, present, _sentence(day_, present))


def _row(
    found: Outlook, topic: str, studied: Mapping[str, Studied], on: date
) -> ForecastRow | None:
    distance = (on - utc_day(found.at)).days
    moment = found.at + timedelta(days=distance)
    own = [card for card in found.cards if card.topic == topic]
    now, then = readiness(own, found.at, found.fit), readiness(own, moment, found.fit)
    if now is None or then is None:
        return None
    reviewed = None
    if 0 <= distance < len(found.days):
        later = [card for card in found.days[distance].cards if card.topic == topic]
        reviewed = readiness(later, moment, found.fit)
    modules = [one.module for one in studied.values() if one.module.head.topic.value == topic]
    return ForecastRow(
        label=TOPIC_LABEL[Topic(topic)],
        now=now,
        then=then,
        reviewed=reviewed,
        cards=sum(card.memory is not None for card in own),
        questions=sum(len(module.items) for module in modules),
    )


def _sentence(on: date, rows: Sequence[ForecastRow]) -> str:
    if not rows:
        return "There is no estimate yet: no question is in review."
    known = [(row.label, row.then if row.reviewed is None else row.reviewed) for row in rows]
    figures = ", ".join(f"{label} {percent(100 * share)}" for label, share in known)
    reviewed = all(row.reviewed is not None for row in rows)
    if_done = "if you do each day's review" if reviewed else "without any review"
    return f"Estimate for {day(on)}, {if_done}: {figures}."


def todays_review(
    cards: tuple[Card, ...], at: datetime, policy: Policy, *, spent: Spent, returned: date | None
) -> ReviewFrame:
    """Today's review in a sentence, or when the next one is: days are played until it comes."""
    queue = daily(cards, at, policy=policy, spent=spent, returned=returned)
    ahead = rehearse(cards, at, FARTHEST + 1, policy=policy, spent=spent, returned=returned)
    return review_frame(queue, ahead)


def review_frame(queue: Queue, days: Iterable[Ahead]) -> ReviewFrame:
    """The same from a queue and the days ahead, today first."""
    count, minutes = len(queue.questions), ceil(queue.seconds / 60)
    if not count:
        later = next((one.day for one in islice(days, 1, None) if one.questions), None)
        next_one = f"The next review is on {day(later)}." if later else "Nothing is in review."
        return ReviewFrame(0, 0, False, f"Nothing is due today. {next_one}", later)
    noun = "question" if count == 1 else "questions"
    lead = "Catch-up check" if queue.catch_up else "Review"
    sentence = f"{lead}: {count} {noun}, about {minutes} min."
    return ReviewFrame(count, minutes, queue.catch_up, sentence)
