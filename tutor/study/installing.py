"""Taking in a course package: what it would replace, what to ask before, and doing it.

Learners' progress is never touched: it hangs on ids, and a course that is gone leaves it as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tutor.content.harmless import listed
from tutor.content.library import Library, Standing, bundled_courses
from tutor.content.package import manifest
from tutor.content.package.installed import (
    Installed,
    changed,
    folder_name,
    installed_in,
    same_id,
    sound,
)
from tutor.content.package.names import MANIFEST
from tutor.content.package.unpacking import Package
from tutor.errors import ContentError, UsageError
from tutor.model.course import edition
from tutor.store import installed as store

_SHOWN = 4
"""Changed files that a question names."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A package against what is there.

    `tells`: what will be different afterwards. `asks`: what a person has to agree to first.
    `nothing_new`: this very content is installed.
    """

    package: Package
    before: tuple[Installed, ...]
    tells: tuple[str, ...]
    asks: tuple[str, ...]
    nothing_new: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a course is now, and the folders that could not be taken away."""

    folder: Path
    remains: tuple[Path, ...]


def offer(package: Package, library: Library, courses: Path) -> Offer:
    """What installing the package into the folder `courses` would do.

    Raises ContentError where a course that somebody writes there has the same id.
    """
    course_id = package.manifest.course
    before = tuple(one for one in installed_in(courses) if one.manifest.course == course_id)
    _refuse_own(library, course_id, courses, before)
    others = [one for one in same_id(library, course_id) if one.root != courses]
    return Offer(
        package,
        before,
        (*(f"It replaces {_version(one)}." for one in before), *_tells(others)),
        (*_asks(package, before), *_ask_others(package, others)),
        len(before) == 1 and not changed(before[0]) and _same(before[0], package),
    )


def _refuse_own(
    library: Library, course_id: str, courses: Path, before: tuple[Installed, ...]
) -> None:
    """Raises ContentError for a folder of the id that is none of the installed ones."""
    ours = [one.folder for one in before]
    for one in same_id(library, course_id):
        if one.root == courses and one.folder not in ours:
            raise ContentError(
                f"{one.folder} has the same id and did not come from a package.",
                "It may be a course that somebody writes. Move it out of the courses folder first.",
            )


def _version(one: Installed) -> str:
    return f"version {one.manifest.version}, which is installed"


def _same(one: Installed, package: Package) -> bool:
    mine, theirs = one.manifest, package.manifest
    return (mine.version, mine.digests) == (theirs.version, theirs.digests)


def _tells(others: list[Standing]) -> Iterator[str]:
    for one in others:
        yield f"{where(one)} is left aside while this one is installed."


def where(one: Standing) -> str:
    """A course by its version and where it lies, to begin a sentence with."""
    if one.root == bundled_courses():
        return f"The bundled version {one.head.version}"
    return f"Version {one.head.version} in {one.folder}"


def _asks(package: Package, before: tuple[Installed, ...]) -> Iterator[str]:
    about = package.manifest
    for one in before:
        if edition(one.manifest.version) > edition(about.version):
            yield f"Version {one.manifest.version}, which is installed, is newer."
        elif one.manifest.version == about.version and not _same(one, package):
            yield f"Version {about.version} is installed with another content."
        if files := list(changed(one)):
            more = ", ..." if len(files) > _SHOWN else ""
            names = listed(files[:_SHOWN], "and")
            yield f"Changes made by hand to the installed version are lost: {names}{more}."


def _ask_others(package: Package, others: list[Standing]) -> Iterator[str]:
    for one in others:
        if edition(one.head.version) > edition(package.manifest.version):
            yield f"{where(one)} is newer, and would be left aside."


def place(offered: Offer, courses: Path) -> Placed:
    """Install it; what was there is in use until the new one is in place.

    Raises ContentError for a course with errors and StoreError where the disk refuses.
    """
    package = offered.package
    folder, remains = store.put(
        courses,
        folder_name(package.manifest),
        package.files | {MANIFEST: manifest.write(package.manifest)},
        check=partial(sound, package=package),
        instead_of=[one.folder for one in offered.before],
    )
    return Placed(folder, remains)


def removable(library: Library, course_id: str, courses: Path) -> tuple[Installed, ...]:
    """The installed folders of a course.

    Raises UsageError where there is none, ContentError where somebody writes one of this id.
    """
    found = tuple(one for one in installed_in(courses) if one.manifest.course == course_id)
    _refuse_own(library, course_id, courses, found)
    others = same_id(library, course_id)
    if others and not found:
        raise UsageError(
            f"The course {course_id} was not installed; it is in {others[0].folder}.",
            "Bundled courses belong to the program, others to whoever put them there.",
        )
    if not found:
        raise UsageError(
            f"There is no course {course_id!r}.", "`tutor courses list` names those that are there."
        )
    return found


def remove(courses: Path, found: tuple[Installed, ...]) -> None:
    """Remove the folders; progress stays. Raises StoreError."""
    store.take_away(courses, [one.folder for one in found])
