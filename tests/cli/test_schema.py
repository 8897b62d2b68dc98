"""`tutor schema`: printed, written, never over somebody's file."""

import json
from pathlib import Path

import pytest

from tests.content.courses import bridge
from tutor.cli.main import run
from tutor.content.schema.files import FILES


def test_a_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "questions"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "questions.toml"
    assert run(["schema", "question"]) == 2
    assert "There are: course, sources" in capsys.readouterr().err
    assert run(["schema"]) == 0
    out = capsys.readouterr().out
    assert "#:schema ../../../schemas/lesson.schema.json" in out
    assert all(kind in out for kind in FILES)


def test_the_files_for_an_editor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course = bridge(tmp_path)
    assert run(["schema", "--write", str(tmp_path)]) == 0
    assert len(list((tmp_path / "schemas").iterdir())) == len(FILES)
    assert run(["schema", "--write", str(tmp_path)]) == 0
    config = tmp_path / "tombi.toml"
    config.write_text("# mine\n", "utf-8")
    capsys.readouterr()
    assert run(["schema", "--write", str(tmp_path)]) == 2
    assert "nothing was written" in capsys.readouterr().err
    assert config.read_text("utf-8") == "# mine\n"
    assert run(["schema", "--write", str(tmp_path), "--force"]) == 0
    assert "[[schemas]]" in config.read_text("utf-8")
    assert run(["schema", "--write", str(tmp_path / "nowhere")]) == 2
    capsys.readouterr()
    assert run(["schema", "--write", str(course)]) == 0
    assert "#:schema ../schemas/questions.schema.json" in capsys.readouterr().out
    assert run(["check", str(course)]) == 0
