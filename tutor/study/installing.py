"""Taking in a course package: what it would replace, what to ask before, and doing it.

Learners' progress is never touched: it hangs on ids, and a course that is gone leaves it as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tutor.content.harmless import listed
from tutor.content.library import Library, Standing, bundled_courses
from tutor.content.package import manifest, names
from tutor.content.package.installed import Installed, installed, same_id, sound
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

    Raises ContentError where a course that is being written there has the same id.
    """
    about = package.manifest
    others = [one for one in same_id(library, about.course) if one.root != courses]
    here = [one for one in same_id(library, about.course) if one.root == courses]
    before = tuple(_installed(one) for one in here)
    return Offer(
        package,
        before,
        (*(f"It replaces {_version(one)}." for one in before), *_tells(others)),
        (*_asks(package, before), *_ask_others(package, others)),
        len(before) == 1 and not before[0].changed and _same(before[0], package),
    )


def _version(one: Installed) -> str:
    return f"version {one.manifest.version}, which is installed"


def _same(one: Installed, package: Package) -> bool:
    mine, theirs = one.manifest, package.manifest
    return (mine.version, mine.digests) == (theirs.version, theirs.digests)


def _installed(standing: Standing) -> Installed:
    found = installed(standing)
    if found is None:
        raise ContentError(
            f"{standing.folder} has the same id and did not come from a package.",
            "It may be a course that somebody writes. Move it out of the courses folder first.",
        )
    return found


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
        if one.changed:
            more = ", ..." if len(one.changed) > _SHOWN else ""
            files = listed(list(one.changed[:_SHOWN]), "and")
            yield f"Changes made by hand to the installed version are lost: {files}{more}."


def _ask_others(package: Package, others: list[Standing]) -> Iterator[str]:
    for one in others:
        if edition(one.head.version) > edition(package.manifest.version):
            yield f"{where(one)} is newer, and would be left aside."


def place(offered: Offer, courses: Path) -> Placed:
    """Install it. Raises ContentError for a course with errors and StoreError where the disk
    refuses; what was there is in use until the new one is in place.
    """
    package = offered.package
    about = package.manifest
    folder, remains = store.put(
        courses,
        f"{about.course}-{about.version}",
        package.files | {names.MANIFEST: manifest.write(about)},
        check=partial(sound, package=package),
        instead_of=[one.standing.folder for one in offered.before],
    )
    return Placed(folder, remains)


def removable(library: Library, course_id: str, courses: Path) -> tuple[Installed, ...]:
    """The installed folders of a course. Raises UsageError where there is nothing to remove."""
    found = same_id(library, course_id)
    here = [one for one in found if one.root == courses]
    if here:
        return tuple(_installed(one) for one in here)
    if found:
        raise UsageError(
            f"The course {course_id} was not installed; it is in {found[0].folder}.",
            "Bundled courses belong to the program, others to whoever put them there.",
        )
    raise UsageError(
        f"There is no course {course_id!r}.", "`tutor courses list` names those that are there."
    )


def remove(courses: Path, found: tuple[Installed, ...]) -> None:
    """Remove the folders; progress stays. Raises StoreError."""
    store.take_away(courses, [one.standing.folder for one in found])
