"""The shape of a scenario without its conditions: who leads where. Shared by the G rules."""

from collections.abc import Iterable

from tutor.content.view import ScenarioView
from tutor.model.scenario import Node


def nodes(scenario: ScenarioView) -> dict[str, Node]:
    """The usable nodes by id."""
    return {name: sited.value for name, sited in scenario.nodes.entries.items()}


def whole(scenario: ScenarioView) -> bool:
    """True when every node could be read and every choice leads to one of them.

    Else a way that seems to be missing may only be broken.
    """
    there = scenario.nodes.entries.keys()
    ways = (choice.to for node in nodes(scenario).values() for choice in node.answers.values())
    return scenario.nodes.whole and all(way in there for way in ways)


def reached(scenario: ScenarioView, start: str) -> set[str]:
    """Every node that some row of choices leads to, conditions left aside."""
    ways = {name: [c.to for c in node.answers.values()] for name, node in nodes(scenario).items()}
    return _spread([start], ways)


def finishing(scenario: ScenarioView) -> set[str]:
    """Every node from which some row of choices leads to an ending, conditions left aside."""
    back: dict[str, list[str]] = {}
    for name, node in nodes(scenario).items():
        for choice in node.answers.values():
            back.setdefault(choice.to, []).append(name)
    ends = [name for name, node in nodes(scenario).items() if node.end is not None]
    return _spread(ends, back)


def _spread(starts: Iterable[str], ways: dict[str, list[str]]) -> set[str]:
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for following in ways.get(waiting.pop(), ()):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return seen
