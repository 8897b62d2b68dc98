"""Loops: groups of spots from each of which every other one of the group can be reached."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tutor.engine.analysis.states import Edge, Graph


@dataclass(frozen=True, slots=True)
class Groups:
    """`of` a spot: the number of its group; `members` by group.

    An edge between groups always leads to a lower number: the last group holds the start.
    """

    of: tuple[int, ...]
    members: tuple[tuple[int, ...], ...]

    def inside(self, edge: Edge) -> bool:
        """Whether the edge stays within a loop."""
        return self.of[edge.source] == self.of[edge.target]


def groups(graph: Graph) -> Groups:
    """Strongly connected components, sinks first (Tarjan 1972, without recursion)."""
    total = len(graph.spots)
    of, low, seen = [-1] * total, [0] * total, [0] * total
    members: list[tuple[int, ...]] = []
    stack: list[int] = []
    visits: list[tuple[int, Iterator[Edge]]] = []
    counter = 0

    def enter(spot: int) -> None:
        nonlocal counter
        counter += 1
        seen[spot] = low[spot] = counter
        stack.append(spot)
        visits.append((spot, iter(graph.out[spot])))

    def leave(spot: int) -> None:
        visits.pop()
        if visits:
            parent = visits[-1][0]
            low[parent] = min(low[parent], low[spot])
        if low[spot] == seen[spot]:
            group = _taken(stack, spot)
            for member in group:
                of[member] = len(members)
            members.append(group)

    enter(0)
    while visits:
        spot, edges = visits[-1]
        for edge in edges:
            if not seen[edge.target]:
                enter(edge.target)
                break
            if of[edge.target] < 0:
                low[spot] = min(low[spot], seen[edge.target])
        else:
            leave(spot)
    return Groups(tuple(of), tuple(members))


def way_inside(graph: Graph, grouping: Groups, start: int, goal: int) -> list[Edge]:
    """The shortest way between two spots of one group; empty if they are the same."""
    found: dict[int, Edge | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in found:
        for edge in graph.out[waiting.popleft()]:
            if grouping.inside(edge) and edge.target not in found:
                found[edge.target] = edge
                waiting.append(edge.target)
    return _back(found.get, goal)


def way_to(graph: Graph, spot: int) -> list[Edge]:
    """The shortest way from the start to a spot."""
    return _back(graph.found_by.__getitem__, spot)


def _back(found_by: Callable[[int], Edge | None], spot: int) -> list[Edge]:
    way: list[Edge] = []
    edge = found_by(spot)
    while edge is not None:
        way.append(edge)
        edge = found_by(edge.source)
    return way[::-1]


def _taken(stack: list[int], spot: int) -> tuple[int, ...]:
    """Take everything off the stack down to `spot`."""
    taken = [stack.pop()]
    while taken[-1] != spot:
        taken.append(stack.pop())
    return tuple(taken)
