"""All bundled questions and one of every kind, read without the rest of their courses."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.kinds import KINDS_COURSE
from tutor.content.files import Folder
from tutor.content.library import bundled_courses, course_folders
from tutor.content.read import QUESTIONS, Reader
from tutor.model.items import Item


@cache
def banks() -> dict[str, tuple[Item, ...]]:
    """The questions of each module by `course/module`."""
    folders = (*course_folders(bundled_courses()), *course_folders(KINDS_COURSE))
    return {name: items for folder in folders for name, items in _modules(folder) if items}


def _modules(folder: Folder) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for name in folder.folders():
        if folder.has(f"{name}/{QUESTIONS}"):
            shelf = Reader(folder).questions(name)
            items = tuple(one.value for one in shelf.entries.values())
            yield f"{Path(folder.path).name}/{name}", items


def of_kinds() -> tuple[Item, ...]:
    """One question of every kind."""
    return banks()["kinds/tour"]
