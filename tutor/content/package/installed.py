"""Courses in a folder that came from a package: the manifest lies beside course.toml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.files import Folder
from tutor.content.gather import everything
from tutor.content.library import Library, Standing
from tutor.content.package import manifest, names
from tutor.content.package.manifest import Manifest
from tutor.content.package.unpacking import Package
from tutor.content.read import Reader
from tutor.content.rules.table import findings
from tutor.errors import ContentError


@dataclass(frozen=True, slots=True)
class Installed:
    """A course folder with the manifest of the package that it came from."""

    folder: Path
    manifest: Manifest


def folder_name(about: Manifest) -> str:
    """What the folder of an installed course is called, but for a number where that is taken."""
    return f"{about.course}-{about.version}"


def installed(path: Path) -> Installed | None:
    """None for a course that did not come from a package, or is somebody's own by now.

    A copy of an installed course has its manifest too: what has another name or another id is
    being written by somebody and is neither replaced nor removed.
    """
    folder = Folder.at(path)
    raw = folder.read(names.MANIFEST) if folder.has(names.MANIFEST) else b""
    if isinstance(raw, Diagnostic) or not raw:
        return None
    try:
        about = manifest.read(raw)
    except ContentError:
        return None
    named = re.fullmatch(rf"{re.escape(folder_name(about))}(-[0-9]+)?", path.name)
    head = Reader(folder).course_head()
    other = head is not None and head.value.id != about.course
    return None if other or not named else Installed(path, about)


def installed_in(courses: Path) -> tuple[Installed, ...]:
    """Every course in a folder that came from a package, also one that cannot be read any more."""
    found = (installed(courses / name) for name in Folder.at(courses).folders() if name[0] != ".")
    return tuple(one for one in found if one is not None)


def changed(one: Installed) -> tuple[str, ...]:
    """The files that are not as they were installed."""
    return tuple(_changed(Folder.at(one.folder), one.manifest))


def _changed(folder: Folder, about: Manifest) -> Iterator[str]:
    for one in about.files:
        data = folder.read(one.name) if not names.fault(one.name) else b""
        if isinstance(data, Diagnostic) or sha256(data).hexdigest() != one.sha256:
            yield one.name


def sound(path: Path, package: Package) -> None:
    """Raises ContentError unless the folder can be read without an error as what it says it is."""
    about = package.manifest
    reader = Reader(Folder(path, about.course))
    view = everything(reader)
    found = (*reader.diagnostics, *findings(view, blocking=True))
    errors = sorted(one for one in found if one.severity is Severity.ERROR)
    if errors:
        more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
        first = f"{errors[0].file}: {errors[0].message}"
        hint = "Ask its author to mend it: `tutor pack` packs no course with errors."
        raise ContentError(f"The course has errors and is not installed. {first}{more}", hint)
    head = view.head.value if view.head else None
    if head is None or (head.id, head.version) != (about.course, about.version):
        message = "The manifest.json of this package names another course or version."
        raise ContentError(message, "Ask its author to pack it again with `tutor pack`.")


def same_id(library: Library, course_id: str) -> tuple[Standing, ...]:
    """Every course with this id, the one in use first."""
    return tuple(one for one in library.standing if one.head.id == course_id)
