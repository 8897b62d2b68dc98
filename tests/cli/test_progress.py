"""`tutor progress`: mastery, now and next, as text and for other programs."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.worlds import BRIDGE
from tutor.cli.main import run
from tutor.content.library import Library
from tutor.model.record import Answered, Behaviour, Outcome, Verdict
from tutor.model.responses import Truth
from tutor.store.learner import open_learner

REF = "bridge/crossing"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A learner who was sure and wrong once today."""
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path))
    module = Library.open([BRIDGE]).module(REF)
    wrong = Answered(
        module=REF,
        item=f"{REF}/q-true",
        objective="o1",
        item_kind="true-false",
        behaviour=Behaviour.PRACTICE,
        fingerprint=module.fingerprints["q-true"],
        response=Truth(value=False),
        verdict=Verdict(outcome=Outcome.INCORRECT, misconceptions=("tolls-are-taxes",)),
        score=0.0,
        confidence=3,
    )
    with open_learner(tmp_path, "Maj Lind", clock=lambda: datetime.now(UTC)) as learner:
        learner.record(wrong)
    return tmp_path


def progress(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["progress", "--courses", str(BRIDGE), *arguments]) == 0
    return capsys.readouterr().out


def test_nobody_has_studied_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path))
    assert progress(capsys) == "Nothing has been done yet on this computer.\n"


def test_mastery_now_and_next_in_plain_text(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = progress(capsys)
    assert "Learner: Maj Lind\n" in text
    assert "\nNext: Go on with " in text
    assert "\n    Attempted    now 76 %   Explain who crosses the bridge.\n" in text
    assert "\n    Not started             Apply the toll fairly.\n" in text
    assert "\nNothing is due today. The next review is on " in text
    assert "\nEstimate for " in text
    assert 'You said "sure" for 1 answer; 10 are needed to say more.' in text
    assert "Sure and wrong, to be asked again:\n  Crossing: " in text
    assert "\n  tolls are taxes (chosen last on " in text


def test_the_same_for_other_programs(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(progress(capsys, "--json"))
    assert found["learner"] == "Maj Lind"
    assert {"courses", "resume", "notices"} <= found.keys()
    module = next(one for one in found["progress"]["modules"] if one["ref"] == REF)
    assert [row["mastery"] for row in module["rows"]] == ["Attempted", "Not started"]
    assert module["rows"][0]["now"] == pytest.approx(0.766, abs=0.001)
    assert found["progress"]["next"]["sentence"]
    assert datetime.fromisoformat(found["progress"]["at"]).tzinfo is not None
