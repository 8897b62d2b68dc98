"""`tutor graph`: everything is drawn once, nothing in a text is read as a command."""

import json
import random
import re
from itertools import product

import pytest
from hypothesis import given

from tests.engine.scenarios import choice, conditions, council, node, scenario, scenarios
from tests.worlds import BRIDGE
from tutor.cli.graphs.dot import dot
from tutor.cli.graphs.figures import as_data, figures
from tutor.cli.graphs.mermaid import mermaid
from tutor.cli.graphs.tree import WIDTH, tree
from tutor.cli.main import run
from tutor.content.conditions import Slip, condition
from tutor.content.conditions_text import condition_text
from tutor.engine.analysis import analyse
from tutor.engine.conditions import holds
from tutor.model.conditions import Condition
from tutor.model.scenario import Scenario

HOSTILE = 'a"]; click n0 "x" --> end\n\x1b[2J<b>&#35; \\" -->'


@given(conditions)
def test_a_condition_written_down_means_the_same(one: Condition) -> None:
    read = condition(condition_text(one))
    assert not isinstance(read, Slip), condition_text(one)
    for trust, risk in product(range(5), repeat=2):
        for known in ((), ("known",), ("seen",), ("known", "seen")):
            state = {"trust": trust, "risk": risk}
            assert holds(read, state, known) == holds(one, state, known)


@given(scenarios())
def test_the_tree_has_every_situation_once_and_every_choice(drawn: Scenario) -> None:
    lines = tree(drawn).splitlines()
    heads = [line.strip() for line in lines if line.strip().startswith("[")]
    assert sorted(head.split("]")[0][1:] for head in heads) == sorted(drawn.nodes)
    choices = sum(len(one.answers) for one in drawn.nodes.values())
    assert sum(bool(re.match(r"\s+[a-h]  \d ", line)) for line in lines) == choices
    assert max(map(len, lines)) <= WIDTH


def test_hostile_texts_stay_texts() -> None:
    drawn = scenario(node("end", {"a": choice("b", 1)}, text=HOSTILE), node("b", end="good"))
    chart = mermaid(drawn)
    assert len(chart.splitlines()) == 4
    assert "click n0 #quot;x#quot; --#gt; end" in chart
    graph = dot(drawn)
    assert len(graph.splitlines()) == 7
    assert '"; click' not in graph.replace('\\"', "")
    for text in (chart, graph, tree(drawn)):
        assert "\x1b" not in text


def test_the_figures_are_those_of_the_analysis() -> None:
    found = analyse(council(), random.Random(1))
    told = figures(council(), found)
    assert "5 situations, 2 with a decision" in told
    assert "Best way, 6 of 6 points, to good: arrive a, meet a" in told
    assert "The best choice everywhere leads to good." in told
    assert f"poor (poor): {found.endings['poor']:.1%}" in told
    data = as_data(council(), found)
    assert data["best"]["steps"] == [
        {"node": "arrive", "choice": "a"},
        {"node": "meet", "choice": "a"},
    ]
    assert data["nodes"][1]["choices"]["a"]["needs"] == "trust >= 6"


@pytest.mark.parametrize("form", ["tree", "mermaid", "dot", "json"])
def test_a_scenario_is_found_by_its_name_and_by_its_file(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--courses", str(BRIDGE), "graph", "bridge/crossing", "--format", form]) == 0
    by_name = capsys.readouterr().out
    path = next((BRIDGE / "crossing" / "scenarios").glob("*.toml"))
    assert run(["graph", str(path), "--format", form]) == 0
    assert capsys.readouterr().out == by_name
    if form == "json":
        assert json.loads(by_name)["best"]


@pytest.mark.parametrize("name", ["no.toml", "wps/none", "wps/participation/none", "x"])
def test_what_is_not_there_is_a_sentence(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["graph", name]) == 2
    assert capsys.readouterr().err.startswith("tutor: ")
