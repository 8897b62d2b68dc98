"""The plain player over whole modules, word for word.

A changed text changes its transcript: run with UPDATE_TRANSCRIPTS=1 and read the difference.
"""

import io
import os
from pathlib import Path
from typing import cast, get_args

import pytest

from tests.autopilot import Autopilot, Skill, WatchedDesk
from tests.worlds import make_world
from tutor.cli.plain.player import Player
from tutor.content.library import Library, bundled_courses
from tutor.store.learner import open_learner

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"
MODULES = ("wps/participation",)


def transcript(ref: str, skill: Skill, home: Path) -> str:
    """Everything that the player wrote and the learner typed."""
    world, sink = make_world(), io.StringIO()
    library = Library.open([bundled_courses()])
    desk = WatchedDesk(library, open_learner(home, "Maj Lind", clock=world.clock), world)
    source = Autopilot(desk, library.module(ref), sink, skill)
    assert Player(desk, cast("io.StringIO", source), sink).play(ref) == 0
    desk.close()
    return sink.getvalue()


@pytest.mark.parametrize("skill", get_args(Skill))
@pytest.mark.parametrize("ref", MODULES)
def test_transcript(ref: str, skill: Skill, tmp_path: Path) -> None:
    found = transcript(ref, skill, tmp_path)
    golden = TRANSCRIPTS / f"{ref.replace('/', '-')}-{skill}.txt"
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text("utf-8")


@pytest.mark.parametrize("ref", MODULES)
def test_the_best_learner_passes_and_the_worst_does_not(ref: str, tmp_path: Path) -> None:
    best = transcript(ref, "best", tmp_path / "best")
    worst = transcript(ref, "worst", tmp_path / "worst")
    assert "Passed with 100 %" in best
    assert "No decision cost anything" in best
    assert "Not passed yet" in worst
    assert "3. Why: what cost most" in worst
    assert "No decision cost anything" not in worst
