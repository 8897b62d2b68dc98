"""Files of a course folder, read with care: other people wrote them, and where they lead.

Only regular files inside the folder are read, never through a link, never more than 1 MiB, never
something that could block. What cannot be read becomes a diagnostic.
"""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from tutor.content.decode import MAX_BYTES
from tutor.content.diagnostics import Diagnostic, Rule, Severity

MAX_ENTRIES = 2_000
"""Most entries of one folder that are looked at."""

UNREADABLE = Rule(
    "F901",
    Severity.ERROR,
    "A file cannot be read",
    "The system refused to open the file. Look at its permissions, and whether the disk or the "
    "USB stick is still there. Everything in the file is left out until it can be read.",
)
LEAVES = Rule(
    "F902",
    Severity.ERROR,
    "A link, or a path that leaves the course folder",
    "A course is plain files in its own folder. Links (symbolic links, junctions) are not "
    "followed, because a course from somebody else could reach your own files through them. "
    "Copy the file into the course folder.",
)
NOT_A_FILE = Rule(
    "F903",
    Severity.ERROR,
    "A folder or a device in place of a file",
    "A text file is expected here, and something else has its name: a folder, a pipe or a "
    "device. Rename it, or take it out of the course folder.",
)
RULES = (UNREADABLE, LEAVES, NOT_A_FILE)

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Folder:
    """A course folder. `label` is how its path is shown before the names of its files."""

    path: Path
    label: str

    @classmethod
    def at(cls, path: Path) -> "Folder":
        """The label is the path as given, with forward slashes."""
        return cls(path, path.as_posix())

    @classmethod
    def near(cls, path: Path) -> "Folder":
        """Named as seen from the current folder where it lies below, else by its whole path."""
        whole, here = path.absolute(), Path.cwd()
        return cls.at(whole.relative_to(here) if whole.is_relative_to(here) else whole)

    def name(self, relative: str) -> str:
        """A file of the folder as it is shown in findings."""
        if not relative or self.label == ".":
            return relative or self.label
        return f"{self.label.rstrip('/')}/{relative}"

    def has(self, relative: str) -> bool:
        """True when something of that name is there, readable or not."""
        return os.path.lexists(self.path / relative)

    def read(self, relative: str) -> bytes | Diagnostic:
        """The bytes of a file, or why they cannot be had. `relative` uses forward slashes."""
        try:
            path = self._place(relative)
            if path is None:
                return _finding(LEAVES, self.name(relative), "it is a link or leaves the folder")
            return self._read_regular(path, relative)
        except OSError as error:
            return self._refused(relative, error)

    def stamp(self, relative: str) -> tuple[int, int, int] | None:
        """Time of the last change in nanoseconds, size, number of the file; None without one."""
        try:
            status = (self.path / relative).lstat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino

    def folders(self, relative: str = "") -> tuple[str, ...]:
        """Names of the folders in a folder, sorted; empty when it cannot be read."""
        return tuple(name for name, is_folder in self.entries(relative) if is_folder)

    def toml_files(self, relative: str = "") -> tuple[str, ...]:
        """Names that end in `.toml` in a folder, sorted; empty when it cannot be read."""
        return tuple(
            name
            for name, is_folder in self.entries(relative)
            if not is_folder and name.endswith(".toml")
        )

    def entries(self, relative: str = "") -> list[tuple[str, bool]]:
        """What is in a folder, sorted, each name with True for a folder; empty when unreadable."""
        try:
            path = self._place(relative)
            if path is None:
                return []
            with os.scandir(path) as entries:
                seen = [entry for entry, _ in zip(entries, range(MAX_ENTRIES), strict=False)]
            return sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in seen)
        except OSError:
            return []

    def _place(self, relative: str) -> Path | None:
        """The real path; None for a link, junction, `..`, device name or anything outside."""
        parts = relative.split("/") if relative else []
        root = Path(os.path.realpath(self.path))
        expected = root.joinpath(*parts)
        if not expected.is_relative_to(root) or any(part in ("", ".", "..") for part in parts):
            return None
        real = os.path.realpath(expected)
        return expected if os.path.normcase(real) == os.path.normcase(expected) else None

    def _read_regular(self, path: Path, relative: str) -> bytes | Diagnostic:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            return _finding(LEAVES, self.name(relative), "it is a link")
        if not stat.S_ISREG(mode):
            return _finding(NOT_A_FILE, self.name(relative), "it is a folder, a pipe or a device")
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return _finding(NOT_A_FILE, self.name(relative), "it is not a regular file")
            if status.st_size > MAX_BYTES:
                return _too_large(self.name(relative), status.st_size)
            data = file.read(MAX_BYTES + 1)
        return data if len(data) <= MAX_BYTES else _too_large(self.name(relative), len(data))

    def _refused(self, relative: str, error: OSError) -> Diagnostic:
        why = {
            errno.EACCES: "permission was denied",
            errno.EPERM: "permission was denied",
            errno.ELOOP: "it is a link",
            errno.ENOENT: "it is not there",
            errno.ENOTDIR: "a part of its path is no folder",
            errno.ENAMETOOLONG: "its name is too long",
        }.get(error.errno or 0, f"the system says: {error.strerror or 'unknown error'}")
        return _finding(UNREADABLE, self.name(relative), why)


def above(path: Path, name: str, levels: int) -> Path | None:
    """The nearest folder with a file of that name: the path itself, or up to `levels` - 1 above."""
    here = path.absolute()
    for candidate in (here, *here.parents[: levels - 1]):
        if (candidate / name).is_file():
            return candidate
    return None


def _finding(rule: Rule, file: str, why: str) -> Diagnostic:
    hint = {
        UNREADABLE.code: "Look at its permissions and whether the disk is still there.",
        LEAVES.code: "Copy the file itself into the course folder.",
        NOT_A_FILE.code: "Rename it, and put a text file here.",
    }[rule.code]
    message = f"This file cannot be read: {why}."
    return Diagnostic(rule.code, rule.severity, file, None, message, hint)


def _too_large(file: str, size: int) -> Diagnostic:
    """The finding of `decode` for a file that is too large, without reading all of it first."""
    message = f"The file has {size:,} bytes; up to {MAX_BYTES:,} (1 MiB) can be read."
    hint = "Split the content into several modules."
    return Diagnostic("T020", Severity.ERROR, file, None, message, hint)
