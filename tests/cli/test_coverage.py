"""`tutor coverage`: every question and decision is counted where it belongs."""

import csv
import io
import json

import pytest

from tests.worlds import BRIDGE
from tutor.cli.main import run
from tutor.content.library import Library, bundled_courses
from tutor.engine.coverage import Coverage, coverage

REF = "wps/participation"


def rows_of(ref: str) -> tuple[Coverage, ...]:
    return coverage(Library.open([bundled_courses()]).module(ref))


def test_everything_is_counted_once() -> None:
    module = Library.open([bundled_courses()]).module(REF)
    rows = coverage(module)
    assert [row.objective for row in rows] == [one.id for one in module.head.objectives]
    assert sum(row.questions for row in rows) == len(module.items)
    decisions = sum(
        bool(node.answers)
        for scenario in module.scenarios.values()
        for node in scenario.nodes.values()
    )
    assert sum(sum(row.decisions.values()) for row in rows) == decisions
    assert all(sum(row.difficulty.values()) == row.questions for row in rows)


def test_an_objective_without_anything_has_every_gap() -> None:
    empty = Coverage("o9", "Name it.", (), {}, {}, {}, {"s": 0})
    assert len(empty.gaps) == 6
    full = Coverage("o1", "t", ("l/p",), {"single": 3}, {"exam": 3, "pretest": 1}, {3: 3}, {"s": 1})
    assert full.gaps == ()


def test_the_matrix_names_the_gaps(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--courses", str(BRIDGE), "coverage", "bridge"]) == 1
    out = capsys.readouterr().out
    assert "o2: Every question asks for recall or understanding only." in out
    assert max(map(len, out.splitlines())) < 80


def test_the_table_and_the_data_agree(capsys: pytest.CaptureFixture[str]) -> None:
    run(["coverage", REF, "--format", "csv"])
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    run(["coverage", REF, "--format", "json"])
    data = json.loads(capsys.readouterr().out)[0]["objectives"]
    assert (
        [row["questions"] for row in table]
        == [str(sum(row["kinds"].values())) for row in data]
        == [str(row.questions) for row in rows_of(REF)]
    )


@pytest.mark.parametrize("name", ["nothing", "wps/nothing"])
def test_what_is_not_there_is_a_sentence(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", name]) == 2
    assert capsys.readouterr().err.startswith("tutor: ")
