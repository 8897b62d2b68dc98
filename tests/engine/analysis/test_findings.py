"""What an author is told, on small scenarios."""

import pytest

from tests.engine.examples import seeded
from tests.engine.scenarios import choice, council, node, scenario
from tutor.engine.analysis import ChoiceRef, Craft, Dominated, analyse
from tutor.engine.playthrough import begin, choose
from tutor.errors import ContentError
from tutor.model.conditions import Compare, Learn, Shift
from tutor.model.record import ScenarioState
from tutor.model.scenario import Indicator, Node, NodeChoice, Scenario

GOOD, MIXED, POOR = (node(end, end=end) for end in ("good", "mixed", "poor"))
TRUST = {"trust": Indicator(label="Trust")}


def test_choices_that_nobody_can_make() -> None:
    one = scenario(
        node(
            "n",
            {
                "a": choice("good", 3),
                "b": choice("gone", 3),
                "c": choice("good", 1, needs=Compare("trust", ">", 5)),
            },
        ),
        GOOD,
        node("island", {"a": choice("good", 1)}),
        indicators=TRUST,
    )
    found = analyse(one, seeded())
    assert found.never_offered == (ChoiceRef("n", "c"),)
    assert found.leads_nowhere == (ChoiceRef("n", "b"),)
    assert found.unreachable == ("island",)


def test_what_nothing_reads() -> None:
    one = scenario(
        node("n", {"a": choice("good", 3, effects=(Shift("trust", 1), Learn("x")))}),
        node("good", end="good", text_if={"y": "with y"}),
        indicators=TRUST,
        facts={"x": "x", "y": "y"},
    )
    found = analyse(one, seeded())
    assert (found.unread_indicators, found.unread_facts) == (("trust",), ("x",))
    assert found.states == 2
    after = choose(one, begin(one), "a")
    assert (found.best_from(begin(one)), found.best_from(after)) == (3, 0)


def dominated_in(*nodes: Node) -> tuple[Dominated, ...]:
    return analyse(scenario(*nodes, GOOD, MIXED, POOR, indicators=TRUST), seeded()).dominated


def test_a_worse_choice_without_any_other_consequence_is_dominated() -> None:
    assert dominated_in(node("n", {"a": choice("good", 3), "b": choice("good", 1)})) == (
        Dominated("n", "b", "a"),
    )
    assert dominated_in(node("n", {"a": choice("good", 2), "b": choice("poor", 2)})) == (
        Dominated("n", "b", "a"),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (choice("good", 3), choice("good", 1, effects=(Shift("trust", 1),))),
        (choice("good", 3), choice("good", 1, effects=(Learn("fact"),))),
        (choice("mixed", 3), choice("good", 2)),
        (choice("good", 3), choice("good", 3)),
    ],
)
def test_a_trade_off_or_an_equal_is_not_dominated(one: NodeChoice, other: NodeChoice) -> None:
    assert dominated_in(node("n", {"a": one, "b": other})) == ()


def test_a_choice_is_not_beaten_by_one_that_is_not_always_there() -> None:
    start = {
        "a": choice("n", 1, effects=(Shift("trust", 1),)),
        "b": choice("n", 1, effects=(Shift("trust", -1),)),
    }
    best = choice("good", 3, needs=Compare("trust", ">", 5))
    assert dominated_in(node("s", start), node("n", {"a": best, "b": choice("good", 1)})) == ()


def test_craft_of_the_best_choice() -> None:
    long = choice("good", 3).model_copy(update={"text": "a much longer text than the others"})
    one = scenario(
        node("first", {"a": choice("flat", 3), "b": choice("flat", 1)}),
        node("flat", {"a": choice("last", 2), "b": choice("last", 2)}),
        node("last", {"a": choice("good", 0), "b": choice("good", 1), "c": long}),
        GOOD,
    )
    assert analyse(one, seeded()).craft == (
        Craft("first", choices=2, place=0, longest=False),
        Craft("last", choices=3, place=2, longest=True),
    )


def test_a_state_that_was_not_analysed_has_no_total_and_falls_back_to_the_gap() -> None:
    found = analyse(council(), seeded())
    lost = ScenarioState(node="gone", indicators={"trust": 5})
    assert found.best_from(lost) is None
    assert found.regret(lost, lost, 1, 3) == 2


def test_a_scenario_without_its_first_node_is_refused() -> None:
    with pytest.raises(ContentError):
        analyse(scenario(), seeded())


def test_above_the_cap_it_is_sampled_and_says_so() -> None:
    big = wide(7)
    exact, found, again = (analyse(big, seeded(), cap=cap) for cap in (200_000, 100, 100))
    assert (exact.sampled, found.sampled) == (False, True)
    assert found == again
    assert found.states < exact.states
    for ending, share in exact.endings.items():
        assert found.endings[ending] == pytest.approx(share, abs=0.05)
    assert exact.best_path is not None
    assert found.best_path is not None
    assert found.best_path.earned <= exact.best_path.earned
    assert (found.never_offered, found.no_way_out, found.dominated) == ((), (), ())


def test_thirty_nodes_three_choices_three_indicators_are_exact() -> None:
    found = analyse(wide(3), seeded())
    assert found.states > 5_000
    assert not found.sampled


def wide(seed: int) -> Scenario:
    """30 nodes, 3 choices each, 3 indicators that conditions read; always forward."""
    dice = seeded(seed)
    names = [f"n{i}" for i in range(30)]
    meters = ("trust", "risk", "time")
    nodes = []
    for index, name in enumerate(names):
        after = names[index + 1 : index + 5] or ["good", "mixed", "poor"]
        nodes.append(
            node(
                name,
                {
                    letter: choice(
                        dice.choice(after),
                        dice.randint(0, 3),
                        effects=tuple(
                            Shift(m, dice.randint(-2, 2)) for m in meters if dice.random() < 0.6
                        ),
                        needs=Compare(dice.choice(meters), ">=", dice.randint(2, 6))
                        if letter != "a" and dice.random() < 0.3
                        else None,
                    )
                    for letter in "abc"
                },
            )
        )
    ranges = {m: Indicator(label=m) for m in meters}
    return scenario(*nodes, GOOD, MIXED, POOR, indicators=ranges)
