"""The plain player over whole modules, word for word.

A changed text changes its transcript: run with UPDATE_TRANSCRIPTS=1 and read the difference.
"""

import io
import os
from datetime import timedelta
from pathlib import Path
from typing import cast, get_args

import pytest

from tests.autopilot import Autopilot, Skill, WatchedDesk
from tests.worlds import START, make_world
from tutor.cli.plain.player import Player
from tutor.content.library import Library, bundled_courses
from tutor.model.settings import Settings
from tutor.store.learner import open_learner

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"
MODULES = ("wps/participation",)


ROLES = {"j3": "a", "j9": "b", "genad": "c"}
"""The desks of the staff exercise, by the letter of its first decision."""


def transcript(
    ref: str, skill: Skill, home: Path, only: tuple[str, str] | None = None, first: str = ""
) -> str:
    """Everything that the player wrote and the learner typed."""
    world, sink = make_world(), io.StringIO()
    library = Library.open([bundled_courses()])
    desk = WatchedDesk(library, open_learner(home, "Maj Lind", clock=world.clock), world)
    source = Autopilot(desk, library.module(ref), sink, skill, first)
    assert Player(desk, cast("io.StringIO", source), sink).play(ref, only) == 0
    desk.close()
    return sink.getvalue()


@pytest.mark.parametrize("skill", get_args(Skill))
@pytest.mark.parametrize("ref", MODULES)
def test_transcript(ref: str, skill: Skill, tmp_path: Path) -> None:
    hold(transcript(ref, skill, tmp_path), f"{ref.replace('/', '-')}-{skill}.txt")


@pytest.mark.parametrize("role", ROLES)
def test_the_staff_exercise_from_its_start_to_the_review_in_each_role(
    role: str, tmp_path: Path
) -> None:
    found = transcript("exercise/meridian", "best", tmp_path, ("scenario", "sarn"), ROLES[role])
    assert "After-action review: Meridian at Sarn" in found
    assert "(good ending)" in found
    hold(found, f"exercise-meridian-{role}.txt")


def hold(found: str, name: str) -> None:
    """The transcript is the one that is kept."""
    golden = TRANSCRIPTS / name
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text("utf-8")


def review_transcript(home: Path) -> str:
    """A round of practice on the first day, and the review a few days later."""
    ref, sink = MODULES[0], io.StringIO()
    library = Library.open([bundled_courses()])
    world = make_world()
    desk = WatchedDesk(library, open_learner(home, "Maj Lind", clock=world.clock), world)
    source = Autopilot(desk, library.module(ref), io.StringIO(), "best")
    Player(desk, cast("io.StringIO", source), io.StringIO()).play(ref, ("practice", ""))
    desk.close()
    world = make_world(START + timedelta(days=5), first_id=100)
    desk = WatchedDesk(library, open_learner(home, "Maj Lind", clock=world.clock), world)
    source = Autopilot(desk, library.module(ref), sink, "worst")
    assert Player(desk, cast("io.StringIO", source), sink).review() == 0
    desk.close()
    return sink.getvalue()


def test_transcript_of_a_review(tmp_path: Path) -> None:
    found = review_transcript(tmp_path)
    golden = TRANSCRIPTS / "review-worst.txt"
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text("utf-8")
    assert "0 of 9 right at the first try. That is today's review." in found


@pytest.mark.parametrize("ref", MODULES)
def test_the_best_learner_passes_and_the_worst_does_not(ref: str, tmp_path: Path) -> None:
    best = transcript(ref, "best", tmp_path / "best")
    worst = transcript(ref, "worst", tmp_path / "worst")
    assert "Passed with 100 %" in best
    assert "No decision cost anything" in best
    assert "Not passed yet" in worst
    assert "3. Why: what cost most" in worst
    assert "No decision cost anything" not in worst


def test_the_plain_player_asks_how_sure(tmp_path: Path) -> None:
    ref, sink, world = MODULES[0], io.StringIO(), make_world()
    library = Library.open([bundled_courses()])
    learner = open_learner(tmp_path, "Maj Lind", clock=world.clock)
    learner.change_settings(Settings(confidence=True))
    desk = WatchedDesk(library, learner, world)
    source = Autopilot(desk, library.module(ref), sink, "worst")
    assert Player(desk, cast("io.StringIO", source), sink).play(ref, ("practice", "")) == 0
    desk.close()
    found = sink.getvalue()
    assert "How sure are you? 1 not sure, 2 fairly sure, 3 sure, or Enter > 3" in found
    assert "Sure and wrong: this comes back in 1, 7 and 21 days." in found
