"""Opens the desk that the arguments describe."""

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.errors import UsageError

if TYPE_CHECKING:
    from tutor.content.library import Library
    from tutor.model.settings import Settings
    from tutor.study.desk import Desk
    from tutor.study.frames import HitRow, NotebookFrame


def check_courses(args: argparse.Namespace) -> None:
    """Raise UsageError for a `--courses` folder that is not there."""
    for folder in args.courses or ():
        if not Path(folder).is_dir():
            raise UsageError(
                f"--courses {folder}: there is no such folder.",
                "Give a folder that holds courses, or a course folder itself.",
            )


def course_roots(args: argparse.Namespace) -> Sequence[Path]:
    """Where courses are looked for: bundled, the user's own, then `--courses`, the last wins."""
    from tutor.content.library import bundled_courses
    from tutor.store.places import courses_folder, home

    check_courses(args)
    given = [Path(folder) for folder in args.courses or ()]
    user = courses_folder(home(os.environ))
    bundled = bundled_courses()
    found = [folder for folder in (bundled, user) if folder is not None and folder.is_dir()]
    return [*found, *given]


def open_library(args: argparse.Namespace) -> "Library":
    """The courses, without any learner."""
    from tutor.content.library import Library

    return Library.open(course_roots(args))


def open_desk(
    args: argparse.Namespace, *, name: str | None = None, reading: bool = False
) -> "Desk":
    """The courses and the learner; with `reading` nothing is written and no lock is taken.

    `name`: whom the learner chose on the screen, where no `--profile` says it.
    """
    from tutor.store.places import home
    from tutor.study import desk

    who = args.profile if args.profile is not None else name
    return desk.open_desk(home(os.environ), course_roots(args), who, reading=reading)


def notebook_of(args: argparse.Namespace) -> "NotebookFrame | None":
    """The notes, bookmarks and reports of the learner; None where nobody has studied yet."""
    if args.profile is None and not has_profile():
        return None
    desk = open_desk(args, reading=True)
    try:
        return desk.notebook.frame()
    finally:
        desk.close()


def find(args: argparse.Namespace, words: str) -> "tuple[HitRow, ...]":
    """What a search finds for the learner; where nobody has studied yet, for a new one."""
    from tutor.model.progress import Progress
    from tutor.study.search import Search

    if args.profile is None and not has_profile():
        return Search(open_library(args), Progress).find(words)
    desk = open_desk(args, reading=True)
    try:
        return desk.search.find(words)
    finally:
        desk.close()


@contextmanager
def reading_desk(args: argparse.Namespace) -> "Iterator[Desk]":
    """A desk for looking at what was done. Raises UsageError where nobody has studied yet."""
    if args.profile is None and not has_profile():
        raise UsageError(
            "Nothing has been done yet on this computer.", "Study first, or name a --profile."
        )
    desk = open_desk(args, reading=True)
    try:
        yield desk
    finally:
        desk.close()


def settings_of(args: argparse.Namespace) -> "Settings":
    """What the learner chose, the one used last without a `--profile`; nothing is written.

    The usual settings where there is no profile, or none that can be read.
    """
    from contextlib import suppress
    from datetime import UTC, datetime

    from tutor.errors import StoreError
    from tutor.model.settings import Settings
    from tutor.store.places import home
    from tutor.store.profiles import find_profile, load_profile

    with suppress(StoreError):
        card = find_profile(home(os.environ), args.profile)
        if card is not None:
            loaded = load_profile(card.folder, clock=lambda: datetime.now(UTC), read_only=True)
            return loaded.profile.settings
    return Settings()


def learners() -> tuple[str, ...]:
    """The names of everybody who studied here, the one used last first."""
    from tutor.store.places import home
    from tutor.store.profiles import list_profiles

    return tuple(card.name for card in list_profiles(home(os.environ)))


def has_profile() -> bool:
    """Whether anybody has studied here before."""
    from tutor.store.places import home
    from tutor.store.profiles import find_profile

    return find_profile(home(os.environ), None) is not None
