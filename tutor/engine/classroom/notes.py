"""What the instructor writes down: the log, parked questions, the points of the hot wash."""

from datetime import datetime
from typing import Any

from tutor.engine.classroom.base import Rule, never
from tutor.model.classroom.happenings import (
    HotWashMoved,
    HotWashNoted,
    LogLine,
    QuestionParked,
)
from tutor.model.classroom.state import ClassState, HotWashPoint, Overlay, Phase, Stamped


def _stamped(state: ClassState, text: str, at: datetime) -> Stamped:
    return Stamped(at=at, step=state.step, text=text)


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


def _hot_wash(state: ClassState, what: HotWashMoved, _at: datetime) -> ClassState:
    overlay = None if what.round is None else Overlay.HOT_WASH
    return state.model_copy(update={"hot_wash": what.round, "overlay": overlay})


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
    HotWashMoved: Rule(_no_hot_wash, _hot_wash),
    HotWashNoted: Rule(_no_point, _point),
}
