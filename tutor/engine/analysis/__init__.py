"""Everything that can be known about a scenario without playing it by hand.

Exact, by dynamic programming over the states that can be reached; a scenario with more than
`STATE_CAP` of them is sampled with the dice and says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tutor.engine.analysis import findings
from tutor.engine.analysis.findings import ChoiceRef, Craft, Dominated, Trail
from tutor.engine.analysis.live import Spot, View, view_of
from tutor.engine.analysis.loops import groups
from tutor.engine.analysis.states import STATE_CAP, explore, sample
from tutor.engine.analysis.walks import EndingScore, Path, Walks, random_stops
from tutor.model.record import ScenarioState
from tutor.model.scenario import Scenario
from tutor.ports import Dice


class Worth(NamedTuple):
    """Of a spot: its loop group, and the best total quality of the decisions still to come."""

    group: int
    left: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found. Node ids stand in the order of the file unless a trail leads to them.

    Of a `sampled` scenario, shares are estimates, `unreachable` means not seen, scores and
    `best_from` are what was seen at least; `no_way_out`, `never_offered` and `dominated` need
    every state and stay empty.
    """

    states: int
    """States that differ in something that a condition reads then or later."""
    sampled: bool
    plays: int
    """Random plays behind the shares of a sampled scenario, 0 of another."""
    endings: Mapping[str, float]
    """Ending -> share of uniformly random play that stops there, 0..1; what is missing from a sum
    of 1 is caught in a dead end or a loop."""
    reachable: tuple[str, ...]
    unreachable: tuple[str, ...]
    dead_ends: tuple[Trail, ...]
    no_way_out: tuple[Trail, ...]
    loops: tuple[str, ...]
    best_path: Path | None
    """The highest total quality to any ending; None if no ending can be reached."""
    worst_path: Path | None
    """The lowest total quality to any ending."""
    score_by_ending: Mapping[str, EndingScore]
    never_offered: tuple[ChoiceRef, ...]
    leads_nowhere: tuple[ChoiceRef, ...]
    unread_indicators: tuple[str, ...]
    unread_facts: tuple[str, ...]
    dominated: tuple[Dominated, ...]
    craft: tuple[Craft, ...]
    view: View = field(repr=False)
    worth: Mapping[Spot, Worth] = field(repr=False)

    def best_from(self, state: ScenarioState) -> int | None:
        """The best total quality still reachable; None for a state that was not analysed."""
        worth = self.worth.get(self.view.spot(state))
        return worth.left if worth else None

    def regret(self, before: ScenarioState, after: ScenarioState, quality: int, best: int) -> int:
        """What a decision gave away for good: best total before - (quality + best total after).

        `best`: the best quality that was available. Inside a loop, where totals do not count, and
        for states that were not analysed, it is `best - quality`.
        """
        one, two = (self.worth.get(self.view.spot(state)) for state in (before, after))
        if one is None or two is None or one.group == two.group:
            return max(0, best - quality)
        return max(0, one.left - quality - two.left)


def analyse(scenario: Scenario, dice: Dice, *, cap: int = STATE_CAP) -> Analysis:
    """Analyse a scenario. Raises ContentError if its first node is missing.

    `dice` are thrown only if there are more than `cap` states.
    """
    graph = explore(scenario, cap) or sample(scenario, dice)
    grouping = groups(graph)
    walks = Walks(scenario, graph, grouping)
    stops = random_stops(graph, grouping)
    reached = {name for name, _, _ in graph.spots}
    ranks = findings.best_endings(scenario, graph, grouping)
    indicators, facts = findings.never_read(scenario)
    exact = not graph.sampled
    return Analysis(
        states=len(graph.spots),
        sampled=graph.sampled,
        plays=graph.plays,
        endings={n.id: stops.get(n.id, 0.0) for n in scenario.nodes.values() if n.end is not None},
        reachable=tuple(name for name in scenario.nodes if name in reached),
        unreachable=tuple(name for name in scenario.nodes if name not in reached),
        dead_ends=findings.dead_ends(scenario, graph),
        no_way_out=findings.no_way_out(graph, ranks) if exact else (),
        loops=findings.looping(graph, grouping),
        best_path=walks.most(),
        worst_path=walks.least(),
        score_by_ending=walks.scores(),
        never_offered=findings.never_offered(scenario, graph) if exact else (),
        leads_nowhere=findings.leads_nowhere(scenario),
        unread_indicators=indicators,
        unread_facts=facts,
        dominated=findings.dominated(scenario, graph, ranks) if exact else (),
        craft=findings.craft(scenario),
        view=view_of(scenario),
        worth=dict(zip(graph.spots, map(Worth, grouping.of, walks.best_left()), strict=True)),
    )


__all__ = [
    "STATE_CAP",
    "Analysis",
    "ChoiceRef",
    "Craft",
    "Dominated",
    "EndingScore",
    "Path",
    "Trail",
    "Worth",
    "analyse",
]
