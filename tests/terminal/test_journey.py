"""A whole module by keys only in a real terminal, with quits and a kill; nothing is ever lost."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.terminal.learner import AGAIN, SOON, Defect, Learner
from tests.terminal.tmux import ROOT, TUTOR, NotSeen, Terminal, Window, flat
from tutor.content.library import Library, bundled_courses
from tutor.model.library import Module

REF = "wps/participation"
SHORT = 30
"""Characters of a title that stand on one line of every list."""
pytestmark = pytest.mark.skipif(not bundled_courses().is_dir(), reason="no courses here")


class Journey:
    """A learner who leaves and comes back."""

    def __init__(self, terminal: Terminal, home: Path, size: tuple[int, int] = (80, 24)) -> None:
        self.terminal = terminal
        self.size = size
        self.home = home
        self.module: Module = Library.open([bundled_courses()]).module(REF)
        self.window: Window
        self.learner: Learner
        self.start()

    def start(self) -> None:
        """Start the program; home is there with the courses."""
        self.window = self.terminal.open(home=self.home, size=self.size)
        self.learner = Learner(self.window)
        self.window.wait_for(self.module.head.title[:SHORT], "min - ")

    def go_on_at(self, place: tuple[str, ...]) -> None:
        """Start again and take the first entry, "Go on": it leads to this place."""
        self.start()
        self.window.wait_for("Go on")
        self.learner.act("Enter")
        assert self.learner.is_at(place), f"not at {place}:\n{self.window.screen}"

    def open_module(self) -> None:
        """From home to the module."""
        self.learner.open(self.module.head.title[:SHORT])
        self.window.wait_for("objectives", "Enter Open Esc Courses")

    def open_part(self, title: str) -> None:
        """From whatever is open to a part of the module."""
        self.learner.act("Escape")
        self.window.wait_for("Module quiz")
        self.learner.open(title[:SHORT])

    def events(self) -> list[str]:
        """The ids in the journal, in order."""
        journals = self.home.glob("profiles/*/journal.jsonl")
        lines = [line for journal in journals for line in journal.read_bytes().splitlines()]
        return [json.loads(line)["id"] for line in lines]


def test_a_module_from_home_to_the_quiz_result_with_quits_and_a_kill(
    terminal: Terminal, home: Path
) -> None:
    journey = Journey(terminal, home)
    lesson_with_checkpoints(journey)
    practice(journey)
    scenario(journey)
    quiz(journey)
    nothing_is_lost(journey)


def lesson_with_checkpoints(journey: Journey) -> None:
    """Left with Esc, Esc, q on the second page."""
    lesson = journey.module.lessons[0]
    assert any(page.ask for page in lesson.pages), "this lesson has no checkpoint questions"
    journey.open_module()
    journey.learner.open(lesson.head.title[:SHORT])
    pages = len(lesson.pages)
    journey.window.wait_for(f"1/{pages}", lesson.pages[0].title)
    journey.learner.study_until(lesson.pages[1].title)
    place = journey.learner.place()
    journey.learner.act("Escape", "Escape")
    journey.window.wait_for("q Quit")
    journey.window.press("q")
    assert journey.window.wait_for_end() == 0
    journey.go_on_at(place)
    screen = journey.learner.study_until("End of the lesson")
    assert f"{pages} pages read." in screen
    assert "Checkpoint questions:" in screen


def practice(journey: Journey) -> None:
    """Left with Ctrl+Q where a second try is open."""
    journey.open_part("Practice")
    journey.learner.study_until(AGAIN)
    place = journey.learner.place()
    journey.window.press("C-q")
    assert journey.window.wait_for_end() == 0
    journey.go_on_at(place)
    journey.learner.study_until("By objective")


def scenario(journey: Journey) -> None:
    """Killed before the second decision."""
    head = next(iter(journey.module.scenarios.values())).head
    journey.open_part(head.title)
    journey.learner.study_until("Exercise time T+00:00")
    first = journey.learner.place()
    journey.learner.step()
    place, before = journey.learner.place(), journey.events()
    assert place != first, "no second decision"
    journey.window.kill()
    assert journey.window.wait_for_end() < 0
    assert journey.events() == before, "acknowledged and lost"
    journey.go_on_at(place)
    screen = journey.learner.study_until("After-action review:")
    assert "What was to be achieved" in screen


def quiz(journey: Journey) -> None:
    """Killed at the fourth question, handed in at the end."""
    journey.open_part("Module quiz")
    journey.learner.study_until(" 4/")
    place, before = journey.learner.place(), journey.events()
    journey.window.kill()
    assert journey.window.wait_for_end() < 0
    assert journey.events() == before, "acknowledged and lost"
    journey.go_on_at(place)
    screen = journey.learner.study_until("Before you hand in")
    assert "All are answered." in screen
    journey.window.press("y")
    journey.window.wait_for("Hand in the quiz now?")
    journey.window.press("y")
    journey.window.wait_for("By objective")
    journey.learner.act("Escape")
    module = flat(journey.window.wait_for("objectives", "Esc Courses"))
    assert f"[x] {journey.module.lessons[0].head.title[:SHORT]}" in module


def nothing_is_lost(journey: Journey) -> None:
    """What the program says afterwards, and what the journal holds."""
    journey.window.press("C-q")
    assert journey.window.wait_for_end() == 0
    ids = journey.events()
    assert len(ids) == len(set(ids))
    told = subprocess.run(
        [*TUTOR, "progress", "--json"],
        env={"TUTOR_HOME": str(journey.home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    modules = [row for course in json.loads(told.stdout)["courses"] for row in course["modules"]]
    here = next(row for row in modules if row["ref"] == REF)
    assert here["done"] > 0
    assert json.loads(told.stdout)["notices"] == []


def test_practice_goes_on_at_the_question_that_was_open(terminal: Terminal, home: Path) -> None:
    journey = Journey(terminal, home)
    journey.open_module()
    journey.learner.open("Practice")
    journey.learner.study_until(" 2/")
    place = journey.learner.place()
    journey.window.press("C-q")
    assert journey.window.wait_for_end() == 0
    journey.start()
    journey.learner.act("Enter")
    if not journey.learner.is_at(place):
        raise Defect(f"not at {place}:\n{journey.window.screen}")


def test_the_text_of_an_ending_can_be_read_to_its_end(terminal: Terminal, home: Path) -> None:
    journey = Journey(terminal, home, size=(80, 16))
    journey.open_module()
    journey.learner.open(next(iter(journey.module.scenarios.values())).head.title[:SHORT])
    screen = journey.learner.study_until("Exercise time", "Enter Next")
    assert "The scenario ends here" not in screen, "everything fits, so nothing is shown here"
    journey.window.press("End")
    try:
        journey.window.wait_until(lambda new: new != screen, "nothing moves", patience=SOON)
    except NotSeen as error:
        raise Defect(str(error)) from error
    journey.window.wait_for("The scenario ends here")
