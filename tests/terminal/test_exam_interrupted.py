"""An exam in a real terminal that is killed in the middle: answers and flags are there again."""

from pathlib import Path

import pytest

from tests.terminal.learner import Learner
from tests.terminal.tmux import TUTOR, Terminal, Window, flat
from tutor.content.library import bundled_courses

PLAY = (*TUTOR, "play", "wps/participation")
TALL = (80, 60)
"""The whole list of questions is in sight."""
TYPED = {"m": "C-g", "o": "C-o"}
pytestmark = pytest.mark.skipif(not bundled_courses().is_dir(), reason="no courses here")


def command(learner: Learner, letter: str) -> str:
    """Press the key of a command: a letter, or its control key where the answer is typed."""
    typed = "^o" in learner.window.screen
    return learner.act(TYPED[letter] if typed else letter)


def overview(window: Window, learner: Learner) -> list[str]:
    """What the list of questions says: number, answered or not, flagged or not."""
    command(learner, "o")
    window.wait_for("Before you hand in")
    lines = [line.strip(" ›") for line in window.settled().splitlines()[2:-1]]
    return [line for line in lines if "[x]" in line or "[ ]" in line or "flagged" in line]


def test_an_exam_goes_on_with_answers_and_flags(terminal: Terminal, home: Path) -> None:
    window = terminal.open(*PLAY, home=home, size=TALL)
    window.wait_for("Esc Courses")
    learner = Learner(window)
    learner.open("Module quiz")
    window.wait_for("One try each.")
    learner.act("Enter")
    for _ in range(3):
        learner.step()
    command(learner, "m")
    window.wait_for("flagged for later")
    place = window.screen.splitlines()[0].split()
    before = overview(window, learner)
    assert sum("[x]" in line for line in before) == 3
    assert sum("flagged" in line for line in before) == 1
    window.kill()

    window = terminal.open(home=home, size=TALL)
    window.wait_for("Go on", "Module quiz")
    learner = Learner(window)
    learner.act("Enter")
    window.wait_for("flagged for later")
    assert window.screen.splitlines()[0].split() == place
    assert overview(window, learner) == before
    assert "y Hand in" in flat(window.screen)
