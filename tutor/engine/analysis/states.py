"""The states that a scenario can be in, and the choices between them.

A spot is a state without what decides nothing any more (`live`): its clock, and any indicator or
fact that no condition reads from there on.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tutor.engine.analysis.live import Spot, View, view_of
from tutor.engine.conditions import apply, holds
from tutor.engine.playthrough import begin
from tutor.model.conditions import Effect
from tutor.model.scenario import Node, NodeChoice, Scenario
from tutor.ports import Dice

STATE_CAP = 200_000
"""Spots that are looked at exactly; a scenario with more of them is sampled (FORMAT.md)."""

RANDOM_PLAYS = 2_000
"""Random plays of a sampled scenario: a share of 5 % is then known to within 1 %."""

GREEDY_PLAYS = 200
"""Plays that always take the best, and as many that take the worst, for the extreme scores."""

PLAY_LIMIT = 500
"""Decisions after which a sampled play is given up as going round in circles."""

RANDOM_STEPS, GREEDY_STEPS = 40_000, 10_000
"""Decisions of all these plays together: where play goes round in circles fewer plays are made, so
that the analysis takes seconds and not a minute. Twenty a play are enough for all of them."""


class Edge(NamedTuple):
    """A choice made at one spot. `best`: the best quality that was available there."""

    source: int
    letter: str
    quality: int
    best: int
    target: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Spots by number, 0 being the start; the choices out of each; the edge it was found by.

    `shares`: of a sampled graph, the share of random plays by the node where they stopped;
    `plays`: how many they were.
    """

    spots: tuple[Spot, ...]
    out: tuple[tuple[Edge, ...], ...]
    found_by: tuple[Edge | None, ...]
    shares: dict[str, float] | None = None
    plays: int = 0

    @property
    def sampled(self) -> bool:
        """Whether only a part of the states was seen."""
        return self.shares is not None


class Move(NamedTuple):
    """A choice that is available at a spot and the spot it leads to."""

    letter: str
    quality: int
    target: Spot


def explore(scenario: Scenario, cap: int) -> Graph | None:
    """Every spot that can be reached, breadth first; None if there are more than `cap`."""
    growing = _Growing(scenario)
    waiting = deque([0])
    while waiting:
        source = waiting.popleft()
        before = len(growing.spots)
        for move, best in growing.moves(source):
            growing.add(source, move, best)
        waiting.extend(range(before, len(growing.spots)))
        if len(growing.spots) > cap:
            return None
    return growing.graph(None)


def sample(scenario: Scenario, dice: Dice, plays: int = RANDOM_PLAYS) -> Graph:
    """What random and greedy plays come across; only the random ones count for the shares."""
    growing = _Growing(scenario)
    stops: dict[str, int] = {}
    made, steps = 0, RANDOM_STEPS
    while made < plays and steps > 0:
        at, taken = growing.play(lambda _quality: 0, dice)
        node = growing.spots[at][0]
        stops[node] = stops.get(node, 0) + 1
        made, steps = made + 1, steps - taken
    greedy, steps = min(plays, GREEDY_PLAYS), GREEDY_STEPS
    while greedy > 0 and steps > 0:
        for sign in (1, -1):
            steps -= growing.play(_greedy(sign), dice)[1]
        greedy -= 1
    shares = {node: count / made for node, count in stops.items()}
    return growing.graph(shares, made)


def _greedy(sign: int) -> Callable[[int], int]:
    """Likes the best choices (1), or the worst (-1)."""
    return lambda quality: sign * quality


class _Growing:
    """A graph while it is being found."""

    def __init__(self, scenario: Scenario) -> None:
        self.view = view_of(scenario)
        start = self.view.spot(begin(scenario))
        self.ranges = scenario.indicators
        self.choices = {
            node.id: _usable(scenario, node, self.view) for node in scenario.nodes.values()
        }
        self.spots: list[Spot] = [start]
        self.number: dict[Spot, int] = {start: 0}
        self.out: list[dict[str, Edge]] = [{}]
        self.found_by: list[Edge | None] = [None]

    def moves(self, source: int) -> list[tuple[Move, int]]:
        """What `playthrough.available` offers at a spot, each with the best quality among them."""
        name, values, facts = self.spots[source]
        indicators = dict(zip(self.view.indicators[name], values, strict=True))
        moves = []
        for letter, choice, effects in self.choices[name]:
            if holds(choice.needs, indicators, facts):
                after, known = apply(effects, indicators, facts, self.ranges)
                target = self.view.at(choice.to, after, known)
                moves.append(Move(letter, choice.quality, target))
        best = max((move.quality for move in moves), default=0)
        return [(move, best) for move in moves]

    def add(self, source: int, move: Move, best: int) -> int:
        """Note the edge; the number of the spot it leads to."""
        target = self.number.setdefault(move.target, len(self.spots))
        edge = Edge(source, move.letter, move.quality, best, target)
        if target == len(self.spots):
            self.spots.append(move.target)
            self.out.append({})
            self.found_by.append(edge)
        self.out[source][move.letter] = edge
        return target

    def play(self, liking: Callable[[int], int], dice: Dice) -> tuple[int, int]:
        """Play once, at each spot one of the choices liked most.

        The number of the last spot, and of the decisions up to there, counting the look at it.
        """
        at = 0
        for taken in range(PLAY_LIMIT):
            moves = self.moves(at)
            if not moves:
                return at, taken + 1
            most = max(liking(move.quality) for move, _ in moves)
            liked = [pair for pair in moves if liking(pair[0].quality) == most]
            move, best = liked[int(dice.random() * len(liked))]
            at = self.add(at, move, best)
        return at, PLAY_LIMIT

    def graph(self, shares: dict[str, float] | None, plays: int = 0) -> Graph:
        return Graph(
            spots=tuple(self.spots),
            out=tuple(tuple(edges.values()) for edges in self.out),
            found_by=tuple(self.found_by),
            shares=shares,
            plays=plays,
        )


def _usable(
    scenario: Scenario, node: Node, view: View
) -> list[tuple[str, NodeChoice, tuple[Effect, ...]]]:
    """The choices of a node that lead somewhere, with those of their effects that matter."""
    return [
        (letter, choice, tuple(one for one in choice.effects if view.sees(choice.to, one)))
        for letter, choice in node.answers.items()
        if node.end is None and choice.to in scenario.nodes
    ]
