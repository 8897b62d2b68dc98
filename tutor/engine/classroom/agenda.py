"""The way through the agenda: opening, head count, steps, clocks, pauses, the end."""

from datetime import datetime
from typing import Any

from tutor.engine.classroom.base import Rule, head_of, never
from tutor.engine.classroom.notes import round_timer
from tutor.engine.classroom.voting import fresh, phase_of
from tutor.model.classroom.happenings import (
    Blanked,
    BreakCalled,
    Ended,
    HotWash,
    Opened,
    Paused,
    PresentCounted,
    StepChanged,
    TimerAdjusted,
    TimerStarted,
    TimerStopped,
)
from tutor.model.classroom.plan import Step, StepKind
from tutor.model.classroom.state import ClassState, Overlay, Phase, Timer, Watch

OVERLAYS = {StepKind.BREAK: Overlay.BREAK, StepKind.HOT_WASH: Overlay.HOT_WASH}
"""What lies over everything while the agenda is at such a step."""

SHORTEST = 1
"""Seconds that a countdown keeps at least when time is taken away."""


def _open(_state: ClassState, what: Opened, _at: datetime) -> ClassState:
    return ClassState(head=what.head)


def _count(state: ClassState, what: PresentCounted, _at: datetime) -> ClassState:
    return state.model_copy(update={"present": what.people})


def _no_step(state: ClassState, what: StepChanged) -> str:
    steps = len(head_of(state).agenda)
    if what.step >= steps:
        return f"The agenda has {steps} steps; there is no step {what.step + 1}."
    if state.phase is Phase.OPEN:
        return "Voting is open. Close it before you go on."
    return "The session is at this step." if what.step == state.step and not _aside(state) else ""


def _aside(state: ClassState) -> bool:
    """Whether something else than the step itself is shown: a question out of turn."""
    step = state.now
    own = {step.ref, ""} if step else {""}
    return state.subject.partition("#")[0] not in own


def _go(state: ClassState, what: StepChanged, at: datetime) -> ClassState:
    step = head_of(state).agenda[what.step]
    washing = step.kind is StepKind.HOT_WASH
    subject = step.ref if step.kind is StepKind.QUESTION else ""
    votes = state.votes
    if subject and subject not in votes:
        votes = votes | {subject: fresh(head_of(state).questions[subject])}
    change = {
        "step": what.step,
        "overlay": OVERLAYS.get(step.kind),
        "hot_wash": HotWash.SUSTAIN if washing else None,
        "timer": round_timer(head_of(state), at) if washing else _break_timer(step, at),
        "votes": votes,
        **_stand(state, step.kind, step.ref),
    }
    return state.model_copy(update=change)


def _break_timer(step: Step, at: datetime) -> Timer | None:
    """A break of the agenda counts down by itself, so that the room sees when it is over."""
    if step.kind is not StepKind.BREAK or not step.minutes:
        return None
    return Timer(seconds=round(60 * step.minutes), watch=Watch(since=at))


def _stand(state: ClassState, kind: StepKind, ref: str) -> dict[str, Any]:
    """Subject and phase on coming to a step, which may have been left half done."""
    if kind is StepKind.QUESTION:
        return {"subject": ref, "phase": phase_of(state.votes.get(ref))}
    run = state.runs.get(ref) if kind is StepKind.SCENARIO else None
    if run is None:
        return {"subject": "", "phase": Phase.SHOWN}
    number = len(run.decisions)
    due = state.votes.get(f"{ref}#{number + 1}")
    if due is not None:
        return {"subject": f"{ref}#{number + 1}", "phase": phase_of(due)}
    subject = f"{ref}#{number}" if number else ""
    return {"subject": subject, "phase": phase_of(state.votes.get(subject))}


def _set_timer(state: ClassState, what: TimerStarted, at: datetime) -> ClassState:
    timer = Timer(seconds=what.seconds, watch=Watch(since=at))
    return state.model_copy(update={"timer": timer})


def _no_timer(state: ClassState, _what: object) -> str:
    return "" if state.timer else "No timer is running. Start one first."


def _adjust(state: ClassState, what: TimerAdjusted, _at: datetime) -> ClassState:
    assert state.timer is not None
    seconds = max(SHORTEST, state.timer.seconds + what.seconds)
    return state.model_copy(update={"timer": state.timer.model_copy(update={"seconds": seconds})})


def _drop_timer(state: ClassState, _what: TimerStopped, _at: datetime) -> ClassState:
    return state.model_copy(update={"timer": None})


def _no_pause(state: ClassState, what: Paused) -> str:
    if what.on and state.overlay is Overlay.BREAK:
        return "The session is in a break; it needs no pause."
    if what.on == (state.overlay is Overlay.PAUSED):
        return "The session is paused already." if what.on else "The session is not paused."
    return ""


def _pause(state: ClassState, what: Paused, _at: datetime) -> ClassState:
    return state.model_copy(update={"overlay": Overlay.PAUSED if what.on else under(state)})


def under(state: ClassState) -> Overlay | None:
    """What lies over the phase when a pause or a break that was called is over."""
    return Overlay.HOT_WASH if state.hot_wash is not None else None


def _no_blank(state: ClassState, what: Blanked) -> str:
    if what.on == state.blank:
        return "The wall is blank already." if what.on else "The wall is not blank."
    return ""


def _blank(state: ClassState, what: Blanked, _at: datetime) -> ClassState:
    return state.model_copy(update={"blank": what.on})


def _no_break(state: ClassState, what: BreakCalled) -> str:
    if what.on and state.phase is Phase.OPEN:
        return "Voting is open. Close it before the break."
    if what.on == (state.overlay is Overlay.BREAK):
        return "There is a break already." if what.on else "There is no break."
    return ""


def _break(state: ClassState, what: BreakCalled, at: datetime) -> ClassState:
    timed = what.on and what.minutes
    timer = Timer(seconds=60 * what.minutes, watch=Watch(since=at)) if timed else None
    overlay = Overlay.BREAK if what.on else under(state)
    return state.model_copy(update={"overlay": overlay, "timer": timer})


def _no_end(state: ClassState, _what: Ended) -> str:
    return "Voting is open. Close it before you end." if state.phase is Phase.OPEN else ""


def _end(state: ClassState, _what: Ended, _at: datetime) -> ClassState:
    return state.model_copy(update={"overlay": Overlay.ENDED, "timer": None})


RULES: dict[type, Rule[Any]] = {
    Opened: Rule(never, _open),
    PresentCounted: Rule(never, _count),
    StepChanged: Rule(_no_step, _go),
    TimerStarted: Rule(never, _set_timer),
    TimerAdjusted: Rule(_no_timer, _adjust),
    TimerStopped: Rule(_no_timer, _drop_timer),
    Paused: Rule(_no_pause, _pause),
    Blanked: Rule(_no_blank, _blank),
    BreakCalled: Rule(_no_break, _break),
    Ended: Rule(_no_end, _end),
}
