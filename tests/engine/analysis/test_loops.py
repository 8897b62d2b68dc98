"""Scenarios in which a choice can lead back."""

import pytest
from hypothesis import given, settings

from tests.engine.analysis.test_exact import replayed
from tests.engine.examples import seeded
from tests.engine.scenarios import choice, node, scenario, scenarios
from tutor.engine.analysis import analyse
from tutor.engine.analysis.states import GREEDY_STEPS, PLAY_LIMIT, RANDOM_PLAYS, RANDOM_STEPS
from tutor.engine.playthrough import begin, choose
from tutor.model.conditions import And, Compare, Known, Learn, Not, Shift
from tutor.model.scenario import Indicator, Scenario

GOOD, POOR = node("good", end="good"), node("poor", end="poor")

WAITING = scenario(
    node("hub", {"a": choice("hub", 2), "b": choice("side", 3), "c": choice("poor", 1)}),
    node("side", {"a": choice("hub", 3), "b": choice("good", 2)}),
    GOOD,
    POOR,
)


def test_going_round_earns_nothing() -> None:
    found = analyse(WAITING, seeded())
    assert found.loops == ("hub", "side")
    assert found.best_from(begin(WAITING)) == 2
    assert found.best_path is not None
    assert (found.best_path.letters, found.best_path.earned, found.best_path.possible) == (
        ("b", "b"),
        2,
        3,
    )


def test_regret_in_a_loop_is_the_gap_and_on_leaving_the_total() -> None:
    found, start = analyse(WAITING, seeded()), begin(WAITING)
    assert found.regret(start, choose(WAITING, start, "a"), 2, 3) == 1
    assert found.regret(start, choose(WAITING, start, "b"), 3, 3) == 0
    assert found.regret(start, choose(WAITING, start, "c"), 1, 3) == 1


def test_random_play_leaves_a_loop_in_the_right_proportions() -> None:
    # hub = 1 + hub/3 + side/2 and side = hub/3, so hub = 2, side = 2/3 visits on average
    found = analyse(WAITING, seeded())
    assert dict(found.endings) == pytest.approx({"good": 1 / 3, "poor": 2 / 3})


def test_a_loop_without_a_way_out() -> None:
    trap = scenario(node("a", {"a": choice("b", 3), "b": choice("good", 1)}),
                    node("b", {"a": choice("b", 3)}), GOOD)  # fmt: skip
    found = analyse(trap, seeded())
    assert [trail.node for trail in found.no_way_out] == ["b"]
    assert found.dead_ends == ()
    assert dict(found.endings) == {"good": 0.5}


def test_a_fact_on_the_way_round_makes_it_no_loop() -> None:
    ask = choice("hub", 3, needs=Not(Known("f")), effects=(Learn("f"),))
    asked = scenario(node("hub", {"a": ask, "b": choice("good", 1)}), GOOD, facts={"f": "f"})
    found = analyse(asked, seeded())
    assert (found.loops, found.states, found.best_from(begin(asked))) == ((), 3, 4)


@settings(max_examples=200)
@given(scenarios(loops=True))
def test_whatever_leads_back(walked: Scenario) -> None:
    found = analyse(walked, seeded())
    assert sum(found.endings.values()) <= 1 + 1e-9
    if not found.no_way_out:
        assert sum(found.endings.values()) == pytest.approx(1)
    for score in found.score_by_ending.values():
        assert 0 <= score.lowest.ratio <= score.highest.ratio <= 1
        for path in (score.lowest, score.highest):
            assert replayed(walked, path.steps)[0].node == path.ending
    before = begin(walked)
    for letter, one in walked.nodes[before.node].answers.items():
        if one.needs is None and one.to in walked.nodes:
            assert found.regret(before, choose(walked, before, letter), one.quality, 3) >= 0


def giant(indicators: int) -> Scenario:
    """Round and round with more states than anyone looks at; a way out that is rarely open."""
    names = [f"i{number}" for number in range(indicators)]
    moves = {
        letter: choice("hub", 1, effects=(Shift(name, 1 if number % 2 else -1),))
        for number, (letter, name) in enumerate(zip("abcdef", names, strict=False))
    }
    out = {
        "g": choice("good", 3, needs=And(tuple(Compare(name, ">=", 9) for name in names))),
        "h": choice("poor", 0, needs=And(tuple(Compare(name, "<=", 1) for name in names))),
    }
    known = {name: Indicator(label=name) for name in names}
    return scenario(node("hub", {**moves, **out}), GOOD, POOR, indicators=known)


def test_a_giant_that_goes_round_is_given_up_after_a_number_of_steps() -> None:
    found = analyse(giant(6), seeded(), cap=500)
    assert found.sampled
    assert found.plays == RANDOM_STEPS // PLAY_LIMIT
    assert 500 < found.states <= RANDOM_STEPS + GREEDY_STEPS
    assert found.loops == ("hub",)


def test_without_circles_every_play_is_made() -> None:
    on = [{"a": choice(f"n{n + 1}", 3), "b": choice(f"n{n + 1}", 1)} for n in range(9)]
    row = [node(f"n{n}", choices) for n, choices in enumerate(on)]
    found = analyse(scenario(*row, node("n9", end="good")), seeded(), cap=5)
    assert (found.sampled, found.plays, dict(found.endings)) == (True, RANDOM_PLAYS, {"n9": 1.0})


def test_of_an_exact_analysis_no_play_is_told() -> None:
    assert analyse(WAITING, seeded()).plays == 0
