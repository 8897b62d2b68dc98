"""Whole-file writes that a kill, a full disk or a pulled stick cannot tear.

A reader sees the old bytes or the new ones, never a mixture and never nothing.
"""

import errno
import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import TypeVar

from tutor.store.problems import not_written

T = TypeVar("T")

WINDOWS = os.name == "nt"
BINARY = getattr(os, "O_BINARY", 0)
"""Without it Windows writes two bytes for every line end."""

PAUSES = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.4)
"""Seconds between tries, one in all: virus scanners and indexers let go of a file by then."""

_CANNOT_SYNC = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")


def patiently(action: Callable[[], T]) -> T:
    """Run `action`; on Windows try again while another program has the file open."""
    for pause in PAUSES:
        try:
            return action()
        except PermissionError:
            if not WINDOWS:
                raise
            time.sleep(pause)
    return action()


def write_all(fd: int, data: bytes) -> None:
    """Write every byte; `os.write` may take fewer than it is given. Raises `OSError`."""
    rest = memoryview(data)
    while rest:
        written = os.write(fd, rest)
        if written <= 0:
            raise OSError(errno.EIO, "the system wrote nothing")
        rest = rest[written:]


def sync(fd: int) -> None:
    """Have the disk take what was written. File systems that know no fsync are let off."""
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Windows has no such call and needs none."""
    if WINDOWS:
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        sync(fd)
    finally:
        os.close(fd)


def _write_temporary(path: Path, data: bytes, mode: int) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, mode)
    try:
        write_all(fd, data)
        sync(fd)
    finally:
        os.close(fd)


def write_whole(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Replace the contents of `path` (or create it) in one step that survives a kill.

    The folder must exist. `mode`: who may read it, within the umask. Raises `StoreError` when it
    cannot be done; the old contents are then still there and no temporary file stays behind. A kill
    can leave one: `sweep` takes it away.
    """
    temporary = path.with_name(f".{path.name}.{token_hex(4)}.tmp")
    try:
        _write_temporary(temporary, data, mode)
        patiently(lambda: temporary.replace(path))
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise not_written(path, error) from error


def sweep(folder: Path) -> None:
    """Remove temporary files that a kill left behind.

    Only for the window that holds the lock of the folder: such a file is an unfinished copy of
    something that is still whole elsewhere, unless another window is writing it just now.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            if _TEMPORARY.fullmatch(path.name):
                with suppress(OSError):
                    path.unlink()
