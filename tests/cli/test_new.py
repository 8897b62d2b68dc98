"""`tutor new` from the command line: what is written, what is said, what is refused."""

from pathlib import Path

import pytest

from tutor.cli.main import run
from tutor.content.scaffold import making


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_course_a_question_and_a_scenario(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "course", "Crossing the Vela", "--module", "The ferry"]) == 0
    assert run(["new", "question", "cloze", "Who decides", "--in", "crossing-the-vela"]) == 0
    assert run(["new", "scenario", "High water", "--in", "crossing-the-vela/the-ferry"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Written: crossing-the-vela/course.toml"
    assert "Added to: crossing-the-vela/the-ferry/questions.toml" in said
    assert said[-3:-1] == [
        "Written: crossing-the-vela/the-ferry/scenarios/high-water.toml",
        "Added to: crossing-the-vela/the-ferry/module.toml",
    ]
    assert said[-1].endswith("tutor check crossing-the-vela/the-ferry")
    assert run(["check", "--fail-on", "error", "crossing-the-vela"]) == 0
    assert "[q-who-decides]" in (folder / "crossing-the-vela/the-ferry/questions.toml").read_text()


@pytest.mark.parametrize(
    "what", [["course"], ["module"], ["lesson"], ["scenario"], ["question", "spot"]]
)
def test_stdout_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], what: list[str]
) -> None:
    assert run(["new", *what, "High water", "--stdout"]) == 0
    assert capsys.readouterr().out == making.alone(what[0], "High water", what[-1])
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["course", "Здравствуйте"], "No id can be made"),
        (["module", "x"], "is not in a course"),
        (["course", "x", "--in", "nowhere"], "there is no such folder"),
        (["course", "taken"], "taken is there already, and it stays as it is."),
        (["course", "aux"], "Windows keeps this name for a device"),
        (["question", "singel", "x"], "Did you mean `single`?"),
        (["question", "essay", "x"], "best-worst, inject, draft"),
    ],
)
def test_what_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (folder / "taken").mkdir()
    assert run(["new", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["taken"]


def test_what_another_program_changed_meanwhile_is_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["new", "course", "x"]) == 0
    questions = folder / "x" / "module-1" / "questions.toml"
    planned = making.question("short", "one", folder / "x")
    questions.write_text("# saved in between\n", "utf-8")
    monkeypatch.setattr(making, "question", lambda *_: planned)
    assert run(["new", "question", "short", "one", "--in", "x"]) == 2
    assert questions.read_text("utf-8") == "# saved in between\n"
    assert "changed by another program" in capsys.readouterr().err
