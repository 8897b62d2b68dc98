"""What `tutor install` and `tutor courses` share: read a package, ask, put it in place."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.content.library import Library
    from tutor.content.package.unpacking import Package
    from tutor.study.installing import Offer


def courses_home() -> Path:
    """Where courses are installed."""
    from tutor.store.places import courses_folder, home

    return courses_folder(home(os.environ))


def read_package(path: Path) -> "Package":
    """Raises UsageError for a path that is no file, ContentError for no sound package."""
    from tutor.content.package.unpacking import LARGEST, unpack
    from tutor.errors import UsageError
    from tutor.store.problems import not_read

    if not path.exists():
        raise UsageError(f"{path}: there is no such file.")
    if not path.is_file():
        raise UsageError(f"{path} is no file.", "Name the .course file itself.")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise not_read(path, error) from error
    return unpack(data)


def installed_library() -> "Library":
    """The courses that are there for good, bundled and installed, without `--courses`."""
    from tutor.content.library import Library, bundled_courses

    roots = (bundled_courses(), courses_home())
    return Library.open(root for root in roots if root.is_dir())


def offered(package: "Package") -> "Offer":
    """The package against the courses that are there."""
    from tutor.study.installing import offer

    return offer(package, installed_library(), courses_home())


def install(found: "Offer", *, force: bool) -> bool:
    """Say what will happen, ask where it takes a person, and do it. False when it was refused."""
    from tutor.content.harmless import harmless
    from tutor.study.installing import place

    about = found.package.manifest
    print(harmless(f"{about.course} {about.version}: {about.title}"))
    if found.nothing_new:
        print("This very version is installed already; nothing was changed.")
        return True
    for line in (*found.tells, *found.asks):
        print(harmless(line))
    if found.asks and not force and not agreed("Install it all the same? [y/N] "):
        print("Nothing was changed.")
        return False
    placed = place(found, courses_home())
    _tell_remains(placed.remains)
    print(f"Installed in {placed.folder}. Progress of learners is kept.")
    if found.before:
        print("Where the program is open, close it and open it again.")
    return True


def _tell_remains(remains: Iterable[Path]) -> None:
    for folder in remains:
        print(f"Note: {folder} could not be removed; a program has it open. Install once more,")
        print("when all windows are closed, and it is taken away.")


def agreed(question: str) -> bool:
    """Ask; only a y or yes is one. No answer (a pipe that ends) is a no."""
    print(question, end="", flush=True)
    answer = sys.stdin.readline() if sys.stdin is not None else ""
    if not answer.endswith("\n"):
        print()
    return answer.strip().lower() in ("y", "yes")
