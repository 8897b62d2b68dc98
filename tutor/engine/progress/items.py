"""The record of one question while events are folded."""

from dataclasses import dataclass
from datetime import datetime

from tutor.engine.review import memory, recheck
from tutor.engine.review.grade import grade, sure_after
from tutor.engine.spacing import utc_day
from tutor.model.library import Fingerprint
from tutor.model.progress import ItemRecord
from tutor.model.record import Answered, Behaviour, Outcome
from tutor.model.review import Memory, Recheck

LONGEST_ANSWER = 300.0
"""Seconds of an answer that count: whoever takes longer was away from the screen."""


@dataclass(slots=True)
class ItemDraft:
    """An `ItemRecord` that can still change; the fields are the same."""

    objective: str
    fingerprint: Fingerprint
    attempts: int
    right: int
    last: float
    best: float
    last_at: datetime
    exams: int
    harm: bool
    memory: Memory | None
    recheck: Recheck | None
    seconds: float

    @classmethod
    def of(cls, record: ItemRecord) -> "ItemDraft":
        """Begin with what is recorded."""
        return cls(**{name: getattr(record, name) for name in ItemRecord.model_fields})

    @classmethod
    def first(cls, what: Answered, at: datetime) -> "ItemDraft":
        """Begin with nothing, before the first answer is entered."""
        return cls(what.objective, what.fingerprint, 0, 0, 0.0, 0.0, at, 0, False, None, None, 0.0)

    def enter(self, what: Answered, before: Answered | None, at: datetime) -> None:
        """Count an answer that somebody can grade.

        `before`: the one that it replaces in the same quiz, so that both are one attempt.
        """
        right = what.verdict.outcome is Outcome.CORRECT
        if before is None:
            self.attempts += 1
            self.exams += what.behaviour is Behaviour.EXAM
            self.right += right
            self.seconds += (_seconds(what) - self.seconds) / self.attempts
        else:
            self.right += right - (before.verdict.outcome is Outcome.CORRECT)
        self.objective, self.fingerprint = what.objective, what.fingerprint
        self.last, self.last_at = what.score, at
        self.best = max(self.best, what.score)
        self.harm = self.harm or what.verdict.harm

    def review(self, what: Answered, at: datetime) -> float | None:
        """Learn from a first try what is remembered; once a day.

        Returns the chance of a right answer that was expected, None if nothing was.
        """
        self.recheck = recheck.after(self.recheck, what, at)
        card = self.memory
        if card is not None and utc_day(at) <= utc_day(card.last):
            return None
        expected = memory.retrievability(card, at) if card is not None else None
        sure = card.sure if card is not None else 0
        self.memory = memory.reviewed(card, grade(what, sure), at, sure=sure_after(what, sure))
        return expected

    def freeze(self) -> ItemRecord:
        """The record as it stands now."""
        return ItemRecord(**{name: getattr(self, name) for name in ItemRecord.model_fields})


def _seconds(what: Answered) -> float:
    return min(max(what.seconds, 0.0), LONGEST_ANSWER)
