"""Misconceptions: on the list from the moment an answer shows one until two spaced right answers.

A right answer is an unaided one, to a question that carries the same misconception, in any module
and course: authors use one tag for one idea. Spaced is 24 hours or more apart. Choosing the tag
again puts it back and starts the count anew.
"""

from dataclasses import dataclass
from datetime import datetime

from tutor.engine.spacing import spaced
from tutor.model.mastery import Misconception

RIGHT_ANSWERS = 2
"""Spaced right answers after which a misconception leaves the list (LEARNING.md)."""


@dataclass(slots=True)
class Held:
    """A `Misconception` that can still change; the fields are the same."""

    chosen: dict[str, datetime]
    times: int
    last_at: datetime
    right: list[datetime]
    gone_at: datetime | None

    @classmethod
    def of(cls, record: Misconception) -> "Held":
        """Begin with what is recorded."""
        right = list(record.right)
        return cls(dict(record.chosen), record.times, record.last_at, right, record.gone_at)

    @classmethod
    def first(cls, at: datetime) -> "Held":
        """Begin with nothing, before the first choice is entered."""
        return cls({}, 0, at, [], None)

    def choose(self, where: str, at: datetime) -> None:
        """The tag was chosen. `where`: a question's ref, or module/scenario/node."""
        self.chosen[where] = at
        self.times += 1
        self.last_at, self.right, self.gone_at = at, [], None

    def answer_right(self, at: datetime) -> None:
        """A question that carries the tag was answered right."""
        if self.gone_at is not None or (self.right and not spaced(self.right[-1], at)):
            return
        self.right.append(at)
        if len(self.right) >= RIGHT_ANSWERS:
            self.gone_at = at

    def freeze(self) -> Misconception:
        """The record as it stands now."""
        return Misconception(
            chosen=self.chosen,
            times=self.times,
            last_at=self.last_at,
            right=tuple(self.right),
            gone_at=self.gone_at,
        )
