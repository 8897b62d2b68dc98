"""The staff exercise: what its module promises about roles, topics, injects and harm."""

import random
from collections import defaultdict

import pytest

from tutor.content.library import Library, bundled_courses
from tutor.engine.analysis import Analysis, analyse
from tutor.engine.playthrough import available, begin, best_quality, choose, cue_of, text_of
from tutor.engine.read_time import scenario_minutes
from tutor.model.record import ScenarioState
from tutor.model.scenario import Scenario
from tutor.study.scenario.clock import exercise_time

MODULE = Library.open([bundled_courses()]).module("exercise/meridian")
SARN = MODULE.scenarios["sarn"]
SEATS = {"role-j3": "a", "role-j9": "b", "role-genad": "c"}
TOPICS = [objective.id for objective in MODULE.head.objectives]


def without(scenario: Scenario, node: str, letters: str) -> Scenario:
    """The scenario with only these choices left at a node."""
    one = scenario.nodes[node]
    kept = {letter: choice for letter, choice in one.answers.items() if letter in letters}
    nodes = {**scenario.nodes, node: one.model_copy(update={"answers": kept})}
    return scenario.model_copy(update={"nodes": nodes})


def analysed(scenario: Scenario) -> Analysis:
    return analyse(scenario, random.Random(1))


@pytest.fixture(scope="module", params=SEATS)
def role(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def by_role(role: str) -> Analysis:
    return analysed(without(SARN, "seat", SEATS[role]))


def test_the_size_of_the_exercise() -> None:
    injects = [node for node in SARN.nodes.values() if node.inject is not None]
    assert 42 <= len(SARN.nodes) <= 50
    assert len(injects) >= 5
    assert sum(node.end is not None for node in SARN.nodes.values()) >= 4
    assert {node.objective for node in SARN.nodes.values() if node.objective} == set(TOPICS)


def test_each_role_is_analysed_exactly_and_its_best_path_visits_every_topic(
    role: str, by_role: Analysis
) -> None:
    assert not by_role.sampled
    best = by_role.best_path
    assert best is not None
    assert SARN.nodes[best.ending].end == "good"
    assert best.earned == best.possible
    assert {SARN.nodes[name].objective for name, _ in best.steps} >= set(TOPICS)
    visited = [*(name for name, _ in best.steps), best.ending]
    assert 60 <= scenario_minutes(SARN, visited) <= 90


@pytest.mark.parametrize("topic", TOPICS)
def test_no_way_to_an_ending_goes_round_a_topic(topic: str) -> None:
    """Whoever may not decide on a topic never gets to the end, whatever else is decided."""
    nodes = {
        name: node.model_copy(update={"answers": {}}) if node.objective == topic else node
        for name, node in SARN.nodes.items()
    }
    found = analysed(SARN.model_copy(update={"nodes": nodes}))
    assert not any(SARN.nodes[name].end for name in found.reachable)
    assert found.dead_ends


def test_every_role_can_reach_every_ending(by_role: Analysis) -> None:
    assert all(share > 0 for share in by_role.endings.values())


def test_the_clock_of_each_inject_is_that_of_its_date_time_group_on_every_way() -> None:
    times: dict[str, set[int]] = defaultdict(set, {SARN.start: {0}})
    for node in SARN.nodes.values():
        assert len(times[node.id]) == 1, node.id
        for choice in node.answers.values():
            times[choice.to] |= {before + node.clock for before in times[node.id]}
    for node in SARN.nodes.values():
        if node.inject is not None and node.inject.dtg is not None:
            day, hour = int(node.inject.dtg[:2]) - 14, node.inject.dtg[2:6]
            (minutes,) = times[node.id]
            shown = exercise_time(minutes, SARN.head.begins).replace(":", "")
            assert shown == f"D+{day} {hour}", node.id


def test_the_roles_see_different_cues_of_the_same_events() -> None:
    decisions = [node for node in SARN.nodes.values() if node.answers]
    assert all(any(cue_of(node, (seat,)) for seat in SEATS) for node in decisions)
    texts = [{node.text, *(t for f, t in node.text_if.items() if f in SEATS)} for node in decisions]
    cues = [{cue_of(node, (seat,)) for seat in SEATS} for node in decisions]
    assert sum(len(one) > 1 for one in texts) >= 7
    assert sum(len(one) == len(SEATS) for one in cues) >= 7
    gated = [node.id for node in decisions if _offers_by_role(node.id)]
    assert {"pumphouse", "substation", "released"} <= set(gated)


def _offers_by_role(name: str) -> bool:
    indicators = {key: one.start for key, one in SARN.indicators.items()}
    offers = {
        tuple(available(SARN, ScenarioState(node=name, indicators=indicators, facts=(seat,))))
        for seat in SEATS
    }
    return len(offers) > 1


def test_the_best_choices_of_the_roles_differ() -> None:
    paths = set()
    for letter in SEATS.values():
        best = analysed(without(SARN, "seat", letter)).best_path
        assert best is not None
        paths.add(best.steps[1:])
    assert len(paths) == len(SEATS)


def test_harm_is_marked_wrong_never_best_and_sits_in_the_topics_where_it_happens() -> None:
    harmful = [
        (node.objective, choice)
        for node in SARN.nodes.values()
        for choice in node.answers.values()
        if choice.harm
    ]
    assert all(choice.quality == 0 for _, choice in harmful)
    assert {topic for topic, _ in harmful} >= {"crsv", "caac", "cthb", "poc", "wps", "hs"}


def test_a_run_of_harm_ends_poorly() -> None:
    state = begin(SARN)
    while SARN.nodes[state.node].end is None:
        offered = available(SARN, state)
        worst = min(offered, key=lambda letter: (not offered[letter].harm, offered[letter].quality))
        assert best_quality(SARN, state) == 3
        assert text_of(SARN, state)
        state = choose(SARN, state, worst)
    assert SARN.nodes[state.node].end == "poor"


def test_every_ending_reminds_of_rules_caveats_and_the_legal_advisor() -> None:
    for node in SARN.nodes.values():
        if node.end is not None:
            assert node.debrief is not None
            for words in ("rules of engagement", "national caveats", "legal advisor"):
                assert words in node.debrief, node.id


def test_the_three_written_products_are_drafts_with_points_to_check() -> None:
    drafts = [item for item in MODULE.items.values() if item.kind == "draft"]
    assert len(drafts) == 3
    graded = [item for item in MODULE.items.values() if item.kind not in ("draft", "reflect")]
    assert len(graded) >= 20
    assert len({item.kind for item in MODULE.items.values()}) >= 6
