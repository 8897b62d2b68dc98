"""The verbs of a session that mean something now: the footer and the words follow from them."""

from collections.abc import Callable

from tutor.engine.classroom import refusal
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import StepKind
from tutor.model.classroom.state import ClassState, Overlay, Phase, Vote


def offered(state: ClassState) -> frozenset[str]:
    """The names of the verbs that the session would not refuse for its state."""
    found = {verb for verb, probe in PROBES.items() if not refusal(state, probe(state))}
    found.discard("rate")
    free = state.overlay is None
    if free and deciding(state) and state.phase is not Phase.OPEN:
        found = (found - {"next"}) | {"decide"}
    elif free and _within(state):
        found.add("next")
    if free and state.step in state.exercises and _at(state, StepKind.EXERCISE):
        found |= {"inject", "rate", "hint", "missed", "harm"}
    if state.overlay is Overlay.HOT_WASH:
        found |= {"point", "why", "agree"}
    return frozenset(found)


def why_not(state: ClassState, verb: str) -> str:
    """Why a verb means nothing now, as a sentence; "" when it does, or where no example tells."""
    return refusal(state, PROBES[verb](state)) if verb in PROBES else ""


def _at(state: ClassState, kind: StepKind) -> bool:
    return state.now is not None and state.now.kind is kind


def _within(state: ClassState) -> bool:
    """Whether the next thing lies within the scenario of this step."""
    if state.now is None or not _at(state, StepKind.SCENARIO):
        return False
    decided = state.subject.startswith(f"{state.now.ref}#") and state.phase is Phase.REVEALED
    return decided or state.now.ref not in state.runs


def _rounds(state: ClassState) -> int:
    vote: Vote | None = state.vote
    return len(vote.rounds) if vote else 0


def _forward(state: ClassState) -> h.ClassHappening:
    return h.StepChanged(step=state.step + 1)


def _back(state: ClassState) -> h.ClassHappening:
    return h.StepChanged(step=max(0, state.step - 1))


def _count(state: ClassState) -> h.ClassHappening:
    vote = state.vote
    way = h.Way.SLIPS if vote and vote.private else h.Way.HANDS
    return h.VotesCounted(way=way, round=max(1, _rounds(state)), counts={})


def _table(state: ClassState) -> h.ClassHappening:
    options = state.vote.options if state.vote else ()
    return h.TableAnswered(
        table="1", round=max(1, _rounds(state)), chosen=options[:1], text="words"
    )


def _stage(state: ClassState) -> h.ClassHappening:
    test = state.tests.get(state.step)
    order = tuple(h.Stage)
    place = order.index(test.stage) + 1 if test else 0
    return h.StageChanged(stage=order[min(place, len(order) - 1)])


def _hot_wash(state: ClassState) -> h.ClassHappening:
    return h.HotWashMoved(round=next_round(state))


def next_round(state: ClassState) -> h.HotWash | None:
    """The round of the hot wash after the present one; None after the last."""
    order = tuple(h.HotWash)
    if state.hot_wash is None:
        return order[0]
    return next(iter(order[order.index(state.hot_wash) + 1 :]), None)


def deciding(state: ClassState) -> bool:
    """Whether a situation of a scenario waits for the class's decision."""
    if state.now is None or state.now.kind is not StepKind.SCENARIO:
        return False
    return state.subject.startswith(f"{state.now.ref}#") and not (
        state.vote and state.vote.revealed
    )


PROBES: dict[str, Callable[[ClassState], h.ClassHappening]] = {
    "next": _forward,
    "back": _back,
    "present": lambda _state: h.PresentCounted(people=0),
    "open": lambda state: h.VotingOpened(round=_rounds(state) + 1),
    "close": lambda state: h.VotingClosed(round=max(1, _rounds(state))),
    "count": _count,
    "table": _table,
    "discuss": lambda _state: h.DiscussionStarted(),
    "bars": lambda state: h.BarsShown(round=max(1, _rounds(state))),
    "reveal": lambda _state: h.Revealed(),
    "debrief": lambda _state: h.DebriefStarted(),
    "timer": lambda _state: h.TimerStarted(seconds=60),
    "pause": lambda state: h.Paused(on=state.overlay is not Overlay.PAUSED),
    "blank": lambda state: h.Blanked(on=not state.blank),
    "break": lambda state: h.BreakCalled(on=state.overlay is not Overlay.BREAK),
    "log": lambda _state: h.LogLine(text="x"),
    "park": lambda _state: h.QuestionParked(text="x"),
    "stage": _stage,
    "start": lambda _state: h.ExerciseStarted(),
    "hotwash": _hot_wash,
    "point": lambda state: h.HotWashNoted(round=state.hot_wash or h.HotWash.SUSTAIN, text="x"),
    "appeal": lambda state: h.AppealNoted(
        table="1", item=next(iter(state.now.items if state.now else ()), ""), text="x"
    ),
    "rate": lambda _state: h.ExpectationRated(inject="", expectation=0, rating=h.Rating.MET),
    "end": lambda _state: h.Ended(),
}
"""An example of each verb. What depends on an argument (a letter, an inject) is refused later."""
