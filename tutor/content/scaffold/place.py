"""Where something new belongs: the course or module around a path."""

from dataclasses import dataclass
from pathlib import Path

from tutor.content.blocks import Parsed, parse_bytes
from tutor.content.diagnostics import Diagnostic
from tutor.content.files import Folder, above
from tutor.content.read import COURSE, MODULE
from tutor.errors import ContentError, UsageError

_LEVELS = 3
"""A file stands at most this many folders below its course.toml."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file of a course as it is now; `data` is None where there is none yet."""

    folder: Folder
    file: str
    data: bytes | None

    @classmethod
    def at(cls, folder: Folder, file: str) -> "Place":
        """Raises ContentError where the file cannot be read, or is not UTF-8."""
        if not folder.has(file):
            return cls(folder, file, None)
        data = folder.read(file)
        if isinstance(data, Diagnostic):
            raise ContentError(f"{folder.name(file)}: {data.message}", data.hint)
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            raise ContentError(
                f"{folder.name(file)} is not saved as UTF-8, so nothing can be added to it.",
                f"Run: tutor check {folder.name(file)}",
            ) from None
        return cls(folder, file, data)

    @property
    def name(self) -> str:
        """As it is shown."""
        return self.folder.name(self.file)

    @property
    def parsed(self) -> Parsed:
        """The blocks of the file; none where it is not there."""
        return parse_bytes(self.data or b"", self.name)


def around(path: Path) -> Folder | None:
    """The course that the path is in."""
    found = above(path, COURSE, _LEVELS)
    return Folder.near(found) if found is not None else None


def course_at(path: Path) -> Folder:
    """The course that the path is in. Raises UsageError where there is none."""
    found = around(path)
    if found is None:
        raise UsageError(
            f"{path.as_posix()} is not in a course: there is no course.toml.",
            "Name the folder of the course with --in, or make one: tutor new course NAME",
        )
    return found


def module_at(path: Path) -> Folder:
    """The module that the path is in, or the only one of a course. Raises UsageError."""
    found = above(path, MODULE, _LEVELS - 1)
    if found is not None:
        return Folder.near(found)
    course = course_at(path)
    modules = [name for name in course.folders() if course.has(f"{name}/{MODULE}")]
    if len(modules) == 1:
        return Folder.near(course.path / modules[0])
    ways = ", ".join(f"--in {course.name(name)}" for name in modules[:_SHOWN])
    raise UsageError(
        f"The course has {len(modules)} modules; say which one.",
        ways or "Make one: tutor new module NAME",
    )


_SHOWN = 8


def objectives_of(module: Folder) -> tuple[str, ...]:
    """The ids of the objectives that the module declares, as far as it can be read."""
    blocks = Place.at(module, MODULE).parsed.blocks
    return next((tuple(one.data) for one in blocks if one.name == "objectives"), ())
