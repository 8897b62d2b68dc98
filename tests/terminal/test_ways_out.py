"""Ways in and out that a test without a terminal cannot see: signals, pipes, a second window."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.learner import Learner
from tests.terminal.tmux import ROOT, TUTOR, Terminal, Window

PLAY = (*TUTOR, "play", "wps/participation")
LESSON = "Who decides, who is missing"
NEEDS = "The program needs a terminal, and its input or output is redirected."


def journal(home: Path) -> list[bytes]:
    """The whole lines of all journals below a home."""
    found = b"".join(path.read_bytes() for path in home.glob("profiles/*/journal.jsonl"))
    assert found == b"" or found.endswith(b"\n"), "a torn line"
    return found.splitlines()


def reading(terminal: Terminal, home: Path) -> tuple[Window, Learner]:
    """A window with the first page of the first lesson, which is in the journal then."""
    window = terminal.open(*PLAY, home=home)
    window.wait_for("Module quiz")
    learner = Learner(window)
    learner.open(LESSON)
    window.wait_for("1/", "saved")
    return window, learner


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_cleanly_and_keeps_the_progress(
    number: signal.Signals, terminal: Terminal, home: Path
) -> None:
    window, _ = reading(terminal, home)
    kept = journal(home)
    assert kept
    window.signal(number)
    assert window.wait_for_end() == 0
    window.wait_until(lambda screen: not screen.strip(), "something is left on the screen")
    told = [window.told(what) for what in ("alternate_on", "cursor_flag", "mouse_any_flag")]
    assert told == ["0", "1", "0"], "alternate screen, cursor, mouse"
    assert journal(home) == kept
    again = terminal.open(home=home)
    again.wait_for("Go on", "saved")
    again.press("q")
    assert again.wait_for_end() == 0


def test_a_window_that_is_closed_ends_the_program_and_keeps_the_progress(
    terminal: Terminal, home: Path
) -> None:
    window, _ = reading(terminal, home)
    kept = journal(home)
    window.close()
    window.wait_until_gone()
    assert journal(home) == kept
    again = terminal.open(home=home)
    again.wait_for("Go on", "saved")


def test_one_ctrl_c_asks_and_the_second_leaves(terminal: Terminal, home: Path) -> None:
    window, _ = reading(terminal, home)
    window.press("C-c")
    window.wait_for("Press Ctrl+C once more to leave.")
    window.press("C-c")
    assert window.wait_for_end() == 0


def test_a_second_window_only_reads_and_nobody_loses_anything(
    terminal: Terminal, home: Path
) -> None:
    first, learner = reading(terminal, home)
    kept = journal(home)
    second = terminal.open(home=home)
    second.wait_for("This window only reads", "read-only", "min - ")
    other = Learner(second)
    other.act("Enter")
    second.wait_for("not saved")
    other.step()
    assert journal(home) == kept, "the window that only reads has written"
    learner.study_until("End of the lesson")
    after = journal(home)
    assert after[: len(kept)] == kept
    assert len(after) > len(kept)
    for window in (second, first):
        window.press("C-q")
        assert window.wait_for_end() == 0
    assert journal(home) == after
    third = terminal.open(home=home)
    third.wait_for("Go on", "saved")
    assert "read-only" not in third.screen


@pytest.mark.parametrize("command", [[], ["play", "wps/participation"]])
def test_without_a_terminal_it_says_what_to_do(command: list[str], home: Path) -> None:
    done = subprocess.run(
        [*TUTOR, *command],
        env={"TUTOR_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert NEEDS in done.stderr
    assert "tutor play COURSE/MODULE --plain" in done.stderr
    assert done.stdout == ""
    assert not home.exists(), "nothing was opened, so nothing is left behind"


@pytest.mark.parametrize("way", ["< /dev/null", "| cat"])
def test_a_terminal_on_one_side_is_not_enough(way: str, terminal: Terminal, home: Path) -> None:
    line = f"{sys.executable} -m tutor {way}; echo end"
    window = terminal.open("sh", "-c", line, home=home)
    window.wait_for(NEEDS, "end")
