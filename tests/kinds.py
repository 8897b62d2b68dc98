"""The course with one question of every kind, and copies of it that ask only one of them."""

import re
import shutil
from pathlib import Path

KINDS_COURSE = Path(__file__).parent / "data" / "valid" / "kinds"
REF = "kinds/tour"
LESSON = "orlen"


def asking(folder: Path, item: str) -> Path:
    """A copy of the course in which the first page asks only this question."""
    course = Path(shutil.copytree(KINDS_COURSE, folder / "kinds"))
    lesson = course / "tour" / "lessons" / f"{LESSON}.toml"
    text = lesson.read_text("utf-8")
    first, rest = re.sub(r"^ask   = .*\n", "", text, flags=re.MULTILINE).split("\n[the-road]", 1)
    lesson.write_text(f'{first}ask = ["{item}"]\n\n[the-road]{rest}', "utf-8", newline="\n")
    return course


def drawing(folder: Path, item: str, use: str = "exam") -> Path:
    """A copy of the course whose quiz, or practice, has only this question."""
    course = Path(shutil.copytree(KINDS_COURSE, folder / "kinds"))
    questions = course / "tour" / "questions.toml"
    text = questions.read_text("utf-8")
    parts = re.split(r"^(?=\[q-)", text, flags=re.MULTILINE)
    for place, part in enumerate(parts[1:], start=1):
        own = use if part.startswith(f"[{item}]") else "checkpoint"
        part = re.sub(r"^use .*\n", "", part, flags=re.MULTILINE)
        parts[place] = part.replace("\n", f'\nuse = ["{own}"]\n', 1)
    questions.write_text("".join(parts), "utf-8", newline="\n")
    return course
