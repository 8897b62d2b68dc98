"""A state in which somebody comes to a situation, for whoever wants to begin there."""

from collections import deque

from tutor.engine import playthrough
from tutor.model.record import ScenarioState
from tutor.model.scenario import Scenario

MOST = 5_000
"""States that are looked at; a situation behind more of them counts as not reached."""


def way_to(scenario: Scenario, node: str) -> ScenarioState | None:
    """The state after the fewest decisions that lead to `node`, the better choices first.

    None if nothing leads there. Raises ContentError if the first node is missing.
    """
    begin = playthrough.begin(scenario)
    waiting, seen = deque([begin]), {_key(begin)}
    while waiting and len(seen) <= MOST:
        state = waiting.popleft()
        if state.node == node:
            return state
        offered = playthrough.available(scenario, state)
        for letter in sorted(offered, key=lambda one: -offered[one].quality):
            after = playthrough.choose(scenario, state, letter)
            if _key(after) not in seen:
                seen.add(_key(after))
                waiting.append(after)
    return next((state for state in waiting if state.node == node), None)


def _key(state: ScenarioState) -> tuple[object, ...]:
    """What decides how play goes on."""
    return state.node, tuple(sorted(state.indicators.items())), state.facts
