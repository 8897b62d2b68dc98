"""Spaced review of one learner over the whole library: the cards, and what to ask today.

The review session asks `today`; reports ask `cards`. Only modules in which something was done are
read. A question that was removed, or that cannot be read any more, has no card here.
"""

from dataclasses import dataclass
from datetime import datetime

from tutor.content.library import Library
from tutor.engine.review.catch_up import returned_on
from tutor.engine.review.queue import Queue, Spent, daily
from tutor.engine.review.schedule import Card, Policy, card
from tutor.engine.spacing import utc_day
from tutor.errors import ContentError
from tutor.model.library import Module
from tutor.model.progress import ModuleRecord
from tutor.store.learner import Learner


@dataclass(frozen=True, slots=True)
class Studied:
    """A module that is in the library and in which something was done."""

    module: Module
    record: ModuleRecord

    @property
    def cards(self) -> tuple[Card, ...]:
        """The questions that have a card, in the order of the file."""
        found = (self._card(name) for name in self.module.items)
        return tuple(one for one in found if one is not None)

    def _card(self, name: str) -> Card | None:
        module, item = self.module, self.module.items[name]
        ref = f"{module.ref}/{name}"
        record = self.record.items.get(ref)
        if record is None:
            return None
        print_ = module.fingerprints[name]
        return card(ref, module.ref, module.head.topic.value, item, print_, record)


def studied(library: Library, learner: Learner) -> tuple[Studied, ...]:
    """The modules in which something was done, in the order of the courses."""
    records = learner.progress.modules
    refs = [f"{course.head.id}/{name}" for course in library.courses for name in course.modules]
    found = []
    for ref in refs:
        if ref in records:
            try:
                found.append(Studied(library.module(ref), records[ref]))
            except ContentError:
                continue
    return tuple(found)


def cards(library: Library, learner: Learner) -> tuple[Card, ...]:
    """The cards of all modules."""
    return tuple(one for module in studied(library, learner) for one in module.cards)


def policy(learner: Learner) -> Policy:
    """How this learner wants to review."""
    settings = learner.profile.settings
    return Policy(retention=settings.retention, target=settings.target)


def today(library: Library, learner: Learner, at: datetime) -> Queue:
    """What to ask this learner now."""
    progress, day = learner.progress, utc_day(at)
    return daily(
        cards(library, learner),
        at,
        policy=policy(learner),
        spent=Spent.on(progress.days.get(day)),
        returned=returned_on(progress.days, day),
    )
