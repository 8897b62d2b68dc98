"""A class in two real terminals: the cockpit and the wall through a whole block."""

import sys
from pathlib import Path

from tests.terminal.tmux import Terminal, Window
from tests.worlds import BRIDGE

COCKPIT = ("class", "run", "bridge/crossing", "--courses", str(BRIDGE))
WALL = ("class", "project")


def tutor(terminal: Terminal, home: Path, words: tuple[str, ...]) -> Window:
    """A terminal with this command in it."""
    return terminal.open(sys.executable, "-m", "tutor", *words, home=home, size=(100, 30))


def test_cockpit_and_wall_through_a_revote_a_crash_and_a_scenario(
    terminal: Terminal, home: Path
) -> None:
    wall = tutor(terminal, home, WALL)
    wall.wait_for("The class begins in a moment")
    cockpit = tutor(terminal, home, COCKPIT)
    cockpit.wait_for("People are coming in", "1 wall")
    wall.wait_for("Explain who crosses the bridge.")

    cockpit.press("n")
    cockpit.wait_for("How many people are here? Nobody")
    cockpit.type("20")
    cockpit.press("Enter")
    cockpit.wait_for("20 present")
    cockpit.press("Space")
    wall.wait_for("gender advisor")
    cockpit.wait_for("Ten minutes.")
    assert "Ten minutes." not in wall.screen

    _vote(cockpit, wall, "Which resolution opened the agenda?", "9", "11")
    cockpit.wait_for("let neighbours discuss")
    assert "55%" not in wall.screen
    cockpit.press("d")
    wall.wait_for("Discuss with your neighbours")

    cockpit.kill()
    wall.wait_for("The class begins in a moment")
    cockpit = tutor(terminal, home, COCKPIT)
    cockpit.wait_for("A session was left open")
    cockpit.press("g")
    cockpit.wait_for("The room discusses", "1 wall")
    wall.wait_for("Discuss with your neighbours")

    cockpit.press("v")
    cockpit.wait_for("Voting is open, round 2")
    cockpit.press("h")
    cockpit.wait_for("[hands]")
    cockpit.press("1", "6", "Down", "4", "Enter")
    cockpit.wait_for("round 2: 20 hands")
    cockpit.press("c")
    cockpit.wait_for("Voting is closed, round 2")
    cockpit.press("s", "s", "r")
    wall.wait_for("round 1: 20 voted", "round 2: 20 voted", "RIGHT")

    cockpit.press("j")
    cockpit.wait_for("Go to")
    cockpit.press("End", "Up", "Enter")
    wall.wait_for("The toll")
    cockpit.press("Space")
    wall.wait_for("Your decision")
    cockpit.press("o")
    cockpit.wait_for("Voting is open")
    cockpit.press("h")
    cockpit.wait_for("[hands]")
    cockpit.press("1", "2", "Down", "8", "Enter")
    cockpit.wait_for("Voting is open: 20 hands")
    cockpit.press("c")
    cockpit.wait_for("Voting is closed")
    cockpit.press("y")
    wall.wait_for("Decision 1")
    cockpit.press("C-q")
    cockpit.wait_for("Leave the session")
    cockpit.press("e")
    assert cockpit.wait_for_end() == 0
    wall.wait_for("The class begins in a moment")
    wall.press("C-q")
    assert wall.wait_for_end() == 0


def _vote(cockpit: Window, wall: Window, prompt: str, *counts: str) -> None:
    """Go to the question after the page, and count hands."""
    cockpit.press("Space")
    wall.wait_for(prompt)
    cockpit.press("o")
    cockpit.wait_for("Voting is open")
    wall.wait_for("Voting is open")
    cockpit.press("h")
    cockpit.wait_for("[hands]")
    for count in counts:
        cockpit.press(*count, "Down")
    cockpit.press("Enter")
    cockpit.wait_for("20 hands of 20 present")
    cockpit.press("c")
    cockpit.wait_for("Voting is closed: 20 hands of 20 present")
