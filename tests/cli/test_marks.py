"""Notes, bookmarks and reports in the plain player, and written out by `tutor notes|reports`."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.worlds import BRIDGE, open_test_desk
from tutor.cli.commands.reports import guarded
from tutor.cli.desks import open_desk
from tutor.cli.main import build_parser, run
from tutor.cli.plain.at_hand import TOO_EARLY, Aside
from tutor.cli.plain.player import Player
from tutor.study.desk import Part
from tutor.study.frames import QuestionFrame, WriteBody

REF = "bridge/crossing"
COURSES = ("--courses", str(BRIDGE))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path))
    return tmp_path


def played(typed: str, part: tuple[str, str]) -> str:
    desk, sink = open_desk(build_parser().parse_args([*COURSES])), io.StringIO()
    try:
        Player(desk, io.StringIO(typed), sink).play(REF, part)
    finally:
        desk.close()
    return sink.getvalue()


def written(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert run([*arguments, *COURSES]) == 0
    return capsys.readouterr().out


def test_a_page_is_noted_bookmarked_and_reported(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "note Ask the LEGAD\nbookmark\nreport typo: =1+1\nreport badly\nsustain it\nquit\n"
    said = played(typed, ("lesson", "approach"))
    for sentence in (
        "Noted.",
        "Bookmarked.",
        "Reported,",
        "What can be wrong: wrong key",
        "belongs",
    ):
        assert sentence in said
    notes = written(capsys, "notes")
    assert "\nAsk the LEGAD\n" in notes
    assert "\n# Bookmarks\n" in notes
    found = json.loads(written(capsys, "notes", "--format", "json"))
    assert [row["text"] for row in found["notes"]] == ["Ask the LEGAD"]
    assert [row["about"] for row in found["bookmarks"]] == ["page"]
    (report,) = json.loads(written(capsys, "reports", "--format", "json"))
    assert (report["problem"], report["text"]) == ("typo", "=1+1")
    assert (report["module"], report["course_version"]) == (REF, "1.0.0")
    (row,) = csv.DictReader(io.StringIO(written(capsys, "reports", "--format", "csv")))
    assert row["text"] == "'=1+1"
    assert row["fingerprint_meaning"] == report["fingerprint_meaning"] != ""
    assert "> =1+1" in written(capsys, "reports")


def test_nothing_has_been_written_yet(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert written(capsys, "notes") == ""
    played("quit\n", ("lesson", "approach"))
    assert written(capsys, "reports") == "No reports have been made.\n"


def test_lines_of_the_learner_stand_in_the_review(home: Path) -> None:
    typed = "\n" + "a\n\n" * 12
    played(typed, ("scenario", "toll"))
    said = played("sustain Asked first\nimprove The map\nquit\n", ("scenario", "toll"))
    assert said.count("Noted.") == 2
    again = played("quit\n", ("scenario", "toll"))
    assert "- Yours, sustain: Asked first\n- Yours, improve: The map\n" in again


def test_where_an_answer_is_typed_a_word_needs_a_slash(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path, BRIDGE)
    frame = desk.open(Part(REF, "practice")).frame
    assert isinstance(frame, QuestionFrame)
    typed = replace(frame, body=WriteBody())
    aside = Aside(desk)
    assert aside.answer(REF, typed, "bookmark") is None
    assert aside.answer(REF, typed, "/bookmark") == "Bookmarked."
    assert aside.answer(REF, typed, "/note Not yet") == TOO_EARLY
    desk.close()


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", " =1", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert not guarded(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
