"""Best and worst ways through a scenario, and where random play ends.

Totals over a loop are not defined: whoever goes round again would earn again. So a choice that
stays within a loop (a group of `loops`) counts neither as earned nor as possible; only the choices
between groups do. A scenario without loops is measured exactly.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tutor.engine.analysis.loops import Groups, way_inside
from tutor.engine.analysis.states import Edge, Graph
from tutor.model.scenario import Scenario

LOOP_STEPS = 1_000_000
"""Steps spent on random play inside loops; what is still inside then leaves as the last did."""

LOOP_REST = 1e-12
"""The share of random play below which a loop counts as left."""

End = Literal["good", "mixed", "poor"]
RANK: dict[End, int] = {"poor": 0, "mixed": 1, "good": 2}


@dataclass(frozen=True, slots=True)
class Path:
    """A way from the start to an ending. `steps`: node and letter of each choice."""

    steps: tuple[tuple[str, str], ...]
    earned: int
    possible: int
    ending: str

    @property
    def letters(self) -> tuple[str, ...]:
        """The choices alone."""
        return tuple(letter for _, letter in self.steps)

    @property
    def ratio(self) -> float:
        """The decision score, 0..1; 1 where nothing could have been done better or worse."""
        return self.earned / self.possible if self.possible else 1.0


@dataclass(frozen=True, slots=True)
class EndingScore:
    """The highest and the lowest decision score with which an ending can be reached."""

    highest: Path
    lowest: Path


class _Weights(NamedTuple):
    """What an edge is worth: `quality` x its quality + `best` x the best that was available."""

    quality: int
    best: int


class Walks:
    """Answers about the ways through one graph."""

    def __init__(self, scenario: Scenario, graph: Graph, grouping: Groups) -> None:
        self._graph = graph
        self._groups = grouping
        of = grouping.of
        self._hops = [
            (of[edge.source], of[edge.target], edge.quality, edge.best, edge)
            for edge in _between(graph, grouping)
        ]
        self._ends = _ending_groups(scenario, graph, grouping)
        self._most = self._extreme(_Weights(1, 0))
        self._least = self._extreme(_Weights(-1, 0))

    def best_left(self) -> list[int]:
        """Per spot: the best total quality of the decisions still to come."""
        left = [0] * len(self._groups.members)
        for source, target, quality, _, _ in reversed(self._hops):
            left[source] = max(left[source], quality + left[target])
        return [left[group] for group in self._groups.of]

    def most(self) -> Path | None:
        """The path to an ending with the highest total quality; of equals a good ending."""
        return max(self._most.values(), key=lambda path: path.earned, default=None)

    def least(self) -> Path | None:
        """The path to an ending with the lowest total quality; of equals a poor ending."""
        return min(reversed(self._least.values()), key=lambda path: path.earned, default=None)

    def scores(self) -> dict[str, EndingScore]:
        """By ending that can be reached: the range of decision scores.

        Where nothing was possible the score is 1, so a way without gains is the highest there is,
        and the lowest only if there is no other.
        """
        longest = self._extreme(_Weights(0, 1))
        shortest = self._extreme(_Weights(0, -1))
        return {
            ending: EndingScore(
                highest=self._ratio(_first(self._most[ending], longest[ending]), 1)
                if shortest[ending].possible
                else shortest[ending],
                lowest=self._ratio(_first(self._least[ending], longest[ending]), -1),
            )
            for ending in self._ends
        }

    def _ratio(self, start: Path, sign: Literal[1, -1]) -> Path:
        """The highest (1) or lowest (-1) earned / possible to the ending of `start`.

        Dinkelbach 1967: maximise earned - ratio x possible for the ratio so far, until that is 0.
        In whole numbers, so that it ends exactly.
        """
        path = start
        while path.possible:
            weights = _Weights(sign * path.possible, -sign * path.earned)
            better = self._extreme(weights, only=path.ending)[path.ending]
            if weights.quality * better.earned + weights.best * better.possible <= 0:
                break
            path = better
        return path

    def _extreme(self, weights: _Weights, only: str = "") -> dict[str, Path]:
        """By ending, good ones first: the path along which the weights add up to most."""
        values, came = self._pushed(weights)
        ends = [only] if only else list(self._ends)
        tops = {end: max(self._ends[end], key=lambda group: values[group]) for end in ends}
        return {end: self._path(came, top, end) for end, top in tops.items()}

    def _pushed(self, weights: _Weights) -> tuple[list[int], list[Edge | None]]:
        """Per group: the most that any way there adds up to, and the last edge of that way."""
        nothing = -(10**18)
        values = [nothing] * len(self._groups.members)
        came: list[Edge | None] = [None] * len(values)
        values[self._groups.of[0]] = 0
        by_quality, by_best = weights
        for source, target, quality, best, edge in self._hops:
            value = values[source] + by_quality * quality + by_best * best
            if value > values[target]:
                values[target] = value
                came[target] = edge
        return values, came

    def _path(self, came: Sequence[Edge | None], group: int, ending: str) -> Path:
        """The way back from an ending, with the shortest way through every loop filled in."""
        between: list[Edge] = []
        edge = came[group]
        while edge is not None:
            between.append(edge)
            edge = came[self._groups.of[edge.source]]
        way: list[Edge] = []
        at = 0
        for edge in reversed(between):
            way += [*way_inside(self._graph, self._groups, at, edge.source), edge]
            at = edge.target
        return Path(
            steps=steps(self._graph, way),
            earned=sum(edge.quality for edge in between),
            possible=sum(edge.best for edge in between),
            ending=ending,
        )


def _first(path: Path, other: Path) -> Path:
    """The path, or the other where nothing was possible on it: a ratio to start a search from."""
    return path if path.possible else other


def steps(graph: Graph, way: Iterable[Edge]) -> tuple[tuple[str, str], ...]:
    """Node and letter of each choice on the way."""
    return tuple((graph.spots[edge.source][0], edge.letter) for edge in way)


def random_stops(graph: Graph, grouping: Groups) -> dict[str, float]:
    """By node: the share of uniformly random play that stops there, as probability 0..1.

    Without loops this is exact up to rounding; a loop is followed until less than `LOOP_REST` is
    left in it. Play that is caught in a loop without a way out stops nowhere.
    """
    if graph.shares is not None:
        return graph.shares
    mass = [0.0] * len(graph.spots)
    mass[0] = 1.0
    budget = LOOP_STEPS
    for members in reversed(grouping.members):
        if any(grouping.inside(edge) for spot in members for edge in graph.out[spot]):
            budget = _drain(graph, grouping, members, mass, budget)
            continue
        for edge in graph.out[members[0]]:
            mass[edge.target] += mass[edge.source] / len(graph.out[edge.source])
    stops: dict[str, float] = {}
    for spot, share in enumerate(mass):
        if not graph.out[spot]:
            node = graph.spots[spot][0]
            stops[node] = stops.get(node, 0.0) + share
    return stops


def _drain(
    graph: Graph, grouping: Groups, members: Sequence[int], mass: list[float], budget: int
) -> int:
    """Follow random play round a loop until it has left; the steps that are left over.

    The rest, once the steps are used up, leaves in the proportions of the last round: these settle
    long before the loop is empty (its quasi-stationary distribution).
    """
    group = grouping.of[members[0]]
    edges = [edge for spot in members for edge in graph.out[spot]]
    if all(grouping.inside(edge) for edge in edges):
        return budget
    inside = {spot: mass[spot] for spot in members}
    leaving: dict[int, float] = {}
    while sum(inside.values()) > LOOP_REST and budget > 0:
        budget -= len(edges)
        after, leaving = dict.fromkeys(members, 0.0), {}
        for edge in edges:
            share = inside[edge.source] / len(graph.out[edge.source])
            if grouping.of[edge.target] == group:
                after[edge.target] += share
            else:
                mass[edge.target] += share
                leaving[edge.target] = leaving.get(edge.target, 0.0) + share
        inside = after
    if flow := sum(leaving.values()):
        for target, share in leaving.items():
            mass[target] += sum(inside.values()) * share / flow
    return budget


def _between(graph: Graph, grouping: Groups) -> list[Edge]:
    """The edges between groups, those nearest to the start first."""
    return [
        edge
        for members in reversed(grouping.members)
        for spot in members
        for edge in graph.out[spot]
        if not grouping.inside(edge)
    ]


def _ending_groups(scenario: Scenario, graph: Graph, grouping: Groups) -> dict[str, list[int]]:
    """By ending that was reached, good ones first: the groups of its spots."""
    found: dict[str, list[int]] = {}
    for spot, (name, _, _) in enumerate(graph.spots):
        if scenario.nodes[name].end is not None:
            found.setdefault(name, []).append(grouping.of[spot])

    def rank(name: str) -> int:
        end = scenario.nodes[name].end
        return -RANK[end] if end is not None else 0

    return {name: found[name] for name in sorted(found, key=rank)}
