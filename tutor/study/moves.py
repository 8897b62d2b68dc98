"""What a learner can do next. A front end sends one move and shows the frame that comes back."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from tutor.model.responses import Response


class Action(StrEnum):
    """The names of the moves, as a frame lists those that are possible now."""

    NEXT = "next"
    BACK = "back"
    SKIP = "skip"
    ANSWER = "answer"
    DONT_KNOW = "don't know"
    RETRY = "retry"
    REVEAL = "reveal"
    HINT = "hint"
    FLAG = "flag"
    GO_TO = "go to"
    OVERVIEW = "overview"
    FINISH = "finish"
    CHOOSE = "choose"
    AGAIN = "again"
    FORK = "fork"
    RUNS = "runs"


@dataclass(frozen=True, slots=True)
class Next:
    """Go on: to the next page, question, or past an explanation."""

    action: ClassVar[Action] = Action.NEXT


@dataclass(frozen=True, slots=True)
class Back:
    """Go one page or question back."""

    action: ClassVar[Action] = Action.BACK


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer the question on screen. `seconds`: time since it was shown, for the record.
    `confidence` 1..3: how sure the learner is, None where it was not said.

    `stay` keeps the question on screen in a quiz that explains later; else it goes on.
    """

    action: ClassVar[Action] = Action.ANSWER

    response: Response
    seconds: float = 0.0
    confidence: int | None = None
    stay: bool = False


@dataclass(frozen=True, slots=True)
class DontKnow:
    """Say "I don't know": an answer of its own where nothing is scored. `seconds`: see `Answer`."""

    action: ClassVar[Action] = Action.DONT_KNOW

    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave this part out and go on with the next one."""

    action: ClassVar[Action] = Action.SKIP


@dataclass(frozen=True, slots=True)
class Retry:
    """Try the same question once more; parts that were right stay."""

    action: ClassVar[Action] = Action.RETRY


@dataclass(frozen=True, slots=True)
class Reveal:
    """Give up the second try and read the whole explanation."""

    action: ClassVar[Action] = Action.REVEAL


@dataclass(frozen=True, slots=True)
class Hint:
    """Show the next hint."""

    action: ClassVar[Action] = Action.HINT


@dataclass(frozen=True, slots=True)
class Flag:
    """Mark the question on screen for later, or take the mark away."""

    action: ClassVar[Action] = Action.FLAG


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go to question `number`, counted from 1."""

    action: ClassVar[Action] = Action.GO_TO

    number: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Show the list of questions of this quiz."""

    action: ClassVar[Action] = Action.OVERVIEW


@dataclass(frozen=True, slots=True)
class Finish:
    """Hand in the quiz."""

    action: ClassVar[Action] = Action.FINISH


@dataclass(frozen=True, slots=True)
class Choose:
    """Make the choice with this letter of the author's file."""

    action: ClassVar[Action] = Action.CHOOSE

    letter: str
    seconds: float = 0.0
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """Start the same thing once more: a replay, or a retake."""

    action: ClassVar[Action] = Action.AGAIN


@dataclass(frozen=True, slots=True)
class Fork:
    """Take decision `number`, counted from 1, once more in a run of its own."""

    action: ClassVar[Action] = Action.FORK

    number: int


@dataclass(frozen=True, slots=True)
class ShowRun:
    """Show the review of run `number`, counted from 1."""

    action: ClassVar[Action] = Action.RUNS

    number: int


Move = (
    Next
    | Back
    | Skip
    | Answer
    | DontKnow
    | Retry
    | Reveal
    | Hint
    | Flag
    | GoTo
    | Overview
    | Finish
    | Choose
    | Again
    | Fork
    | ShowRun
)
