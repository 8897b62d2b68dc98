"""Course folders put into place and taken away in one step each, so that a kill leaves no half.

A course is written whole into a folder that no reader looks into, then renamed. What it replaces
is taken away after that: for a moment both are there, and the reader uses the higher version. A
kill may leave a folder behind whose name starts with a dot; the next call takes it away.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from tutor.errors import ProfileBusy, StoreError
from tutor.store.atomic import BINARY, patiently, sync, sync_folder, write_all
from tutor.store.lock import FolderLock
from tutor.store.places import COURSES_LOCK, make_folder, spare
from tutor.store.problems import not_written

_INCOMING, _OUTGOING = ".incoming-", ".outgoing-"


def put(
    courses: Path,
    name: str,
    files: Mapping[str, bytes],
    *,
    check: Callable[[Path], None],
    instead_of: Iterable[Path] = (),
) -> tuple[Path, tuple[Path, ...]]:
    """Write a course below `courses` and take away what it replaces.

    `name`: of the folder; a number is added where it is taken. `files` by name with forward
    slashes, which whoever calls has made sure of. `check` gets the folder before anybody else sees
    it; what it raises leaves everything as it was. Returns the folder, and what could not be taken
    away, because a program has it open for example. Raises `StoreError`.
    """
    make_folder(courses)
    with _alone(courses):
        _sweep(courses)
        waiting = courses / f"{_INCOMING}{token_hex(4)}"
        try:
            _write(waiting / name, files)
            check(waiting / name)
            target = spare(courses / name)
            patiently(lambda: (waiting / name).rename(target))
            sync_folder(courses)
        except OSError as error:
            raise not_written(courses / name, error) from error
        finally:
            shutil.rmtree(waiting, ignore_errors=True)
        return target, tuple(old for old in instead_of if not _taken_away(courses, old))


def take_away(courses: Path, folders: Iterable[Path]) -> None:
    """Remove course folders below `courses`. Raises `StoreError` when one cannot be."""
    with _alone(courses):
        _sweep(courses)
        for folder in folders:
            if not _taken_away(courses, folder):
                raise StoreError(
                    f"{folder} could not be removed.",
                    "Close other windows of the program and of the file manager, and try again.",
                )


@contextmanager
def _alone(courses: Path) -> Iterator[None]:
    """Nobody else installs or removes a course meanwhile."""
    lock = FolderLock(courses.parent / COURSES_LOCK, "courses folder")
    try:
        lock.take()
    except ProfileBusy as error:
        raise StoreError(
            "Another window is installing or removing a course just now.", "Try again after it."
        ) from error
    try:
        yield
    finally:
        lock.give_back()


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Every file, on the disk before this returns."""
    make_folder(folder)
    for name, data in files.items():
        path = folder.joinpath(*name.split("/"))
        make_folder(path.parent)
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
        try:
            write_all(fd, data)
            sync(fd)
        finally:
            os.close(fd)
    for inner in {folder.joinpath(*name.split("/")).parent for name in files}:
        sync_folder(inner)


def _taken_away(courses: Path, folder: Path) -> bool:
    """Out of sight by one rename, then removed; False when the rename is refused."""
    gone = courses / f"{_OUTGOING}{token_hex(4)}"
    try:
        make_folder(gone)
        patiently(lambda: folder.rename(gone / folder.name))
        sync_folder(courses)
    except (OSError, StoreError):
        with suppress(OSError):
            gone.rmdir()
        return not os.path.lexists(folder)
    shutil.rmtree(gone, ignore_errors=True)
    return True


def _sweep(courses: Path) -> None:
    """Remove what a kill left behind."""
    with suppress(OSError):
        for path in courses.iterdir():
            if path.name.startswith((_INCOMING, _OUTGOING)) and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
