"""`tutor preview` before there is a screen: what it refuses, and whose settings it takes."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.worlds import BRIDGE
from tutor.cli.desks import settings_of
from tutor.cli.main import run
from tutor.model.settings import Settings
from tutor.store.learner import open_learner


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "there is no such file or folder"),
        ([f"{BRIDGE}/crossing:q-one"], "There is no block [q-one] here."),
        ([f"{BRIDGE}/crossing:gate", "--fact", "knows"], "has no fact 'knows'"),
        ([f"{BRIDGE}/crossing", "--set", "trust=99"], "trust goes from 0 to 10"),
        ([f"{BRIDGE}/crossing"], "needs a terminal"),
        (["--courses", str(BRIDGE), "bridge/crossing:q-single"], "needs a terminal"),
        (["--courses", str(BRIDGE), "bridge/crossing:q-one"], "There is no block [q-one] here."),
        (["--courses", str(BRIDGE), "bridge/nowhere"], "bridge/nowhere: there is no such file"),
    ],
)
def test_what_it_cannot_do_is_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(["preview", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_it_looks_as_the_author_chose_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path))
    nobody = argparse.Namespace(profile=None)
    assert settings_of(nobody) == Settings()
    with open_learner(tmp_path, "Maj Lind", clock=lambda: datetime.now(UTC)) as learner:
        learner.change_settings(Settings(theme="tutor-contrast"))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert settings_of(nobody).theme == "tutor-contrast"
    assert settings_of(argparse.Namespace(profile="Somebody else")) == Settings()
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
