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


def _line(cockpit: Window, asked: str, text: str) -> None:
    """Type a line where one is asked for."""
    cockpit.wait_for(asked)
    cockpit.type(text)
    cockpit.wait_for(text)
    cockpit.press("Enter")
    cockpit.wait_until(lambda screen: asked not in screen, "the window stays")


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


def test_an_exercise_from_its_first_message_to_its_review(terminal: Terminal, home: Path) -> None:
    cockpit = tutor(terminal, home, ("class", "run", "exercise/meridian/elding"))
    cockpit.wait_for("People are coming in", "0 walls")
    wall = tutor(terminal, home, WALL)
    cockpit.wait_for("1 wall")
    cockpit.press("Space")
    wall.wait_for("page 2 of 2")
    cockpit.press("Space")
    cockpit.wait_for("Enter Go on")
    cockpit.press("Enter")
    cockpit.wait_for("DUE", "COPPER", "exercise T+00:00")
    assert "COPPER" not in wall.screen
    cockpit.press("i")
    wall.wait_for("COPPER", "Brigadier Moreau")
    cockpit.wait_for("order, expected", "[ ] The chief of staff")

    cockpit.press("e")
    cockpit.wait_for("Which expected action?")
    cockpit.press("Enter")
    cockpit.wait_for("Met")
    cockpit.press("p")
    _line(cockpit, "A note on it", "two tables had no hour")
    cockpit.wait_for("for the answer: partly")
    assert "partly" not in wall.screen
    cockpit.press("Space")
    cockpit.wait_for("The exercise is running.")
    cockpit.press("Space")
    cockpit.wait_for("m Point")
    wall.wait_for("stay exactly as it is")
    cockpit.press("m")
    _line(cockpit, "A point of the hot wash", "the crossing was asked about")
    cockpit.wait_for("the crossing was asked about")
    cockpit.press("C-q")
    cockpit.wait_for("Leave the session")
    cockpit.press("e")
    assert cockpit.wait_for_end() == 0
    (review,) = home.glob("classes/*/AAR.md")
    told = review.read_text("utf-8")
    assert "two tables had no hour" in told
    assert "the crossing was asked about" in told
    wall.press("C-q")
    assert wall.wait_for_end() == 0
