"""`tutor search`, and search in the plain player."""

import io
import json
from pathlib import Path

import pytest

from tests.worlds import BRIDGE, open_test_desk
from tutor.cli.main import run
from tutor.cli.plain.player import Player

COURSES = ("--courses", str(BRIDGE))


def test_it_finds_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path / "home"))
    assert run(["search", "near", "side", *COURSES]) == 0
    first = capsys.readouterr().out
    assert first.startswith("page: The near side\n    Crossing - The approach  (bridge/crossing)\n")
    assert run(["search", "--json", "near", "side", *COURSES]) == 0
    assert json.loads(capsys.readouterr().out)[0]["kind"] == "page"
    assert run(["search", "no-such-word-anywhere", *COURSES]) == 1
    assert "Nothing was found." in capsys.readouterr().err
    assert not (tmp_path / "home").exists()


def test_the_player_searches_and_shows_without_moving_on(tmp_path: Path) -> None:
    desk, sink = open_test_desk(tmp_path, BRIDGE), io.StringIO()
    typed = "show 1\nsearch near side\nshow 1\nshow 99\nsearch no-such-word\nquit\n"
    Player(desk, io.StringIO(typed), sink).play("bridge/crossing", ("practice", ""))
    said = sink.getvalue()
    desk.close()
    assert said.count("Search first, then show") == 2
    assert "1. page: The near side\n   Crossing - The approach\n" in said
    assert "== Crossing: The approach (1 of 2) ==" in said
    assert "Nothing was found." in said
