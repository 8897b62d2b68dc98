"""The state machine of a class session: one table of rules, what every rule obeys, undo."""

from collections.abc import Iterable, Sequence
from typing import Any

from tutor.engine.classroom import agenda, exercise, notes, scenario, seats, team_test, voting
from tutor.engine.classroom.base import Rule
from tutor.engine.classroom.watch import settle
from tutor.model.classroom.happenings import (
    ActionAgreed,
    Blanked,
    BreakCalled,
    ClassEvent,
    ClassHappening,
    Ended,
    HotWashMoved,
    HotWashNoted,
    LogLine,
    Opened,
    Paused,
    PresentCounted,
    QuestionParked,
    ReasonNoted,
    SeatLeft,
    SeatTaken,
    StepChanged,
    TimerAdjusted,
    TimerStarted,
    TimerStopped,
    Undone,
)
from tutor.model.classroom.state import ClassState, Overlay

RULES: dict[type, Rule[Any]] = {
    **agenda.RULES,
    **voting.RULES,
    **scenario.RULES,
    **team_test.RULES,
    **exercise.RULES,
    **notes.RULES,
    **seats.RULES,
}
"""The rule of every happening but `Undone`, which `fold` deals with; a test holds them together."""

START = ClassState()
"""The state before the first event."""

_ALWAYS = (
    PresentCounted,
    SeatTaken,
    SeatLeft,
    LogLine,
    QuestionParked,
    ReasonNoted,
    ActionAgreed,
    Blanked,
    Ended,
)
_CLOCK = (TimerStarted, TimerAdjusted, TimerStopped, StepChanged, BreakCalled)
ALLOWED: dict[Overlay, tuple[type, ...]] = {
    Overlay.PAUSED: (*_ALWAYS, Paused),
    Overlay.BREAK: (*_ALWAYS, *_CLOCK, Paused),
    Overlay.HOT_WASH: (*_ALWAYS, *_CLOCK, Paused, HotWashMoved, HotWashNoted),
    Overlay.ENDED: (),
}
"""What means something while an overlay is on."""

IN_THE_WAY = {
    Overlay.PAUSED: "The session is paused. Resume it first.",
    Overlay.BREAK: "There is a break. End it first.",
    Overlay.HOT_WASH: "The hot wash is on. End it first.",
    Overlay.ENDED: "The session has ended. Undo takes the end back.",
}


def refusal(state: ClassState, what: ClassHappening) -> str:
    """Why this means nothing now, as a sentence for the instructor; "" when it may happen.

    `Undone` is judged by `undoable`, since it is about events and not about a state.
    """
    if isinstance(what, Undone):
        return ""
    if (state.head is None) != isinstance(what, Opened):
        return "The session is open already." if state.head else "The session is not open yet."
    if state.overlay is not None and not isinstance(what, ALLOWED[state.overlay]):
        return IN_THE_WAY[state.overlay]
    return RULES[type(what)].refuse(state, what)


def apply(state: ClassState, event: ClassEvent) -> ClassState:
    """The state after an event; the same state, with one more `ignored`, if it means nothing."""
    if isinstance(event.what, Undone):
        return state
    if refusal(state, event.what):
        return state.model_copy(update={"ignored": state.ignored + 1})
    return settle(RULES[type(event.what)].change(state, event.what, event.at), event.at)


def fold(events: Iterable[ClassEvent]) -> ClassState:
    """What the events add up to, those that were undone left out."""
    state = START
    for event in standing(list(events)):
        state = apply(state, event)
    return state


def standing(events: Sequence[ClassEvent]) -> list[ClassEvent]:
    """The events that count: neither undone nor an undoing, in their order."""
    undone = {event.what.event for event in events if isinstance(event.what, Undone)}
    return [e for e in events if e.id not in undone and not isinstance(e.what, Undone)]


def undoable(events: Sequence[ClassEvent]) -> ClassEvent | None:
    """The event that an undo takes back: the last one that counts, never the opening."""
    counting = standing(events)
    return counting[-1] if len(counting) > 1 else None
