"""How far a learner has come with an objective, and the misconceptions still held."""

from enum import IntEnum
from typing import Annotated

from pydantic import AwareDatetime, Field

from tutor.model.base import Frozen


class Mastery(IntEnum):
    """The five levels of LEARNING.md, each above the one before it."""

    NOT_STARTED = 0
    ATTEMPTED = 1
    FAMILIAR = 2
    PROFICIENT = 3
    MASTERED = 4

    @property
    def word(self) -> str:
        """As it stands on a screen: "Not started", "Familiar"."""
        return self.name.replace("_", " ").capitalize()


class Standing(Frozen):
    """What was last answered to a question on one day. `typed`: produced, not picked."""

    item: str
    at: AwareDatetime
    score: Annotated[float, Field(ge=0, le=1)]
    typed: bool = False


class ObjectiveRecord(Frozen):
    """The evidence on one objective; that there is a record means that it was attempted.

    `scores`: the last score of each question, pre-tests left out. `recent`: the last answers, a
    question once a day, oldest first. The times say when something was reached first and never
    go away; `right_at` is the last right review, `harm_at` a harmful decision that no run without
    harm has followed.
    """

    scores: dict[str, float] = {}
    recent: tuple[Standing, ...] = ()
    tested_out_at: AwareDatetime | None = None
    familiar_at: AwareDatetime | None = None
    proficient_at: AwareDatetime | None = None
    mastered_at: AwareDatetime | None = None
    decided_at: AwareDatetime | None = None
    right_at: AwareDatetime | None = None
    harm_at: AwareDatetime | None = None

    @property
    def mastery(self) -> Mastery:
        """The level that was earned."""
        if self.mastered_at is not None:
            return Mastery.MASTERED
        if self.proficient_at is not None:
            return Mastery.PROFICIENT
        if self.familiar_at is not None:
            return Mastery.FAMILIAR
        return Mastery.ATTEMPTED


class Misconception(Frozen):
    """A misconception that a chosen answer showed.

    `chosen`: where, with the last time: a question's ref, or `module/scenario/node`. `times`
    counts all of it. `right`: spaced right answers since it was chosen last. `gone_at`: when it
    left the list; choosing it again puts it back.
    """

    chosen: dict[str, AwareDatetime]
    times: Annotated[int, Field(ge=1)]
    last_at: AwareDatetime
    right: tuple[AwareDatetime, ...] = ()
    gone_at: AwareDatetime | None = None

    @property
    def held(self) -> bool:
        """True while it is on the learner's list."""
        return self.gone_at is None
