"""What still matters at each node: the indicators and facts that a condition reads there or later.

What no condition reads any more cannot change the future, so states that differ in nothing else
count as one. Of real scenarios this leaves between half and a seventh of the states.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.engine.conditions import reads
from tutor.model.conditions import Effect, Shift
from tutor.model.record import ScenarioState
from tutor.model.scenario import Scenario

Spot = tuple[str, tuple[int, ...], tuple[str, ...]]
"""Node; values of the indicators that matter there, in the order of the file; known facts that
matter there, sorted."""


@dataclass(frozen=True, slots=True)
class View:
    """What of a state decides its future, by node."""

    indicators: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, frozenset[str]]

    def spot(self, state: ScenarioState) -> Spot:
        """The spot of a state; an indicator that the state lacks counts as 0."""
        return self.at(state.node, state.indicators, state.facts)

    def at(self, node: str, indicators: Mapping[str, int], facts: tuple[str, ...]) -> Spot:
        """The spot at a node with these values and (sorted) facts."""
        matter = self.facts.get(node, frozenset())
        values = tuple(indicators.get(name, 0) for name in self.indicators.get(node, ()))
        return node, values, tuple(fact for fact in facts if fact in matter)

    def sees(self, node: str, effect: Effect) -> bool:
        """Whether the effect changes anything that matters at the node."""
        if isinstance(effect, Shift):
            return effect.indicator in self.indicators.get(node, ())
        return effect.fact in self.facts.get(node, frozenset())


def view_of(scenario: Scenario) -> View:
    """The view of a scenario. Names that it does not declare are left out: they decide nothing."""
    own = {name: read_at(scenario, name) for name in scenario.nodes}
    matter = _pushed_back(scenario, own)
    return View(
        {
            node: tuple(n for n in scenario.indicators if n in names)
            for node, names in matter.items()
        },
        {node: names - scenario.indicators.keys() for node, names in matter.items()},
    )


def read_at(scenario: Scenario, name: str) -> frozenset[str]:
    """The indicators and facts that the choices of a node look at."""
    looked = [reads(choice.needs) for choice in scenario.nodes[name].answers.values()]
    return frozenset[str]().union(*(one.indicators | one.facts for one in looked))


def _pushed_back(
    scenario: Scenario, own: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """By node: what is read there or anywhere after it, until nothing changes."""
    before: dict[str, set[str]] = {name: set() for name in own}
    for name, node in scenario.nodes.items():
        for choice in node.answers.values():
            if choice.to in before and node.end is None:
                before[choice.to].add(name)
    later = dict(own)
    waiting = list(own)
    while waiting:
        name = waiting.pop()
        for one in before[name]:
            if not later[name] <= later[one]:
                later[one] |= later[name]
                waiting.append(one)
    return later
