"""The transcript and the certificate."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.paper.html_reader import Page
from tests.paper.runs import REF, bridge_desk, play, take_quiz
from tests.worlds import BRIDGE, START, make_world, open_test_desk
from tutor import __version__
from tutor.cli.main import run
from tutor.engine.refresh import refresh_by
from tutor.errors import UsageError
from tutor.paper import data
from tutor.paper.transcript import certificate, transcript
from tutor.paper.words import SELF_STUDY
from tutor.paper.writers import written


@given(st.dates(max_value=date(9998, 12, 31)))
def test_refresh_is_due_on_the_same_day_a_year_later(passed: date) -> None:
    due = refresh_by(passed)
    assert due.year == passed.year + 1
    assert 365 <= (due - passed).days <= 366
    assert (due.month, due.day) == (passed.month, min(passed.day, 28 if due.month == 2 else 31))


def test_a_certificate_needs_a_quiz_that_was_passed(tmp_path: Path) -> None:
    desk = bridge_desk(tmp_path)
    with pytest.raises(UsageError, match="its quiz has not been handed in") as missing:
        desk.records.certificate(REF)
    assert "pass mark" in missing.value.hint
    take_quiz(desk, "worst")
    with pytest.raises(UsageError, match=r"was not passed. The last attempt, on 1 March 2026, .*%"):
        desk.records.certificate(REF)


def passed_later(home: Path) -> tuple[Page, str]:
    """Failed on 1 March, passed on 3 March."""
    desk = bridge_desk(home)
    play(desk, "worst")
    play(desk, "best")
    take_quiz(desk, "worst")
    desk.close()
    desk = open_test_desk(home, BRIDGE, make_world(START + timedelta(days=2), first_id=500))
    take_quiz(desk, "best")
    record = desk.records.certificate(REF)
    desk.close()
    return Page(written(certificate(record), "html")), record.passed.content


def test_the_certificate_says_what_it_rests_on(tmp_path: Path) -> None:
    page, content = passed_later(tmp_path)
    assert not page.faults
    assert len(content) == 12
    for said in (
        "Maj Lind",
        "passed the quiz of the module Crossing on 3 March 2026.",
        SELF_STUDY,
        "It is not a qualification.",
        "Refresh by 3 March 2027",
        "Apply the toll fairly.",
        "not passed",
        content,
        f"Staff tutor {__version__}",
        "1.0.0",
        "poor 0 % 1",
    ):
        assert said in page.text, said


def test_the_transcript_has_every_attempt_and_the_run_that_counts(tmp_path: Path) -> None:
    passed_later(tmp_path)
    record = open_test_desk(tmp_path, BRIDGE).records.transcript()
    (module,) = record.modules
    assert [row.passed for row in module.attempts] == [False, True]
    assert [row.course_version for row in module.attempts] == ["1.0.0", "1.0.0"]
    assert [(run.end, run.replays) for run in module.runs] == [("poor", 1)]
    assert module.refresh_by == date(2027, 3, 3)
    page = Page(written(transcript(record), "html"))
    assert not page.faults
    assert "Refresh by 3 March 2027." in page.text
    said = json.loads(data.write(record))
    assert said["modules"][0]["refresh_by"] == "2027-03-03"
    assert [row["at"][:10] for row in said["modules"][0]["attempts"]] == [
        "2026-03-01",
        "2026-03-03",
    ]


def test_a_transcript_outlives_the_course(tmp_path: Path) -> None:
    passed_later(tmp_path / "home")
    empty = tmp_path / "courses"
    empty.mkdir()
    record = open_test_desk(tmp_path / "home", empty).records.transcript()
    assert [module.title for module in record.modules] == [REF]
    assert not record.modules[0].here
    page = Page(written(transcript(record), "html"))
    assert "the course is not on this computer now" in page.text


def test_nothing_done_is_a_transcript_that_says_so(tmp_path: Path) -> None:
    desk = bridge_desk(tmp_path)
    page = Page(written(transcript(desk.records.transcript()), "html"))
    assert "No quiz has been handed in yet" in page.text


def test_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    passed_later(tmp_path / "home")
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    with_course = ["--courses", str(BRIDGE)]
    assert run([*with_course, "transcript"]) == 0
    assert run([*with_course, "certificate", REF]) == 0
    assert (tmp_path / "transcript-maj-lind.html").is_file()
    assert (tmp_path / "certificate-bridge-crossing-maj-lind.html").is_file()
    capsysbinary.readouterr()
    assert run([*with_course, "transcript", "--format", "md", "--out", "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"# Transcript of self-study\n")
    assert run([*with_course, "certificate", "wps/participation"]) == 2
    assert b"no certificate for wps/participation yet" in capsysbinary.readouterr().err


def test_without_a_learner_it_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path))
    assert run(["transcript"]) == 2
    assert "Nothing has been done yet" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
