"""A scenario that plays the same and has fewer states.

What no condition further on looks at is set back with every choice, so that plays which differ in
nothing else count as one. Of real scenarios this leaves between half and a seventh of the states.
Endings, shares, scores and what is offered stay exactly the same, as long as no choice leads back.
"""

from tutor.engine.conditions import reads
from tutor.model.conditions import Effect, Learn, Shift
from tutor.model.scenario import Indicator, NodeChoice, Scenario


def trimmed(scenario: Scenario) -> Scenario:
    """The scenario with effects that forget; the same for all choices of a node."""
    gone = forgotten(scenario)
    nodes = {}
    for name, node in scenario.nodes.items():
        more = tuple(_forget(one, scenario.indicators) for one in sorted(gone[name]))
        answers = {letter: _with(choice, more) for letter, choice in node.answers.items()}
        nodes[name] = node.model_copy(update={"answers": answers})
    return scenario.model_copy(update={"nodes": nodes})


def forgotten(scenario: Scenario) -> dict[str, frozenset[str]]:
    """By node: what conditions read somewhere, and nowhere after this node."""
    own = {name: _read_here(scenario, name) for name in scenario.nodes}
    later = _later(scenario, own)
    everything = frozenset[str]().union(*own.values())
    return {
        name: everything.difference(
            *(later[choice.to] for choice in node.answers.values() if choice.to in later)
        )
        for name, node in scenario.nodes.items()
    }


def _read_here(scenario: Scenario, name: str) -> frozenset[str]:
    looked = [reads(choice.needs) for choice in scenario.nodes[name].answers.values()]
    return frozenset[str]().union(*(one.indicators | one.facts for one in looked))


def _later(scenario: Scenario, own: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """By node: what is read there or anywhere after it, pushed back until nothing changes."""
    back: dict[str, set[str]] = {name: set() for name in own}
    for name, node in scenario.nodes.items():
        for choice in node.answers.values():
            if choice.to in back:
                back[choice.to].add(name)
    later = dict(own)
    waiting = list(own)
    while waiting:
        name = waiting.pop()
        for before in back[name]:
            if not later[name] <= later[before]:
                later[before] |= later[name]
                waiting.append(before)
    return later


def _forget(name: str, indicators: dict[str, Indicator]) -> Effect:
    """Down to the least value, or not known; a scenario has no fact named like an indicator."""
    if name in indicators:
        return Shift(name, indicators[name].min - indicators[name].max)
    return Learn(name, true=False)


def _with(choice: NodeChoice, more: tuple[Effect, ...]) -> NodeChoice:
    return choice.model_copy(update={"effects": (*choice.effects, *more)}) if more else choice
