"""What every rule of a class session is: when it is refused, and what it changes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from tutor.model.classroom.plan import PinnedQuestion, SessionHead, StepKind
from tutor.model.classroom.state import ClassState

W = TypeVar("W")


@dataclass(frozen=True, slots=True)
class Rule(Generic[W]):
    """`refuse`: a sentence when the happening means nothing now, else "". `change`: the state
    after it; only called when nothing was refused."""

    refuse: Callable[[ClassState, W], str]
    change: Callable[[ClassState, W, datetime], ClassState]


def never(_state: ClassState, _what: object) -> str:
    """For what is always possible."""
    return ""


def head_of(state: ClassState) -> SessionHead:
    """The head of a session that was opened, which every rule but the first may rely on."""
    assert state.head is not None, "the machine lets nothing pass before `Opened`"
    return state.head


def pinned(state: ClassState) -> PinnedQuestion | None:
    """The question that is shown, None where something else is."""
    return head_of(state).questions.get(state.subject)


def at_step(state: ClassState, kind: StepKind) -> bool:
    """Whether the step that is on is of this kind."""
    return state.now is not None and state.now.kind is kind
