"""What `tutor check` returns: notes are shown and do not fail."""

from pathlib import Path

import pytest

from tests.content.courses import DATA, LESSON, bridge, change
from tutor.cli.main import run

LONG = "word " * 45


@pytest.mark.parametrize(
    ("old", "new", "shown", "status"),
    [
        ("Nobody is asked", "Nobody is asked", "No findings", 0),
        ("Nobody is asked", f"It is {LONG}asked", "1 note", 0),
        ("Nobody is asked", "The CJTF is asked", "1 warning", 1),
        ("Nobody is asked", "As in [@nowhere] it is asked", "1 error", 1),
    ],
)
def test_status(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    shown: str,
    status: int,
) -> None:
    course = bridge(tmp_path)
    change(course, LESSON, old, new)
    assert run(["check", str(course)]) == status
    assert capsys.readouterr().out.splitlines()[-1].startswith(shown)


def test_a_path_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(DATA / "nowhere")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_an_overdue_review_is_told_from_the_clock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = bridge(tmp_path)
    change(course, "sources.toml", 'date      = "2020"', 'date = "2020"\nreview_by = "2021"')
    assert run(["check", "--format", "short", str(course)]) == 1
    assert "K704" in capsys.readouterr().out
