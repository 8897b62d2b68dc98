"""The analysis against walking every path by hand."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings

from tests.engine.examples import seeded
from tests.engine.scenarios import council, scenarios
from tutor.engine.analysis import Analysis, Path, analyse
from tutor.engine.playthrough import available, begin, best_quality, choose, is_end
from tutor.model.record import ScenarioState
from tutor.model.scenario import Scenario


@dataclass
class Walked:
    """Every path, walked with the verbs that a learner's run uses."""

    scenario: Scenario
    ends: dict[str, float] = field(default_factory=dict)
    totals: list[int] = field(default_factory=list)
    ratios: dict[str, list[float]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    offered: set[tuple[str, str]] = field(default_factory=set)
    stuck: set[str] = field(default_factory=set)
    doomed: set[str] = field(default_factory=set)
    left: list[tuple[ScenarioState, int]] = field(default_factory=list)

    def walk(
        self, state: ScenarioState, share: float, earned: int, possible: int
    ) -> tuple[int, bool]:
        """The best total from here, and whether an ending can be reached."""
        self.seen.add(state.node)
        if is_end(self.scenario, state):
            self.ends[state.node] = self.ends.get(state.node, 0) + share
            self.totals.append(earned)
            ratio = earned / possible if possible else 1.0
            self.ratios.setdefault(state.node, []).append(ratio)
            return self.note(state, 0, True)
        choices = available(self.scenario, state)
        if not choices:
            self.stuck.add(state.node)
        best, out = 0, False
        for letter, choice in choices.items():
            self.offered.add((state.node, letter))
            after, ends = self.walk(
                choose(self.scenario, state, letter),
                share / len(choices),
                earned + choice.quality,
                possible + best_quality(self.scenario, state),
            )
            best, out = max(best, choice.quality + after), out or ends
        return self.note(state, best, out)

    def note(self, state: ScenarioState, best: int, out: bool) -> tuple[int, bool]:
        self.left.append((state, best))
        if not out:
            self.doomed.add(state.node)
        return best, out


def walked(scenario: Scenario) -> tuple[Walked, Analysis]:
    by_hand = Walked(scenario)
    by_hand.walk(begin(scenario), 1.0, 0, 0)
    return by_hand, analyse(scenario, seeded())


@settings(max_examples=200)
@given(scenarios())
def test_totals_and_shares(scenario: Scenario) -> None:
    by_hand, found = walked(scenario)
    assert not found.sampled
    assert dict(found.endings) == pytest.approx(
        {name: by_hand.ends.get(name, 0.0) for name in ("good", "mixed", "poor")}
    )
    for state, best in by_hand.left:
        assert found.best_from(state) == best
    if by_hand.totals:
        assert found.best_path is not None
        assert found.worst_path is not None
        assert found.best_path.earned == max(by_hand.totals)
        assert found.worst_path.earned == min(by_hand.totals)
    else:
        assert (found.best_path, found.worst_path) == (None, None)


@settings(max_examples=200)
@given(scenarios())
def test_score_ranges_and_their_paths(scenario: Scenario) -> None:
    by_hand, found = walked(scenario)
    assert found.score_by_ending.keys() == by_hand.ratios.keys()
    for ending, score in found.score_by_ending.items():
        assert score.highest.ratio == pytest.approx(max(by_hand.ratios[ending]))
        assert score.lowest.ratio == pytest.approx(min(by_hand.ratios[ending]))
        for path in (score.highest, score.lowest):
            assert_replays(scenario, path)


@settings(max_examples=200)
@given(scenarios())
def test_findings(scenario: Scenario) -> None:
    by_hand, found = walked(scenario)
    assert set(found.reachable) == by_hand.seen
    assert set(found.unreachable) == set(scenario.nodes) - by_hand.seen
    assert {trail.node for trail in found.dead_ends} == by_hand.stuck
    assert {trail.node for trail in found.no_way_out} == by_hand.doomed
    assert found.loops == ()
    every = {(n, letter) for n in by_hand.seen for letter in scenario.nodes[n].answers}
    never = {(ref.node, ref.letter) for ref in found.never_offered}
    assert never == every - by_hand.offered
    for trail in (*found.dead_ends, *found.no_way_out):
        assert replayed(scenario, trail.steps)[0].node == trail.node


def replayed(
    scenario: Scenario, steps: tuple[tuple[str, str], ...]
) -> tuple[ScenarioState, int, int]:
    state, earned, possible = begin(scenario), 0, 0
    for node, letter in steps:
        assert state.node == node
        earned += available(scenario, state)[letter].quality
        possible += best_quality(scenario, state)
        state = choose(scenario, state, letter)
    return state, earned, possible


def assert_replays(scenario: Scenario, path: Path) -> None:
    state, earned, possible = replayed(scenario, path.steps)
    assert (state.node, earned, possible) == (path.ending, path.earned, path.possible)


def test_the_council() -> None:
    found = analyse(council(), seeded())
    assert dict(found.endings) == pytest.approx({"good": 1 / 6, "mixed": 1 / 3, "poor": 1 / 2})
    assert found.best_path is not None
    assert found.worst_path is not None
    assert (found.best_path.letters, found.best_path.ratio) == (("a", "a"), 1.0)
    assert (found.worst_path.letters, found.worst_path.ending) == (("c",), "poor")
    poor = found.score_by_ending["poor"]
    assert (poor.highest.letters, poor.highest.ratio) == (("b", "c"), 1 / 5)
    assert (found.unread_indicators, found.unread_facts) == ((), ())
    start = begin(council())
    assert [
        found.regret(start, choose(council(), start, x), q, 3)
        for x, q in zip("abc", (3, 1, 0), strict=True)
    ] == [0, 3, 6]
