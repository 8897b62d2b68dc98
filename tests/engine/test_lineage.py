"""Runs that branched off another have one line from the first beginning."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.scenarios import council
from tests.engine.test_debrief import run
from tutor.engine.lineage import origin, whole
from tutor.model.progress import Run


def forked(parent: Run, line: Run, kept: int, name: str, letters: str) -> Run:
    """A run that takes over `kept` decisions of a line and then goes on with other letters."""
    stood = line.steps[kept - 1].state if kept else line.start.state
    own = run(council(), letters).steps[kept:]
    start = parent.start.model_copy(
        update={"run": name, "state": stood, "forked_from": f"{parent.start.run}:{kept}"}
    )
    return parent.model_copy(update={"start": start, "steps": own})


def test_a_run_from_none_is_whole() -> None:
    first = run(council(), "aa")
    assert origin(first) == ("", 0)
    assert whole({"r": first}, first) == first


def test_a_fork_has_what_it_took_over() -> None:
    first = run(council(), "aa")
    second = forked(first, first, 1, "r2", "ab")
    line = whole({"r": first, "r2": second}, second)
    assert [step.choice for step in line.steps] == ["a", "b"]
    assert line.start.run == "r2"
    assert line.start.state == first.start.state


def test_a_fork_of_a_fork_goes_back_to_the_beginning() -> None:
    first = run(council(), "aa")
    second = forked(first, first, 1, "r2", "ab")
    runs = {"r": first, "r2": second}
    third = forked(second, whole(runs, second), 2, "r3", "ab")
    line = whole(runs | {"r3": third}, third)
    assert [step.choice for step in line.steps] == ["a", "b"]
    for before, after in pairwise(line.steps):
        assert before.state.node == after.node


def test_what_the_journal_lost_is_left_out() -> None:
    first = run(council(), "aa")
    second = forked(first, first, 1, "r2", "ab")
    assert whole({"r2": second}, second) == second
    shorter = first.model_copy(update={"steps": ()})
    assert whole({"r": shorter, "r2": second}, second) == second


@given(st.permutations(["r", "r2", "r3"]))
def test_a_circle_of_origins_ends(names: list[str]) -> None:
    first = run(council(), "aa")
    runs = {
        name: first.model_copy(
            update={"start": first.start.model_copy(update={"run": name, "forked_from": f"{of}:0"})}
        )
        for name, of in zip(names, [*names[1:], names[0]], strict=True)
    }
    for one in runs.values():
        assert whole(runs, one).steps == first.steps
