"""Where a class session stands: what its events add up to. Derived, never written by hand."""

from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field

from tutor.model.base import Frozen
from tutor.model.classroom.happenings import (
    ActionAgreed,
    Counts,
    DecisionTaken,
    HotWash,
    Rating,
    Stage,
    Way,
)
from tutor.model.classroom.plan import Ballot, SessionHead, Step
from tutor.model.record import ScenarioState


class Phase(StrEnum):
    """What is going on with the thing that is shown."""

    LOBBY = "lobby"
    SHOWN = "shown"
    OPEN = "open"
    CLOSED = "closed"
    DISCUSS = "discuss"
    REVEALED = "revealed"
    DEBRIEF = "debrief"


class Overlay(StrEnum):
    """What lies over the phase; at most one at a time."""

    PAUSED = "paused"
    BREAK = "break"
    HOT_WASH = "hot wash"
    ENDED = "ended"


class Watch(Frozen):
    """A stopwatch: `banked` seconds, and running since `since` unless that is None."""

    banked: float = 0.0
    since: AwareDatetime | None = None


class Timer(Frozen):
    """A countdown from `seconds`."""

    seconds: int
    watch: Watch


class TableVote(Frozen):
    """What a syndicate answered for so many people."""

    chosen: tuple[str, ...]
    people: int
    text: str = ""


class WayCount(Frozen):
    """The votes that came in one way; `voters` people gave them."""

    counts: Counts
    voters: int


class Round(Frozen):
    """One round of voting. `signed`: seat -> what was answered under its call-sign."""

    ways: dict[Annotated[Way, Field(strict=False)], WayCount] = {}
    tables: dict[str, TableVote] = {}
    signed: dict[int, tuple[str, ...]] = {}


class Vote(Frozen):
    """A question, or a situation of a scenario, that the room votes on.

    `right` is empty for situations and judgements. `bars`: the rounds that the room has seen.
    """

    options: tuple[str, ...]
    ballot: Annotated[Ballot, Field(strict=False)]
    right: tuple[str, ...] = ()
    judgement: bool = False
    private: bool = False
    rounds: tuple[Round, ...] = ()
    bars: tuple[int, ...] = ()
    revealed: bool = False
    discussed: bool = False


class Seat(Frozen):
    """When somebody came in and went, None while there."""

    entered: AwareDatetime
    left: AwareDatetime | None = None


class Stamped(Frozen):
    """A line with its moment and the step in which it was said.

    `seconds`: the exercise time, None where no exercise was running.
    """

    at: AwareDatetime
    step: int
    text: str
    seconds: float | None = None


class HotWashPoint(Frozen):
    """A point of the hot wash."""

    round: Annotated[HotWash, Field(strict=False)]
    said: Stamped


class ClassRun(Frozen):
    """A scenario as the class played it. `begun` is the state before the first decision."""

    begun: ScenarioState
    state: ScenarioState
    decisions: tuple[DecisionTaken, ...] = ()


class Appeal(Frozen):
    """A team's appeal against a question."""

    table: str
    item: str
    said: Stamped


class TeamTest(Frozen):
    """A team test. `scratches`: table -> item -> options in the order they were scratched."""

    stage: Annotated[Stage, Field(strict=False)]
    sheets: tuple[dict[str, str], ...] = ()
    scratches: dict[str, dict[str, tuple[str, ...]]] = {}
    appeals: tuple[Appeal, ...] = ()


class Rated(Frozen):
    """The rating of an expected action, with exercise time in seconds."""

    rating: Annotated[Rating, Field(strict=False)]
    note: str
    seconds: float


class Harm(Frozen):
    """Something harmful that was decided and stopped, with exercise time in seconds."""

    inject: str
    text: str
    seconds: float


class ExerciseRecord(Frozen):
    """An exercise under way. `released`: inject -> seconds of exercise time.

    `rated`: inject -> place of the expected action, counted from 0 -> rating. `hints` and
    `missed`: inject -> seconds at which the hint was given, what comes of a miss was played.
    """

    watch: Watch = Watch()
    released: dict[str, float] = {}
    rated: dict[str, dict[int, Rated]] = {}
    hints: dict[str, float] = {}
    missed: dict[str, float] = {}
    harms: tuple[Harm, ...] = ()


class Reason(Frozen):
    """Why something went as it did. `objective`: "" for the whole."""

    objective: str
    said: Stamped


class ClassState(Frozen):
    """The whole of it.

    `step` is -1 in the lobby. `subject`: the key in `votes` of what is shown, "" for what nobody
    votes on; an item id, or `scenario#n` for the n-th decision. `spent`: step -> stopwatch.
    `ignored`: events that meant nothing when they came.
    """

    head: SessionHead | None = None
    phase: Annotated[Phase, Field(strict=False)] = Phase.LOBBY
    overlay: Annotated[Overlay, Field(strict=False)] | None = None
    blank: bool = False
    step: int = -1
    present: int = 0
    seats: dict[int, Seat] = {}
    subject: str = ""
    votes: dict[str, Vote] = {}
    timer: Timer | None = None
    spent: dict[int, Watch] = {}
    hot_wash: Annotated[HotWash, Field(strict=False)] | None = None
    points: tuple[HotWashPoint, ...] = ()
    reasons: tuple[Reason, ...] = ()
    actions: tuple[ActionAgreed, ...] = ()
    log: tuple[Stamped, ...] = ()
    parked: tuple[Stamped, ...] = ()
    runs: dict[str, ClassRun] = {}
    tests: dict[int, TeamTest] = {}
    exercises: dict[int, ExerciseRecord] = {}
    ignored: int = 0

    @property
    def now(self) -> Step | None:
        """The step of the agenda that is on."""
        agenda = self.head.agenda if self.head else ()
        return agenda[self.step] if 0 <= self.step < len(agenda) else None

    @property
    def vote(self) -> Vote | None:
        """What the room votes on now."""
        return self.votes.get(self.subject)
