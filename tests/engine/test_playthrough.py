from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.scenarios import choice, council, node, scenario, scenarios
from tutor.engine.playthrough import (
    NotOfferedError,
    available,
    begin,
    best_quality,
    choose,
    cue_of,
    is_end,
    text_of,
)
from tutor.errors import ContentError
from tutor.model.conditions import Shift
from tutor.model.record import ScenarioState
from tutor.model.scenario import Indicator, Scenario

Keep = Callable[[ScenarioState], ScenarioState]


def plain(state: ScenarioState) -> ScenarioState:
    return state


def saved(state: ScenarioState) -> ScenarioState:
    return ScenarioState.model_validate_json(state.model_dump_json())


both_ways = pytest.mark.parametrize("keep", [plain, saved])


@both_ways
def test_the_good_way(keep: Keep) -> None:
    state = keep(begin(council()))
    assert (state.node, state.indicators, state.facts, state.clock) == (
        "arrive", {"trust": 5}, (), 0,
    )  # fmt: skip
    state = keep(choose(council(), state, "a"))
    assert (state.indicators, state.facts, state.clock) == ({"trust": 7}, ("hours",), 20)
    assert list(available(council(), state)) == ["a", "b"]
    assert text_of(council(), state) == "you know the hours"
    state = keep(choose(council(), state, "a"))
    assert (state.node, state.clock, is_end(council(), state)) == ("good", 65, True)
    assert available(council(), state) == {}


@both_ways
def test_the_bad_way_closes_the_good_one(keep: Keep) -> None:
    state = keep(choose(council(), keep(begin(council())), "b"))
    assert list(available(council(), state)) == ["b", "c"]
    assert best_quality(council(), state) == 2
    assert text_of(council(), state) == "at meet"
    with pytest.raises(NotOfferedError, match="'a' is not offered at 'meet'"):
        choose(council(), state, "a")


def test_indicators_stop_at_their_range() -> None:
    assert choose(council(), begin(council()), "c").indicators == {"trust": 0}
    wide = scenario(
        node("n", {"a": choice("n", 1, effects=(Shift("t", 50),))}),
        indicators={"t": Indicator(label="t", start=99, min=-3, max=12)},
    )
    assert begin(wide).indicators == {"t": 12}
    assert choose(wide, begin(wide), "a").indicators == {"t": 12}


def test_a_choice_that_leads_nowhere_is_not_offered() -> None:
    broken = scenario(node("n", {"a": choice("gone", 3), "b": choice("n", 1)}))
    assert list(available(broken, begin(broken))) == ["b"]


def test_a_dead_end_offers_nothing_and_is_no_ending() -> None:
    stuck = scenario(node("n", {"a": choice("gone", 3)}))
    assert available(stuck, begin(stuck)) == {}
    assert not is_end(stuck, begin(stuck))
    assert best_quality(stuck, begin(stuck)) == 0


def test_a_lost_node_is_a_sentence() -> None:
    with pytest.raises(ContentError, match="no situation 'gone'"):
        available(council(), ScenarioState(node="gone"))
    with pytest.raises(ContentError):
        begin(scenario())


def test_the_first_known_variant_replaces_the_text() -> None:
    texts = scenario(node("n", text_if={"z": "with z", "a": "with a"}))
    assert text_of(texts, ScenarioState(node="n", facts=("a", "z"))) == "with z"
    assert text_of(texts, ScenarioState(node="n", facts=("a",))) == "with a"
    assert text_of(texts, ScenarioState(node="n", facts=("b",))) == "at n"


def test_the_cue_is_that_of_the_first_known_fact() -> None:
    one = node("n", cue="smoke", cue_if={"z": "two fires", "a": "a lamp"})
    assert cue_of(one, ("a", "z")) == "two fires"
    assert cue_of(one, ("a",)) == "a lamp"
    assert cue_of(one, ()) == "smoke"
    assert cue_of(node("n", cue_if={"a": "a lamp"}), ()) == ""


@given(scenarios(loops=True), st.lists(st.sampled_from("abch"), max_size=12))
def test_any_walk_is_the_same_plain_and_saved(walked: Scenario, letters: list[str]) -> None:
    one = begin(walked)
    two = saved(begin(walked))
    for letter in letters:
        if letter in available(walked, one):
            one, two = choose(walked, one, letter), saved(choose(walked, two, letter))
        else:
            with pytest.raises(NotOfferedError):
                choose(walked, one, letter)
        assert one == two
        assert list(one.facts) == sorted(one.facts)
        for name, value in one.indicators.items():
            assert walked.indicators[name].min <= value <= walked.indicators[name].max
