"""What the instructor writes down: the log, parked questions, the points of the hot wash."""

from datetime import datetime
from typing import Any

from tutor.engine.classroom.base import Rule, head_of, never
from tutor.engine.classroom.exercise import current
from tutor.engine.classroom.watch import elapsed
from tutor.model.classroom.happenings import (
    ActionAgreed,
    HotWash,
    HotWashMoved,
    HotWashNoted,
    LogLine,
    QuestionParked,
    ReasonNoted,
)
from tutor.model.classroom.plan import SessionHead, StepKind
from tutor.model.classroom.state import (
    ClassState,
    HotWashPoint,
    Overlay,
    Phase,
    Reason,
    Stamped,
    Timer,
    Watch,
)

ROUND_SECONDS = 180
"""A round of a hot wash where the agenda gives none: three minutes."""


def round_timer(head: SessionHead, at: datetime) -> Timer:
    """The countdown of a round: a third of what the agenda gives the hot wash."""
    given = [step.minutes for step in head.agenda if step.kind is StepKind.HOT_WASH]
    seconds = int(60 * given[-1] / len(HotWash)) if given and given[-1] else ROUND_SECONDS
    return Timer(seconds=max(1, seconds), watch=Watch(since=at))


def _stamped(state: ClassState, text: str, at: datetime) -> Stamped:
    record = current(state)
    seconds = elapsed(record.watch, at) if record is not None else None
    return Stamped(at=at, step=state.step, text=text, seconds=seconds)


def _log(state: ClassState, what: LogLine, at: datetime) -> ClassState:
    return state.model_copy(update={"log": (*state.log, _stamped(state, what.text, at))})


def _park(state: ClassState, what: QuestionParked, at: datetime) -> ClassState:
    return state.model_copy(update={"parked": (*state.parked, _stamped(state, what.text, at))})


def _no_hot_wash(state: ClassState, what: HotWashMoved) -> str:
    if state.phase is Phase.OPEN:
        return "Voting is open. Close it before the hot wash."
    if what.round == state.hot_wash:
        on = what.round is not None
        return "The hot wash is in this round." if on else "There is no hot wash."
    return ""


def _hot_wash(state: ClassState, what: HotWashMoved, at: datetime) -> ClassState:
    on = what.round is not None
    change = {
        "hot_wash": what.round,
        "overlay": Overlay.HOT_WASH if on else None,
        "timer": round_timer(head_of(state), at) if on else None,
    }
    return state.model_copy(update=change)


def _no_finding(state: ClassState, what: ReasonNoted | ActionAgreed) -> str:
    exercise = head_of(state).exercise
    known = exercise.objectives if exercise else {}
    if not what.objective or what.objective in known:
        return ""
    named = f"There are: {', '.join(known)}." if known else "Leave it out."
    return f"The exercise has no training objective {what.objective}. {named}"


def _reason(state: ClassState, what: ReasonNoted, at: datetime) -> ClassState:
    one = Reason(objective=what.objective, said=_stamped(state, what.text, at))
    return state.model_copy(update={"reasons": (*state.reasons, one)})


def _action(state: ClassState, what: ActionAgreed, _at: datetime) -> ClassState:
    return state.model_copy(update={"actions": (*state.actions, what)})


def _no_point(state: ClassState, what: HotWashNoted) -> str:
    if state.hot_wash is None:
        return "There is no hot wash. Begin it first."
    return "" if what.round is state.hot_wash else f"The round is: {state.hot_wash.value}."


def _point(state: ClassState, what: HotWashNoted, at: datetime) -> ClassState:
    point = HotWashPoint(round=what.round, said=_stamped(state, what.text, at))
    return state.model_copy(update={"points": (*state.points, point)})


RULES: dict[type, Rule[Any]] = {
    LogLine: Rule(never, _log),
    QuestionParked: Rule(never, _park),
    ReasonNoted: Rule(_no_finding, _reason),
    ActionAgreed: Rule(_no_finding, _action),
    HotWashMoved: Rule(_no_hot_wash, _hot_wash),
    HotWashNoted: Rule(_no_point, _point),
}
