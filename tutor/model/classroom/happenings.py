"""What happens in a class session, as events that are only ever added to.

Votes are counts for one way in one round. Only a session that was begun with call-signs keeps
answers one by one, by seat; nothing here knows a name.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from tutor.model.base import Frozen
from tutor.model.classroom.exercise_happenings import (
    ActionAgreed,
    ExerciseStarted,
    ExpectationRated,
    HarmNoted,
    HintGiven,
    InjectReleased,
    MissedPlayed,
    Rating,
    ReasonNoted,
)
from tutor.model.classroom.plan import SessionHead
from tutor.model.classroom.seat_happenings import SeatAnswered, SeatLeft, SeatTaken
from tutor.model.classroom.typed import (
    MOST_PEOPLE,
    Counts,
    People,
    Said,
    Table,
)
from tutor.model.record import Decided, Entry, ScenarioState
from tutor.model.responses import storable

__all__ = [
    "MOST_PEOPLE",
    "ActionAgreed",
    "Counts",
    "ExerciseStarted",
    "ExpectationRated",
    "HarmNoted",
    "HintGiven",
    "InjectReleased",
    "MissedPlayed",
    "People",
    "Rating",
    "ReasonNoted",
    "Said",
    "SeatAnswered",
    "SeatLeft",
    "SeatTaken",
    "Table",
]
"""What other modules of this package define, and everybody finds here."""


class Way(StrEnum):
    """How an answer came in. SLIPS are folded papers out of a box."""

    HANDS = "hands"
    CARDS = "cards"
    SLIPS = "slips"
    LAN = "LAN"
    TERMINAL = "terminal"


class HotWash(StrEnum):
    """The three rounds of a hot wash."""

    SUSTAIN = "sustain"
    IMPROVE = "improve"
    SURPRISE = "surprise"


class Stage(StrEnum):
    """Where a team test stands."""

    INDIVIDUAL = "individual"
    TEAM = "team"
    DONE = "done"


class Opened(Frozen):
    """The session was made."""

    kind: Literal["opened"] = "opened"
    head: SessionHead


class PresentCounted(Frozen):
    """So many people are in the room now."""

    kind: Literal["present"] = "present"
    people: People


class StepChanged(Frozen):
    """The session went to a step of the agenda, counted from 0."""

    kind: Literal["step"] = "step"
    step: Annotated[int, Field(ge=0)]


class QuestionShown(Frozen):
    """A question of the session was shown out of turn, over the present step."""

    kind: Literal["question-shown"] = "question-shown"
    item: str


class VotingOpened(Frozen):
    """A round of voting began, counted from 1."""

    kind: Literal["voting-opened"] = "voting-opened"
    round: Annotated[int, Field(ge=1)]


class VotingClosed(Frozen):
    """The round is over."""

    kind: Literal["voting-closed"] = "voting-closed"
    round: Annotated[int, Field(ge=1)]


class VotesCounted(Frozen):
    """The count of one way in one round; a later one takes its place.

    `voters`: people who answered. With one option each it is the sum, which 0 stands for.
    """

    kind: Literal["votes"] = "votes"
    way: Annotated[Way, Field(strict=False)]
    round: Annotated[int, Field(ge=1)]
    counts: Counts
    voters: People = 0


class TableAnswered(Frozen):
    """A syndicate answered, for `people` members; `text` where it is answered in words."""

    kind: Literal["table-answer"] = "table-answer"
    table: Table
    round: Annotated[int, Field(ge=1)] = 1
    chosen: tuple[str, ...] = ()
    people: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] = 1
    text: Annotated[str, BeforeValidator(storable), Field(max_length=2000)] = ""


class DiscussionStarted(Frozen):
    """The room talks."""

    kind: Literal["discussion"] = "discussion"


class BarsShown(Frozen):
    """The room sees how the votes of a round were spread."""

    kind: Literal["bars-shown"] = "bars-shown"
    round: Annotated[int, Field(ge=1)]


class Revealed(Frozen):
    """The room sees which answer is right, and why."""

    kind: Literal["revealed"] = "revealed"


class DebriefStarted(Frozen):
    """The room talks about what was revealed; a scenario shows its after-action review."""

    kind: Literal["debrief"] = "debrief"


class TimerStarted(Frozen):
    """A countdown began."""

    kind: Literal["timer"] = "timer"
    seconds: Annotated[int, Field(ge=1, le=6 * 3600)]


class TimerAdjusted(Frozen):
    """So many seconds were added to the countdown, or taken away."""

    kind: Literal["timer-adjusted"] = "timer-adjusted"
    seconds: Annotated[int, Field(ge=-3600, le=3600)]


class TimerStopped(Frozen):
    """The countdown was taken away."""

    kind: Literal["timer-stopped"] = "timer-stopped"


class Paused(Frozen):
    """All clocks stand still, or go on again."""

    kind: Literal["paused"] = "paused"
    on: bool


class Blanked(Frozen):
    """The wall shows nothing, or shows again what it showed."""

    kind: Literal["blank"] = "blank"
    on: bool


class BreakCalled(Frozen):
    """A break of so many minutes, or its end."""

    kind: Literal["break"] = "break"
    on: bool
    minutes: Annotated[int, Field(ge=0, le=240)] = 0


class LogLine(Frozen):
    """A line of the instructor's log."""

    kind: Literal["log"] = "log"
    text: Said


class QuestionParked(Frozen):
    """A question from the room, to come back to."""

    kind: Literal["parked"] = "parked"
    text: Said


class Undone(Frozen):
    """An event does not count. `event` is its id; it stays in the journal."""

    kind: Literal["undone"] = "undone"
    event: str


class ScenarioBegun(Frozen):
    """The class begins a scenario. `offered`: the choices of the first situation."""

    kind: Literal["scenario-begun"] = "scenario-begun"
    scenario: str
    state: ScenarioState
    offered: tuple[str, ...]


class DecisionTaken(Frozen):
    """The class decided. `split`: the votes it rests on. `tie`: the instructor had to decide.

    `followed`: whether the choice had the most votes.
    """

    kind: Literal["decision-taken"] = "decision-taken"
    decision: Decided
    split: Counts = {}
    tie: bool = False
    followed: bool = True


class SituationShown(Frozen):
    """The consequences were seen; the next situation is on the wall. An ending offers nothing."""

    kind: Literal["situation-shown"] = "situation-shown"
    offered: tuple[str, ...] = ()


class StageChanged(Frozen):
    """A team test went on to its next stage."""

    kind: Literal["stage"] = "stage"
    stage: Annotated[Stage, Field(strict=False)]


class SheetsCounted(Frozen):
    """The individual answer sheets of a team test, item id -> option, in no order of people.

    Whoever writes this shuffles them first. A later count takes its place.
    """

    kind: Literal["sheets"] = "sheets"
    sheets: Annotated[tuple[dict[str, str], ...], Field(max_length=MOST_PEOPLE)]


class TableScratched(Frozen):
    """A team scratched an option free on its card."""

    kind: Literal["scratched"] = "scratched"
    table: Table
    item: str
    option: str


class AppealNoted(Frozen):
    """A team appealed against a question, with its reason."""

    kind: Literal["appeal"] = "appeal"
    table: Table
    item: str
    text: Said


class HotWashMoved(Frozen):
    """The hot wash went to a round; None ends it."""

    kind: Literal["hot-wash"] = "hot-wash"
    round: Annotated[HotWash, Field(strict=False)] | None


class HotWashNoted(Frozen):
    """A point that the room made in this round of the hot wash."""

    kind: Literal["hot-wash-note"] = "hot-wash-note"
    round: Annotated[HotWash, Field(strict=False)]
    text: Said


class Ended(Frozen):
    """The session is over."""

    kind: Literal["ended"] = "ended"


ClassHappening = Annotated[
    Opened
    | PresentCounted
    | StepChanged
    | QuestionShown
    | VotingOpened
    | VotingClosed
    | VotesCounted
    | TableAnswered
    | DiscussionStarted
    | BarsShown
    | Revealed
    | DebriefStarted
    | TimerStarted
    | TimerAdjusted
    | TimerStopped
    | Paused
    | Blanked
    | BreakCalled
    | LogLine
    | QuestionParked
    | Undone
    | ScenarioBegun
    | DecisionTaken
    | SituationShown
    | StageChanged
    | SheetsCounted
    | TableScratched
    | AppealNoted
    | SeatTaken
    | SeatLeft
    | SeatAnswered
    | ExerciseStarted
    | InjectReleased
    | ExpectationRated
    | HintGiven
    | MissedPlayed
    | HarmNoted
    | ReasonNoted
    | ActionAgreed
    | HotWashMoved
    | HotWashNoted
    | Ended,
    Field(discriminator="kind"),
]
"""Everything that a class session writes down."""


class ClassEvent(Entry):
    """A happening with its place in the journal of one session."""

    what: ClassHappening
