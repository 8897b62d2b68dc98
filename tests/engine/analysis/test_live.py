"""What no condition reads any more makes no states; every other finding is that of walking it all.

That is what `test_exact` compares: it walks the states that a learner is in, with all they hold.
"""

from tests.engine.examples import seeded
from tests.engine.scenarios import choice, node, scenario
from tutor.engine.analysis import analyse
from tutor.engine.analysis.live import view_of
from tutor.model.conditions import Compare, Known, Learn, Shift
from tutor.model.scenario import Indicator, Scenario


def early_and_late() -> Scenario:
    """The fact decides at the first node only, the indicator at the last."""
    sway = {"a": choice("gate", 3, effects=(Learn("known"),)), "b": choice("gate", 1)}
    gate = {
        "a": choice("road", 3, needs=Known("known"), effects=(Shift("trust", 1),)),
        "b": choice("road", 2),
    }
    road = {"a": choice("good", 3, needs=Compare("trust", ">=", 6)), "b": choice("poor", 1)}
    return scenario(
        node("arrive", sway),
        node("gate", gate),
        node("road", road),
        node("good", end="good"),
        node("poor", end="poor"),
        indicators={"trust": Indicator(label="Trust")},
        facts={"known": "You know"},
    )


def test_what_is_read_no_more_does_not_matter() -> None:
    view = view_of(early_and_late())
    assert view.facts == {
        "arrive": {"known"},
        "gate": {"known"},
        "road": frozenset(),
        "good": frozenset(),
        "poor": frozenset(),
    }
    assert view.indicators == {
        "arrive": ("trust",),
        "gate": ("trust",),
        "road": ("trust",),
        "good": (),
        "poor": (),
    }


def test_states_that_differ_in_nothing_that_matters_are_one() -> None:
    """Start, two at the gate, two on the road, two endings."""
    assert analyse(early_and_late(), seeded()).states == 7


def test_what_can_be_come_back_to_keeps_mattering() -> None:
    looping = scenario(
        node("hall", {"a": choice("yard", 1, effects=(Learn("known"),)), "b": choice("good", 3)}),
        node("yard", {"a": choice("hall", 2, needs=Known("known"))}),
        node("good", end="good"),
        facts={"known": "You know"},
    )
    assert view_of(looping).facts["hall"] == view_of(looping).facts["yard"] == {"known"}
