"""Walking through a scenario: every verb takes a state and gives the next one.

A state holds only what can be saved and read back; the scenario is never changed. A choice whose
target does not exist is not offered, so that a broken block never throws a learner out of a run.
A node that offers nothing and is no ending is a dead end: `available` is empty, `is_end` False.
"""

from collections.abc import Collection

from tutor.engine.conditions import apply, clamp, holds
from tutor.errors import ContentError
from tutor.model.record import ScenarioState
from tutor.model.scenario import Node, NodeChoice, Scenario


class NotOfferedError(ValueError):
    """The letter is not among the choices that the state offers."""


def begin(scenario: Scenario) -> ScenarioState:
    """The state before the first decision. Raises ContentError if the first node is missing."""
    state = ScenarioState(
        node=scenario.start,
        indicators={name: clamp(one.start, one) for name, one in scenario.indicators.items()},
    )
    node_of(scenario, state)
    return state


def node_of(scenario: Scenario, state: ScenarioState) -> Node:
    """The node where the state stands. Raises ContentError if the scenario lost it."""
    node = scenario.nodes.get(state.node)
    if node is None:
        raise ContentError(
            f"The scenario {scenario.id!r} has no situation {state.node!r} any more.",
            "The course has changed since this run was saved; start the scenario again.",
        )
    return node


def available(scenario: Scenario, state: ScenarioState) -> dict[str, NodeChoice]:
    """Letter -> choice for what can be chosen now, in the order of the file; none at an ending."""
    node = node_of(scenario, state)
    if node.end is not None:
        return {}
    return {
        letter: choice
        for letter, choice in node.answers.items()
        if choice.to in scenario.nodes and holds(choice.needs, state.indicators, state.facts)
    }


def choose(scenario: Scenario, state: ScenarioState, letter: str) -> ScenarioState:
    """The state after the choice. The clock adds the minutes of the node that is left.

    Raises NotOfferedError if `available` does not hold the letter.
    """
    choice = available(scenario, state).get(letter)
    if choice is None:
        raise NotOfferedError(f"The choice {letter!r} is not offered at {state.node!r} now.")
    indicators, facts = apply(choice.effects, state.indicators, state.facts, scenario.indicators)
    return ScenarioState(
        node=choice.to,
        indicators=indicators,
        facts=facts,
        clock=state.clock + node_of(scenario, state).clock,
    )


def text_of(scenario: Scenario, state: ScenarioState) -> str:
    """What the learner reads at this node.

    The first `text-if` variant, in the order of the file, whose fact is known REPLACES the text:
    an author then writes whole situations, and no two variants can contradict each other.
    """
    node = node_of(scenario, state)
    return next((text for fact, text in node.text_if.items() if fact in state.facts), node.text)


def cue_of(node: Node, facts: Collection[str]) -> str:
    """What there was to notice for whoever knows the facts; "" where the author names nothing."""
    return next((cue for fact, cue in node.cue_if.items() if fact in facts), node.cue or "")


def is_end(scenario: Scenario, state: ScenarioState) -> bool:
    """Whether the state stands at an ending."""
    return node_of(scenario, state).end is not None


def best_quality(scenario: Scenario, state: ScenarioState) -> int:
    """The best quality, 0..3, among the choices that are available; 0 if there are none."""
    return max((c.quality for c in available(scenario, state).values()), default=0)
