"""The record of one question while events are folded."""

from dataclasses import dataclass
from datetime import datetime

from tutor.model.library import Fingerprint
from tutor.model.progress import ItemRecord
from tutor.model.record import Answered, Behaviour, Outcome


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

    @classmethod
    def of(cls, record: ItemRecord) -> "ItemDraft":
        """Begin with what is recorded."""
        return cls(**{name: getattr(record, name) for name in ItemRecord.model_fields})

    @classmethod
    def first(cls, what: Answered, at: datetime) -> "ItemDraft":
        """Begin with nothing, before the first answer is entered."""
        return cls(what.objective, what.fingerprint, 0, 0, 0.0, 0.0, at, 0, False)

    def enter(self, what: Answered, before: Answered | None, at: datetime) -> None:
        """Count an answer that somebody can grade.

        `before`: the one that it replaces in the same quiz, so that both are one attempt.
        """
        right = what.verdict.outcome is Outcome.CORRECT
        if before is None:
            self.attempts += 1
            self.exams += what.behaviour is Behaviour.EXAM
            self.right += right
        else:
            self.right += right - (before.verdict.outcome is Outcome.CORRECT)
        self.objective, self.fingerprint = what.objective, what.fingerprint
        self.last, self.last_at = what.score, at
        self.best = max(self.best, what.score)
        self.harm = self.harm or what.verdict.harm

    def freeze(self) -> ItemRecord:
        """The record as it stands now."""
        return ItemRecord(**{name: getattr(self, name) for name in ItemRecord.model_fields})
