"""One window writes. The lock belongs to the operating system, so a kill frees it."""

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from tutor.errors import ProfileBusy
from tutor.store.places import LOCK
from tutor.store.problems import not_written


class FolderLock:
    """The right to write in one folder. The file stays; only the lock on it counts."""

    def __init__(self, path: Path, noun: str) -> None:
        """`path`: the lock file. `noun`: what the folder holds, in a sentence."""
        self._path = path
        self._noun = noun
        self._lock: FileLock | None = None
        self._inode = (0, 0)

    @property
    def held(self) -> bool:
        """True while this object has the lock, as far as it knows without asking the disk."""
        return self._lock is not None

    def take(self) -> None:
        """Take the lock, or make sure that it is still the one at this place.

        A stick that was pulled and put back is a new file system: the old lock guards nothing
        any more, so it is taken again. Raises `ProfileBusy` when another window holds it and
        `StoreError` when no lock can be made here (read-only, gone).
        """
        if self._lock is not None and self._inode == self._found():
            return
        self.give_back()
        # thread_local: the worker that writes is not the thread that opened.
        lock = FileLock(self._path, timeout=0, thread_local=False, mode=0o600)
        try:
            # A lock in a folder made anew would hide that the real one is gone.
            self._path.parent.stat()
            lock.acquire()
        except Timeout as error:
            raise ProfileBusy(
                f"This {self._noun} is open in another window.",
                "Close the other window, or go on here without saving.",
            ) from error
        except OSError as error:
            raise not_written(self._path, error) from error
        self._lock, self._inode = lock, self._found()

    def give_back(self) -> None:
        """Let the next window write. Does nothing when the lock is not held."""
        if self._lock is not None:
            with suppress(OSError):
                self._lock.release(force=True)
            self._lock = None

    def _found(self) -> tuple[int, int]:
        """Device and inode of the lock file as it lies there now; (0, -1) when it does not."""
        try:
            status = self._path.stat()
        except OSError:
            return 0, -1
        return status.st_dev, status.st_ino


class ProfileLock(FolderLock):
    """The right to write in one learner's folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / LOCK, "profile")
