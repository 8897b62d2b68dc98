from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import seeded
from tests.engine.scenarios import choice, council, node, scenario, scenarios
from tutor.engine.analysis import analyse
from tutor.engine.debrief import Change, Debrief, debrief
from tutor.engine.playthrough import available, begin, best_quality, choose
from tutor.model.library import Fingerprint
from tutor.model.progress import Run
from tutor.model.record import Decided, ObjectiveScore, RunStarted
from tutor.model.scenario import Scenario

NOW = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)
PRINT = Fingerprint(meaning="m", wording="w")


def run(played: Scenario, letters: str) -> Run:
    """A run as a session writes it down, read back from its saved form."""
    state = begin(played)
    start = RunStarted(module="c/m", scenario="s", run="r", fingerprint=PRINT, state=state)
    steps = []
    for letter in letters:
        offered = available(played, state)
        if letter not in offered:
            break
        after = choose(played, state, letter)
        steps.append(
            Decided(
                module="c/m",
                scenario="s",
                run="r",
                node=state.node,
                node_fingerprint=PRINT,
                choice=letter,
                offered=tuple(reversed(offered)),
                quality=offered[letter].quality,
                best=best_quality(played, state),
                objective=played.nodes[state.node].objective or "",
                harm=offered[letter].harm,
                state=after,
            )
        )
        state = after
    made = Run(start=start, steps=tuple(steps), started_at=NOW, last_at=NOW)
    return Run.model_validate_json(made.model_dump_json())


def measured(played: Scenario, letters: str) -> Debrief:
    return debrief(played, run(played, letters), analyse(played, seeded()))


def test_the_best_run() -> None:
    found = measured(council(), "aa")
    assert (found.earned, found.possible, found.percent) == (6, 6, 100)
    assert (found.costliest, found.harm, found.sampled) == ((), False, False)
    assert found.scores == (
        ObjectiveScore(objective="o1", earned=3, possible=3),
        ObjectiveScore(objective="o2", earned=3, possible=3),
    )
    first = found.decisions[0]
    assert (first.number, first.best, first.regret, first.learned) == (1, "a", 0, ("hours",))
    assert first.changes == (Change("trust", 5, 7),)
    assert (first.after.clock, found.decisions[1].changes) == (20, ())


def test_a_bad_choice_with_an_early_easy_ending_shows_in_its_regret() -> None:
    found = measured(council(), "c")
    assert (found.earned, found.possible, found.percent, found.harm) == (0, 3, 0, True)
    assert [(one.regret, one.gap, one.best) for one in found.costliest] == [(6, 3, "a")]


def test_the_best_choice_on_offer_costs_nothing() -> None:
    """Also where a worse one leads the long way round, on which more can be earned."""
    detour = scenario(
        node("fork", {"a": choice("good", 3), "b": choice("yard", 2)}, objective="o1"),
        node("yard", {"a": choice("good", 3)}, objective="o1"),
        node("good", end="good"),
    )
    straight = measured(detour, "a").decisions[0]
    assert (straight.regret, straight.gap, straight.cost) == (2, 0, 0)
    round_about = measured(detour, "ba").decisions[0]
    assert (round_about.regret, round_about.gap, round_about.cost) == (0, 1, 1)


def test_a_choice_that_closes_the_best_way_costs_more_than_its_gap() -> None:
    found = measured(council(), "bc")
    assert [(one.node, one.regret, one.gap) for one in found.costliest] == [
        ("arrive", 3, 2),
        ("meet", 2, 2),
    ]
    assert found.decisions[1].best == "b"
    assert found.percent == pytest.approx(100 / 5)


def test_harm_comes_first_and_only_two_are_named() -> None:
    long = scenario(
        node("one", {"a": choice("two", 3), "b": choice("two", 0)}),
        node("two", {"a": choice("three", 3), "b": choice("three", 1)}),
        node("three", {"a": choice("good", 2), "b": choice("good", 1, harm=True)}),
        node("good", end="good"),
    )
    found = measured(long, "bbb")
    assert [one.node for one in found.costliest] == ["three", "one"]
    assert (found.scores, found.earned, found.possible) == ((), 2, 8)


def test_an_open_or_empty_run_is_measured_as_far_as_it_went() -> None:
    assert measured(council(), "a").possible == 3
    empty = measured(council(), "")
    assert (empty.decisions, empty.percent, empty.scores) == ((), 100, ())


def test_a_scenario_that_has_changed_since_falls_back_to_the_gap() -> None:
    old = run(council(), "bc")
    new = scenario(node("arrive", {"a": choice("good", 3)}), node("good", end="good"))
    found = debrief(new, old, analyse(new, seeded()))
    assert [(one.regret, one.best) for one in found.decisions] == [(2, "a"), (2, "")]


@given(scenarios(), st.text("abc", max_size=6))
def test_in_a_forward_scenario_what_is_earned_and_given_away_adds_up(
    played: Scenario, letters: str
) -> None:
    analysis = analyse(played, seeded())
    made = run(played, letters)
    found = debrief(played, made, analysis)
    left = analysis.best_from(made.steps[-1].state if made.steps else made.start.state)
    given_away = sum(one.regret for one in found.decisions)
    assert left is not None
    assert found.earned + given_away + left == analysis.best_from(made.start.state)
    assert 0 <= found.percent <= 100
    assert sum(one.earned for one in found.scores) <= found.earned
