"""The after-action review on paper."""

import json
import os
from pathlib import Path

import pytest

from tests.paper.html_reader import Page
from tests.paper.runs import REF, bridge_desk, play
from tutor import __version__
from tutor.cli.main import run
from tutor.errors import UsageError
from tutor.model.marks import About, Side, Subject
from tutor.paper import data
from tutor.paper.review import review
from tutor.paper.writers import written
from tutor.study.desk import Desk
from tutor.study.moves import Fork

GOLDEN = Path(__file__).parents[1] / "data" / "paper" / "bridge-review.md"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A poor run, then its first decision once more."""
    desk = bridge_desk(tmp_path / "home")
    session = play(desk, "worst")
    session.do(Fork(1))
    play(desk, "best")
    return desk


def with_lines(desk: Desk) -> None:
    run_id = desk.records.review(REF, "", 2).debrief.run
    subject = Subject(module=REF, about=About.RUN, ref=run_id, title="The toll")
    desk.notebook.write(subject, "Ask first - *always* <b>", Side.SUSTAIN)
    desk.notebook.write(subject, "Look at the hours → dawn", Side.IMPROVE)


def test_the_review_as_markdown_is_the_one_that_was_read(desk: Desk) -> None:
    with_lines(desk)
    found = written(review(desk.records.review(REF, "toll")), "md").decode()
    found = found.replace(f"Staff tutor {__version__}", "Staff tutor VERSION")
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_the_review_as_html_says_the_same(desk: Desk) -> None:
    with_lines(desk)
    sheet = desk.records.review(REF)
    page = Page(written(review(sheet), "html"))
    assert not page.faults
    for said in ("1. What was to be achieved", "2. What happened", "3. Why", "4. Sustain"):
        assert said in page.text
    for row in sheet.debrief.log:
        assert row.situation in page.text
        assert row.clock in page.text
    assert "Ask first - *always* <b>" in page.text
    assert "hours → dawn" in page.text


def test_the_review_as_json_has_every_decision(desk: Desk) -> None:
    sheet = desk.records.review(REF, "toll", 1)
    said = json.loads(data.write(sheet))
    assert said["number"] == 1
    assert said["debrief"]["end"] == "poor"
    assert [one["chosen"] for one in said["debrief"]["log"]] == ["Close the bridge"]
    assert said["debrief"]["log"][0]["harm"] is True
    assert said["imprint"]["learner"] == "Maj Lind"


def test_the_run_that_was_asked_for_is_the_one_that_comes(desk: Desk) -> None:
    assert desk.records.review(REF).number == 2
    assert desk.records.review(REF, "", 1).debrief.counts
    with pytest.raises(UsageError, match="no run 3"):
        desk.records.review(REF, "", 3)
    with pytest.raises(UsageError, match="no scenario 'other'"):
        desk.records.review(REF, "other")


def test_the_command_writes_a_file_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    desk = bridge_desk(home)
    play(desk, "best")
    desk.close()
    monkeypatch.setenv("TUTOR_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    from tests.worlds import BRIDGE

    command = ["--courses", str(BRIDGE), "aar", REF]
    assert run(command) == 0
    path = tmp_path / "aar-bridge-crossing-toll-run-1.md"
    assert str(path) in capsys.readouterr().out
    first = path.read_bytes()
    path.write_bytes(b"mine")
    assert run(command) == 2
    assert "is there already" in capsys.readouterr().err
    assert path.read_bytes() == b"mine"
    assert run([*command, "--force"]) == 0
    assert path.read_bytes()[:40] == first[:40]
    assert run([*command, "--out", str(tmp_path / "x.html")]) == 0
    assert not Page((tmp_path / "x.html").read_bytes()).faults
    assert run([*command, "--out", str(tmp_path / "gone" / "x.md")]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_nobody_has_played_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Nobody has played bridge/crossing/toll"):
        bridge_desk(tmp_path).records.review(REF)
