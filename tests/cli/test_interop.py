"""`tutor export` and `tutor import`, as they are typed."""

import shutil
from pathlib import Path

import pytest

from tests.worlds import BRIDGE
from tutor.cli.main import run


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(BRIDGE, tmp_path / "bridge"))


@pytest.mark.parametrize("form", ["moodle", "gift", "csv"])
def test_out_of_one_module_and_into_another(
    form: str, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = {"moodle": "b.xml", "gift": "b.gift", "csv": "b.csv"}[form]
    assert run(["export", "bridge/crossing", "--format", form, "--out", name]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Written: ")
    assert "approach\n    the whole lesson: " in said.err
    path = course / "crossing" / "questions.toml"
    before = path.read_bytes()
    assert run(["import", name, "--stdout"]) == 0
    shown = capsys.readouterr().out
    assert path.read_bytes() == before
    assert shown.count("\n[") == before.count(b"\n[q-")
    assert run(["import", name, "--into", "bridge/crossing"]) == 0
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().count(b"\n[q-") == 2 * before.count(b"\n[q-")


def test_a_file_that_is_there_stays(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.xml").write_text("mine", "utf-8")
    assert run(["export", "bridge/crossing", "--out", "b.xml"]) == 2
    assert Path("b.xml").read_text("utf-8") == "mine"
    assert "stays as it is" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.xml", b"<html/>", "no Moodle XML"),
        ("x.xml", b"<!DOCTYPE q [<!ENTITY a 'b'>]><quiz/>", "declares"),
        ("x.csv", "prompt;é".encode("cp1252"), "UTF-8"),
        ("x.doc", b"", "ending"),
        ("x.gift", b"Only a text", "no question could be read"),
        ("x.gift", None, "no such file"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(
    name: str, content: bytes | None, said: str, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    before = (course / "crossing" / "questions.toml").read_bytes()
    assert run(["import", name, "--into", "bridge/crossing"]) == 2
    assert said in capsys.readouterr().err
    assert (course / "crossing" / "questions.toml").read_bytes() == before


def test_a_question_that_was_left_out_shows_in_the_status(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("x.gift").write_text("Way?{=left ~right}\n\nOnly a text", "utf-8")
    assert run(["import", "x.gift", "--into", "bridge/crossing"]) == 1
    assert "line 3\n    the whole question: It is a description" in capsys.readouterr().err
