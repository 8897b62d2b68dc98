"""What an author should know about a scenario, from its graph and from its text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from tutor.engine.analysis.live import Spot, read_at, view_of
from tutor.engine.analysis.loops import Groups, way_to
from tutor.engine.analysis.states import Edge, Graph
from tutor.engine.analysis.walks import RANK, steps
from tutor.engine.conditions import apply
from tutor.model.scenario import Node, NodeChoice, Scenario


@dataclass(frozen=True, slots=True)
class Trail:
    """A node and a shortest way to it: node and letter of each choice."""

    node: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChoiceRef:
    """A choice of the file."""

    node: str
    letter: str


@dataclass(frozen=True, slots=True)
class Dominated:
    """The choice `letter` that gives nobody a reason to prefer it to `by`."""

    node: str
    letter: str
    by: str


@dataclass(frozen=True, slots=True)
class Craft:
    """How a node's best choice looks. `place` counts from 0 in the file; `longest`: by characters.

    With several best choices: the place of the first, and whether any is longer than all others.
    """

    node: str
    choices: int
    place: int
    longest: bool


def dead_ends(scenario: Scenario, graph: Graph) -> tuple[Trail, ...]:
    """Nodes where some state offers no choice though they are no ending."""
    stuck = (
        spot
        for spot, (name, _, _) in enumerate(graph.spots)
        if not graph.out[spot] and scenario.nodes[name].end is None
    )
    return _trails(graph, stuck)


def no_way_out(graph: Graph, ranks: Sequence[int]) -> tuple[Trail, ...]:
    """Nodes with a state from which no ending can be reached; dead ends are among them."""
    return _trails(graph, (spot for spot, rank in enumerate(ranks) if rank < 0))


def best_endings(scenario: Scenario, graph: Graph, grouping: Groups) -> list[int]:
    """Per spot: the rank of the best ending still to be had (2 good, 1 mixed, 0 poor), or -1."""
    ranks = [-1] * len(grouping.members)
    for group, members in enumerate(grouping.members):
        for spot in members:
            end = scenario.nodes[graph.spots[spot][0]].end
            own = -1 if end is None else RANK[end]
            after = [ranks[grouping.of[edge.target]] for edge in graph.out[spot]]
            ranks[group] = max(ranks[group], own, *after)
    return [ranks[group] for group in grouping.of]


def looping(graph: Graph, grouping: Groups) -> tuple[str, ...]:
    """Nodes where a choice can lead back to exactly the same state later on."""
    spots = {edge.source for edges in graph.out for edge in edges if grouping.inside(edge)}
    return tuple(dict.fromkeys(graph.spots[spot][0] for spot in sorted(spots)))


def never_offered(scenario: Scenario, graph: Graph) -> tuple[ChoiceRef, ...]:
    """Choices of reachable nodes that no state offers because of what they need."""
    reached = {name for name, _, _ in graph.spots}
    offered = {(graph.spots[e.source][0], e.letter) for edges in graph.out for e in edges}
    return tuple(
        ChoiceRef(node.id, letter)
        for node in scenario.nodes.values()
        if node.id in reached and node.end is None
        for letter, choice in node.answers.items()
        if choice.to in scenario.nodes and (node.id, letter) not in offered
    )


def leads_nowhere(scenario: Scenario) -> tuple[ChoiceRef, ...]:
    """Choices whose target is not in the scenario."""
    return tuple(
        ChoiceRef(node.id, letter)
        for node in scenario.nodes.values()
        for letter, choice in node.answers.items()
        if choice.to not in scenario.nodes
    )


def never_read(scenario: Scenario) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Indicators and facts that no condition looks at; a text variant looks at its fact."""
    read = frozenset[str]().union(*(read_at(scenario, name) for name in scenario.nodes))
    shown = frozenset[str]().union(*(node.text_if for node in scenario.nodes.values()))
    return (
        tuple(name for name in scenario.indicators if name not in read),
        tuple(name for name in scenario.facts if name not in read | shown),
    )


def dominated(scenario: Scenario, graph: Graph, ranks: Sequence[int]) -> tuple[Dominated, ...]:
    """Choices that another one of the node beats without any trade-off.

    A modest definition, because nothing says whether an indicator is better high or low: in every
    state that offers the choice, the other one is offered too and leaves the same indicators and
    facts, its quality is no lower and the best ending still to be had is no worse; and in quality
    or, somewhere, in ending it is better. What moves an indicator differently is never reported,
    also where no condition reads it any more: the learner sees it move.
    """
    pairs = _Pairs(scenario, graph, ranks)
    return tuple(
        Dominated(name, letter, by)
        for name in pairs.offers
        for letter, by in permutations(scenario.nodes[name].answers, 2)
        if pairs.beaten(scenario.nodes[name], letter, by)
    )


def craft(scenario: Scenario) -> tuple[Craft, ...]:
    """Place and length of the best choice, for each node whose choices differ in quality."""
    return tuple(
        _craft(node)
        for node in scenario.nodes.values()
        if len({choice.quality for choice in node.answers.values()}) > 1
    )


def _craft(node: Node) -> Craft:
    best = max(choice.quality for choice in node.answers.values())
    right = [choice.quality == best for choice in node.answers.values()]
    lengths = [len(choice.text) for choice in node.answers.values()]
    return Craft(
        node=node.id,
        choices=len(right),
        place=right.index(True),
        longest=max(n for n, is_best in zip(lengths, right, strict=True) if is_best)
        > max(n for n, is_best in zip(lengths, right, strict=True) if not is_best),
    )


class _Pairs:
    """Compares the choices of a node, two at a time, in every state that offers them."""

    def __init__(self, scenario: Scenario, graph: Graph, ranks: Sequence[int]) -> None:
        self._graph = graph
        self._ranks = ranks
        self._ranges = scenario.indicators
        self._view = view_of(scenario)
        self.offers: dict[str, list[tuple[Spot, dict[str, Edge]]]] = {}
        for spot, edges in zip(graph.spots, graph.out, strict=True):
            self.offers.setdefault(spot[0], []).append((spot, {e.letter: e for e in edges}))

    def beaten(self, node: Node, letter: str, by: str) -> bool:
        """Whether `by` is never worse than `letter`, and somewhere better."""
        one, other = node.answers[letter], node.answers[by]
        if one.quality > other.quality or not self._same_unread(node, one, other):
            return False
        states = [(spot, edges) for spot, edges in self.offers[node.id] if letter in edges]
        better = one.quality < other.quality
        for spot, edges in states:
            if by not in edges or self._after(spot, one) != self._after(spot, other):
                return False
            first, second = (self._ranks[edges[key].target] for key in (letter, by))
            if first > second:
                return False
            better |= first < second
        return better and bool(states)

    def _same_unread(self, node: Node, one: NodeChoice, other: NodeChoice) -> bool:
        """Whether two choices do the same to what the learner is shown and no condition reads."""
        first, second = (
            [effect for effect in choice.effects if not self._view.sees(node.id, effect)]
            for choice in (one, other)
        )
        return first == second

    def _after(self, spot: Spot, choice: NodeChoice) -> tuple[dict[str, int], tuple[str, ...]]:
        """What mattered at the spot, as the choice leaves it."""
        name, values, facts = spot
        indicators = dict(zip(self._view.indicators[name], values, strict=True))
        seen = (effect for effect in choice.effects if self._view.sees(name, effect))
        return apply(seen, indicators, facts, self._ranges)


def _trails(graph: Graph, spots: Iterable[int]) -> tuple[Trail, ...]:
    """One trail per node, to the first of its spots: spots are numbered by distance."""
    first: dict[str, int] = {}
    for spot in spots:
        first.setdefault(graph.spots[spot][0], spot)
    return tuple(Trail(name, steps(graph, way_to(graph, spot))) for name, spot in first.items())
