"""A scenario played by the class: each situation is put to the vote, the decision stands alone."""

from datetime import datetime
from typing import Any

from tutor.engine import playthrough
from tutor.engine.classroom import tally
from tutor.engine.classroom.base import Rule, at_step
from tutor.model.classroom.happenings import DecisionTaken, ScenarioBegun, SituationShown
from tutor.model.classroom.plan import Ballot, StepKind
from tutor.model.classroom.state import ClassRun, ClassState, Phase, Vote
from tutor.model.library import Fingerprint
from tutor.model.record import Decided
from tutor.model.scenario import Scenario

ENDING = ""
"""The subject when a scenario has ended: nothing to vote on."""


class TieError(ValueError):
    """Several choices have the most votes, or nobody voted: the instructor names one."""

    def __init__(self, leaders: tuple[str, ...]) -> None:
        super().__init__(leaders)
        self.leaders = leaders


def subject(run: ClassRun, scenario: str) -> str:
    """The key of the vote on the next decision: `scenario#2` after the first."""
    return f"{scenario}#{len(run.decisions) + 1}"


def current(state: ClassState) -> ClassRun | None:
    """The scenario that is being played in this step, None before it begins."""
    return (
        state.runs.get(state.now.ref) if state.now and at_step(state, StepKind.SCENARIO) else None
    )


def decision(
    state: ClassState,
    scenario: Scenario,
    fingerprint: Fingerprint,
    module: str,
    choice: str = "",
) -> DecisionTaken:
    """What the class decides: `choice`, or the one with the most votes where none is named.

    The run must stand at a situation of this scenario. Raises TieError where the votes name no
    single choice, and `playthrough.NotOfferedError` for one that is not offered.
    """
    run, vote = state.runs[scenario.id], state.vote or Vote(options=(), ballot=Ballot.ONE)
    number = len(vote.rounds)
    leading = tally.leaders(vote, number)
    if not choice and len(leading) != 1:
        raise TieError(leading)
    chosen = choice or leading[0]
    offered = playthrough.available(scenario, run.state)
    after = playthrough.choose(scenario, run.state, chosen)
    node, picked = playthrough.node_of(scenario, run.state), offered[chosen]
    decided = Decided(
        module=module,
        scenario=scenario.id,
        run="class",
        node=run.state.node,
        node_fingerprint=fingerprint,
        choice=chosen,
        offered=tuple(offered),
        quality=picked.quality,
        best=playthrough.best_quality(scenario, run.state),
        objective=node.objective or "",
        harm=picked.harm,
        misconception=picked.misconception or "",
        state=after,
    )
    split = {o: n for o, n in tally.tally(vote, number, 0).counts.items() if n}
    return DecisionTaken(
        decision=decided, split=split, tie=len(leading) > 1, followed=chosen in leading
    )


def _no_beginning(state: ClassState, what: ScenarioBegun) -> str:
    if not at_step(state, StepKind.SCENARIO) or state.now is None or state.now.ref != what.scenario:
        return "The agenda is not at this scenario."
    if state.phase is Phase.OPEN:
        return "Voting is open. Close it before the scenario begins."
    return "The scenario is under way." if what.scenario in state.runs else ""


def _begin(state: ClassState, what: ScenarioBegun, _at: datetime) -> ClassState:
    run = ClassRun(begun=what.state, state=what.state)
    begun = state.model_copy(update={"runs": state.runs | {what.scenario: run}})
    return _stand_before(begun, subject(run, what.scenario), what.offered)


def _stand_before(state: ClassState, key: str, offered: tuple[str, ...]) -> ClassState:
    """A situation that nobody has voted on yet; an ending where nothing is offered."""
    if not offered:
        return state.model_copy(update={"subject": ENDING, "phase": Phase.SHOWN})
    vote = Vote(options=offered, ballot=Ballot.ONE, judgement=True)
    change = {"subject": key, "votes": state.votes | {key: vote}, "phase": Phase.SHOWN}
    return state.model_copy(update=change)


def _no_decision(state: ClassState, what: DecisionTaken) -> str:
    run, decided = current(state), what.decision
    if run is None or state.now is None or decided.scenario != state.now.ref:
        return "No scenario is under way in this step."
    if state.phase is Phase.OPEN:
        return "Voting is open. Close it before the decision."
    deciding = state.subject == subject(run, decided.scenario)
    if not deciding or state.phase not in (Phase.SHOWN, Phase.CLOSED, Phase.DISCUSS):
        return "There is nothing to decide here."
    if decided.node != run.state.node or decided.choice not in decided.offered:
        return "This decision belongs to another situation."
    return ""


def _decide(state: ClassState, what: DecisionTaken, _at: datetime) -> ClassState:
    run = current(state)
    assert run is not None
    after = run.model_copy(
        update={"state": what.decision.state, "decisions": (*run.decisions, what)}
    )
    votes = state.votes
    if vote := state.vote:
        votes = votes | {state.subject: vote.model_copy(update={"revealed": True})}
    runs = state.runs | {what.decision.scenario: after}
    return state.model_copy(update={"runs": runs, "votes": votes, "phase": Phase.REVEALED})


def _no_situation(state: ClassState, _what: SituationShown) -> str:
    run = current(state)
    if run is None or state.now is None:
        return "No scenario is under way in this step."
    decided = state.subject == f"{state.now.ref}#{len(run.decisions)}"
    return "" if decided and state.phase is Phase.REVEALED else "The class has not decided yet."


def _situation(state: ClassState, what: SituationShown, _at: datetime) -> ClassState:
    run = current(state)
    assert run is not None
    assert state.now is not None
    return _stand_before(state, subject(run, state.now.ref), what.offered)


RULES: dict[type, Rule[Any]] = {
    ScenarioBegun: Rule(_no_beginning, _begin),
    DecisionTaken: Rule(_no_decision, _decide),
    SituationShown: Rule(_no_situation, _situation),
}
