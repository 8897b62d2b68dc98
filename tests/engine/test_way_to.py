"""A state in which somebody comes to a situation."""

from hypothesis import given, settings

from tests.engine.scenarios import council, node, scenario, scenarios
from tutor.engine.analysis import analyse
from tutor.engine.way_to import way_to
from tutor.model.scenario import Scenario


def test_the_fewest_decisions_the_better_choice_first() -> None:
    found = way_to(council(), "meet")
    assert found is not None
    assert (found.indicators["trust"], found.facts, found.clock) == (7, ("hours",), 20)
    begin = way_to(council(), "arrive")
    assert begin is not None
    assert begin.clock == 0


def test_what_nothing_leads_to_has_no_state() -> None:
    assert way_to(scenario(node("only"), node("apart")), "apart") is None


@settings(max_examples=40)
@given(scenarios())
def test_there_is_a_way_to_whatever_can_be_reached_and_to_nothing_else(drawn: Scenario) -> None:
    import random

    reachable = set(analyse(drawn, random.Random(1)).reachable)
    for name in drawn.nodes:
        found = way_to(drawn, name)
        assert (found is not None) is (name in reachable)
        assert found is None or found.node == name
