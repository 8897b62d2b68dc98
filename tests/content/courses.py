"""The valid course of tests/data as a folder that a test may spoil."""

import shutil
from pathlib import Path

from tutor.content.check import Report, check
from tutor.content.diagnostics import Diagnostic
from tutor.content.library import Library
from tutor.content.rules.table import CRAFT

DATA = Path(__file__).parents[1] / "data"
BRIDGE = DATA / "valid" / "bridge"
REF = "bridge/crossing"
QUESTIONS = "crossing/questions.toml"
LESSON = "crossing/lessons/approach.toml"
SCENARIO = "crossing/scenarios/toll.toml"
MODULE = "crossing/module.toml"
EXERCISE = "crossing/exercises/flood.toml"
FILES = (
    "course.toml",
    "sources.toml",
    "glossary.toml",
    MODULE,
    LESSON,
    QUESTIONS,
    SCENARIO,
)


def bridge(folder: Path) -> Path:
    """A copy of the valid course."""
    return Path(shutil.copytree(BRIDGE, folder / "bridge"))


def flooded(folder: Path) -> Path:
    """A copy of the valid course, with an exercise in its module."""
    course = bridge(folder)
    (course / EXERCISE).parent.mkdir()
    shutil.copy(DATA / "exercises" / "flood.toml", course / EXERCISE)
    listed = 'scenarios = ["toll"]'
    change(course, MODULE, f"{listed}\n\n", f'{listed}\nexercises = ["flood"]\n')
    return course


def change(course: Path, file: str, old: str, new: str) -> None:
    """Replace the first `old`, which has to be there."""
    path = course / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


def codes(course: Path) -> list[str]:
    """What `check` finds."""
    return [found.code for found in check([course]).diagnostics]


def found(course: Path) -> list[Diagnostic]:
    """All findings."""
    return list(check([course]).diagnostics)


def mechanical(report: Report) -> tuple[Diagnostic, ...]:
    """Findings that do not judge the craft of what is written."""
    craft = {rule.code for line in CRAFT for rule in line.rules}
    return tuple(one for one in report.diagnostics if one.code not in craft)


def opened(course: Path) -> Library:
    """A library over the course with its module read."""
    library = Library.open([course])
    library.module(REF)
    return library
