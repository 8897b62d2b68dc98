"""Where to go on with a run after the course may have changed."""

from dataclasses import dataclass

from tutor.engine import playthrough
from tutor.model.progress import Run
from tutor.model.record import ScenarioState
from tutor.model.scenario import Scenario
from tutor.study.seat import Seat


@dataclass(frozen=True, slots=True)
class Resumption:
    """The state to go on from. `kept` decisions still stand; `changed` says that some do not."""

    state: ScenarioState
    kept: int
    changed: bool


def node_key(scenario_id: str, node_id: str) -> str:
    """The key of a node's fingerprint in `Module.fingerprints`."""
    return f"node:{scenario_id}:{node_id}"


def resumption(seat: Seat, scenario: Scenario, run: Run) -> Resumption:
    """The state after the last decision whose node still means what it meant then."""
    state, kept = run.start.state, 0
    if state.node not in scenario.nodes:
        return Resumption(playthrough.begin(scenario), 0, changed=True)
    for step in run.steps:
        now = seat.module.fingerprints.get(node_key(scenario.id, step.node))
        if now is None or now.meaning != step.node_fingerprint.meaning:
            break
        if step.state.node not in scenario.nodes:
            break
        state, kept = step.state, kept + 1
    return Resumption(state, kept, changed=kept < len(run.steps))
