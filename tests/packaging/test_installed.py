"""The wheel alone, in an environment of its own, far away from the checkout."""

import json
from pathlib import Path

import pytest

from tests.packaging.build import ROOT, run
from tests.terminal.tmux import TMUX, Terminal

REF = "wps/participation"
LESSON = "lesson:who-decides"


def tutor(commands: Path, folder: Path, *arguments: str, text: str = "") -> tuple[int, str]:
    """Run the installed `tutor` in a folder; exit status and what it printed."""
    done = run([commands / "tutor", *arguments], folder, text, TUTOR_HOME=str(folder / "home"))
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr


def test_it_is_the_installed_one_that_runs(commands: Path, tmp_path: Path) -> None:
    code = "import tutor; from tutor.content.library import bundled_courses as b; "
    done = run([commands / "python", "-c", f"{code}print(tutor.__file__); print(b())"], tmp_path)
    package, courses = (Path(line) for line in done.stdout.splitlines())
    assert commands.parent in package.parents
    assert courses == package.parent / "_courses"
    assert ROOT not in package.parents


def test_list_finds_the_bundled_courses(commands: Path, tmp_path: Path) -> None:
    status, told = tutor(commands, tmp_path, "list", "--json")
    assert status == 0
    refs = [module["ref"] for course in json.loads(told)["courses"] for module in course["modules"]]
    assert REF in refs


def test_check_reads_the_bundled_courses(commands: Path, tmp_path: Path) -> None:
    """What it finds is a matter of the courses; here it has to read them."""
    status, told = tutor(commands, tmp_path, "check", "--format", "json")
    assert status in (0, 1), told
    found = json.loads(told)
    assert ROOT.as_posix() not in told
    assert isinstance(found, list)


def test_a_lesson_can_be_played_as_text(commands: Path, tmp_path: Path) -> None:
    told = ("play", REF, "--plain", "--part", LESSON)
    status, text = tutor(commands, tmp_path, *told, text="\n\na\n\n\na\n\n\n\n")
    assert status == 0
    assert "Question (single)" in text
    assert "Correct." in text or "Not correct." in text
    (journal,) = (tmp_path / "home").glob("profiles/*/journal.jsonl")
    assert b'"response"' in journal.read_bytes(), "the answer was not written down"
    status, text = tutor(commands, tmp_path, "progress")
    assert status == 0
    assert "Go on with:" in text


@pytest.mark.skipif(TMUX is None, reason="a test in a terminal needs tmux")
def test_the_program_opens_with_its_styles(commands: Path, tmp_path: Path) -> None:
    terminal = Terminal()
    try:
        window = terminal.open(
            str(commands / "tutor"), home=tmp_path / "home", env={"PYTHONPATH": ""}
        )
        window.wait_for("min - not started", "Enter Open", "saved")
        window.press("q")
        assert window.wait_for_end() == 0
    finally:
        terminal.close()
