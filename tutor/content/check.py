"""`check`: everything that can be found in courses, modules or files, in one pass.

References need the whole course, so a path inside one is checked with it and the findings of
other files are left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tutor.content import ids
from tutor.content.diagnostics import Diagnostic
from tutor.content.files import Folder, above
from tutor.content.gather import everything
from tutor.content.harmless import quoted
from tutor.content.library import NO_FOLDER, course_folders
from tutor.content.orphan import view_of
from tutor.content.read import COURSE, Reader
from tutor.content.release import Changes, Release, changes
from tutor.content.rules.table import findings
from tutor.content.rules.unwritten import finished
from tutor.content.silence import heard
from tutor.content.view import CourseView
from tutor.model.course import CourseHead

_LEVELS = 3
"""A file stands at most this many folders below its course.toml."""


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order of files and lines, and how much was read to make them."""

    diagnostics: tuple[Diagnostic, ...]
    files: int
    blocks: int
    releases: tuple[Release, ...] = ()
    """Of the courses that are about to be released and could be read whole."""


@dataclass(frozen=True, slots=True)
class _Target:
    """A course, or a file without one (`orphan`), and the part of it that was asked for."""

    folder: Folder
    part: str = ""
    orphan: bool = False


def check(paths: Iterable[Path], today: date | None = None, *, release: bool = False) -> Report:
    """Check courses folders, courses, modules or single files; never raises for what is in them.

    A folder that belongs to no course is checked file by file. Without `today`, rules about dates
    say nothing. `release`: also hold each course against its `ids.lock`.
    """
    found: set[Diagnostic] = set()
    targets: dict[tuple[Folder, bool], list[str]] = {}
    for path in paths:
        inside = _targets(path)
        if not inside:
            found.add(_nothing(path))
        for target in inside:
            key = (target.folder, target.orphan)
            targets.setdefault(key, []).append(target.part)
    reports = []
    for (folder, orphan), parts in targets.items():
        if orphan:
            reports.append(_check_orphans(folder, parts, today))
        else:
            reports.append(_check_course(folder, parts, today, release))
    found.update(one for report in reports for one in report.diagnostics)
    return Report(
        _once(found),
        sum(report.files for report in reports),
        sum(report.blocks for report in reports),
        tuple(one for report in reports for one in report.releases),
    )


def _once(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted; a slip in the defaults of a file is told once, not for each of its questions."""
    kept: dict[object, Diagnostic] = {}
    for one in sorted(found):
        kept.setdefault((one.file, one.span, one.code, one.message), one)
    return tuple(kept.values())


def _targets(path: Path) -> list[_Target]:
    is_file = not path.is_dir()
    course = above(path.parent if is_file else path, COURSE, _LEVELS)
    if course is not None:
        part = path.absolute().relative_to(course.absolute()).as_posix()
        return [_Target(Folder.near(course), "" if part == "." else part)]
    if not is_file:
        return [_Target(Folder.near(folder.path)) for folder in course_folders(path)] or _loose(
            path
        )
    if not path.exists():
        return []
    return [_Target(Folder.near(path.parent), path.name, orphan=True)]


def _loose(path: Path) -> list[_Target]:
    folder = Folder.near(path)
    return [_Target(folder, name, orphan=True) for name in folder.toml_files()]


def _check_course(folder: Folder, parts: list[str], today: date | None, release: bool) -> Report:
    reader = Reader(folder)
    wanted = tuple(folder.name(part) for part in parts if part)
    asked = () if "" in parts else wanted
    view = replace(
        everything(reader), today=today, asked=asked, lock=reader.lock(), release=release
    )
    found = tuple(finished(heard((*reader.diagnostics, *findings(view)), reader.files.values())))
    names = [name for name in reader.files if _in(name, wanted) or "" in parts]
    return Report(
        tuple(one for one in found if "" in parts or _in(one.file, wanted)),
        len(names),
        sum(len(reader.files[name].blocks) for name in names),
        (_release(view, view.head.value),) if release and view.head and ids.whole(view) else (),
    )


def _release(view: CourseView, head: CourseHead) -> Release:
    found = changes(view.lock, ids.named(view)) if view.lock else Changes()
    return Release(head.id, head.version, view.lock.version if view.lock else None, found)


def _check_orphans(folder: Folder, names: list[str], today: date | None) -> Report:
    reader = Reader(folder)
    found: list[Diagnostic] = []
    for name in dict.fromkeys(names):
        found.extend(findings(replace(view_of(reader, name), today=today)))
    files = reader.files
    diagnostics = tuple(finished(heard((*reader.diagnostics, *found), files.values())))
    return Report(diagnostics, len(files), sum(len(file.blocks) for file in files.values()))


def _in(file: str, wanted: tuple[str, ...]) -> bool:
    return any(file == part or file.startswith(f"{part}/") for part in wanted)


def _nothing(path: Path) -> Diagnostic:
    message = f"There is no course and no course file at {quoted(path.as_posix(), 200)}."
    hint = "Name a courses folder, a course, a module or a .toml file of a course."
    return Diagnostic(NO_FOLDER.code, NO_FOLDER.severity, path.as_posix(), None, message, hint)
