"""From a course folder to the bytes of a package: the same course, the same bytes.

Nothing in the file depends on the machine, the day or the Python that wrote it: names are sorted,
times and modes are fixed, line ends are LF, and the files are stored, not compressed, since what
deflate makes of the same bytes differs between versions of zlib (CPython for Windows has zlib-ng
since 3.14). A large course is 1 MB that way.
"""

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tutor.content.diagnostics import Diagnostic
from tutor.content.files import Folder
from tutor.content.harmless import harmless, quoted
from tutor.content.package import manifest, names
from tutor.content.package.manifest import Manifest
from tutor.content.package.unpacking import MOST_BYTES, MOST_FILES
from tutor.content.read import Reader
from tutor.errors import ContentError

SUFFIX = ".course"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""
_UNIX = 3
_MODE = stat.S_IFREG | 0o644
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Packed:
    """The bytes of the package, what it is, and the names in the folder that are not in it."""

    data: bytes
    manifest: Manifest
    left_out: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the file is called."""
        return f"{self.manifest.course}-{self.manifest.version}{SUFFIX}"


def pack(folder: Folder, program: str) -> Packed:
    """Pack a course that `check` finds no error in. `program`: the version of this program.

    Raises ContentError for a course that cannot be read, or that a package cannot hold.
    """
    head = Reader(folder).course_head()
    if head is None:
        raise ContentError(
            f"{folder.label} has no course.toml that can be used.",
            f"Run: tutor check {folder.label}",
        )
    if not re.fullmatch(manifest.VERSION_PATTERN, head.value.version):
        message = f"A package cannot have the version {quoted(head.value.version)}."
        raise ContentError(message, 'Write three numbers of up to six digits, as "1.2.0".')
    found = sorted(_walk(folder))
    _small_letters(found)
    files = {name: _bytes(folder, name) for name in found if names.is_course_file(name)}
    _fits(files)
    about = Manifest(
        format=manifest.FORMAT,
        course=head.value.id,
        version=head.value.version,
        title=harmless(head.value.title),
        program=program,
        files=manifest.listed(files),
    )
    left_out = tuple(name for name in found if name not in files and name != names.MANIFEST)
    return Packed(archive(files | {names.MANIFEST: manifest.write(about)}), about, left_out)


def archive(files: dict[str, bytes]) -> bytes:
    """A zip file of these files that is the same everywhere."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as zipped:
        for name in sorted(files):
            zipped.writestr(_entry(name), files[name])
    return out.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX
    entry.external_attr = _MODE << 16
    entry.compress_type = ZIP_STORED
    return entry


def _walk(folder: Folder, below: str = "", depth: int = 1) -> Iterator[str]:
    """Every file, and each folder that cannot hold any of the course, as one name with a slash."""
    for name, is_folder in folder.entries(below):
        path = f"{below}/{name}" if below else name
        if not is_folder:
            yield path
        elif depth < _DEEPEST and not name.startswith("."):
            yield from _walk(folder, path, depth + 1)
        else:
            yield f"{path}/"


def _bytes(folder: Folder, name: str) -> bytes:
    data = folder.read(name)
    if isinstance(data, Diagnostic):
        raise ContentError(f"{data.file}: {data.message}", data.hint)
    return _lines(data)


def _lines(data: bytes) -> bytes:
    """With LF line ends, as the reader sees them: a checkout on Windows gives the same package."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _small_letters(found: list[str]) -> None:
    """Windows reads `Module.toml` as `module.toml`; a package of it would lack the file."""
    for name in found:
        if not names.is_course_file(name) and names.is_course_file(name.lower()):
            message = (
                f"{quoted(name, 200)} has capital letters, which not every system tells apart."
            )
            raise ContentError(message, f"Rename it in small letters: {quoted(name.lower(), 200)}.")


def _fits(files: dict[str, bytes]) -> None:
    """Raises ContentError for what `unpack` would refuse."""
    for name in files:
        if why := names.fault(name):
            parts = PurePosixPath(name)
            hint = f"Rename {quoted(parts.name)} or its folder; `was` keeps the learners' records."
            raise ContentError(f"{quoted(name, 200)} cannot be packed: {why}.", hint)
    size = sum(map(len, files.values()))
    if len(files) >= MOST_FILES or size > MOST_BYTES:
        message = f"The course has {len(files):,} files and {size:,} bytes."
        hint = f"A package holds up to {MOST_FILES - 1:,} files and {MOST_BYTES:,} bytes; split it."
        raise ContentError(message, hint)
