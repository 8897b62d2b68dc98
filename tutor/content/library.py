"""The courses on this computer: manifests first, a module when it is opened, then from memory.

A broken block is left out and named in `diagnostics`; the rest of the course runs. Only a course
or module that was asked for and cannot be had is an error.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.files import Folder
from tutor.content.gather import alone, manifests, opened
from tutor.content.harmless import quoted
from tutor.content.read import COURSE, QUESTIONS, Reader
from tutor.content.rules.table import findings
from tutor.content.suggest import did_you_mean
from tutor.content.usable import Withheld, course_of, module_of, withheld
from tutor.content.view import CourseView, ModuleView
from tutor.engine.renames import Renames, former_modules, renames_of
from tutor.errors import ContentError
from tutor.model.course import CourseHead, edition
from tutor.model.library import Course, Module

NO_FOLDER = Rule(
    "F905",
    Severity.WARNING,
    "No course folder here",
    "A folder of courses was named that does not exist, or that holds no folder with a "
    "course.toml.",
)
SAME_ID = Rule(
    "F906",
    Severity.NOTE,
    "Two courses with the same id",
    "The one found later is used: a course of your own folder replaces a bundled one, and one "
    "given with --courses replaces both. In one folder of courses the higher version is used. "
    "Give your copy an id of its own to keep them side by side.",
)
RULES = (NO_FOLDER, SAME_ID)


def bundled_courses() -> Path:
    """The courses that ship with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_courses"
    return inside if inside.is_dir() else package.parent / "courses"


def course_folders(root: Path) -> tuple[Folder, ...]:
    """The root itself when it is a course, else every folder in it with a course.toml, sorted."""
    folder = Folder.at(root)
    if folder.has(COURSE):
        return (folder,)
    return tuple(
        Folder(root / name, folder.name(name))
        for name in folder.folders()
        if folder.has(f"{name}/{COURSE}")
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """A course that was found below `root`; of several with one id one is in use."""

    root: Path
    folder: Path
    head: CourseHead
    in_use: bool


@dataclass(slots=True)
class _Entry:
    """A course that was found, with what has been read of it so far."""

    root: Path
    reader: Reader
    view: CourseView
    head: CourseHead
    found: list[Diagnostic] = field(default_factory=list)
    modules: dict[str, Module] = field(default_factory=dict)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return tuple(dict.fromkeys(sorted((*self.reader.diagnostics, *self.found))))

    @property
    def withheld(self) -> Withheld:
        return withheld(self.diagnostics)


class Library:
    """Courses by id. Safe to use from several threads."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}
        self._aside: list[_Entry] = []
        self._found: list[Diagnostic] = []
        self._lock = RLock()

    @classmethod
    def open(cls, roots: Iterable[Path]) -> "Library":
        """Read the manifests below each root.

        Where two courses share an id, later roots win, and in one root the higher version.
        """
        library = cls()
        for root in roots:
            library._add_root(root)
        return library

    @property
    def courses(self) -> tuple[Course, ...]:
        """Every course that can be used, by its own `order`, equal ones as they were found."""
        with self._lock:
            entries = sorted(self._entries.values(), key=lambda entry: entry.head.order)
            return tuple(_course(entry) for entry in entries)

    @property
    def standing(self) -> tuple[Standing, ...]:
        """Every course that was found, by id; those that another one replaces come last."""
        with self._lock:
            pairs = [(one, True) for one in self._entries.values()]
            pairs += [(one, False) for one in self._aside]
            found = [
                Standing(one.root, one.reader.folder.path, one.head, used) for one, used in pairs
            ]
            return tuple(sorted(found, key=lambda one: one.head.id))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What has been found so far; opening a module may add to it."""
        with self._lock:
            parts = [entry.diagnostics for entry in self._entries.values()]
            return tuple(sorted((*self._found, *(one for part in parts for one in part))))

    def course(self, course_id: str) -> Course:
        """Raises ContentError for an id that no usable course has."""
        with self._lock:
            return _course(self._entry(course_id))

    def module(self, ref: str) -> Module:
        """Read a module once. `ref` is `course-id/module-id`; raises ContentError without one."""
        with self._lock:
            course_id, _, module_id = ref.partition("/")
            entry = self._entry(course_id)
            if module_id not in entry.modules:
                entry.modules[module_id] = _read_module(entry, ref, module_id)
            return entry.modules[module_id]

    def renames(self) -> Renames:
        """What was renamed in any course. Only modules with a file that says `was` are read."""
        with self._lock:
            heads = [(course.head, course.modules) for course in self.courses]
            read = []
            for entry in self._entries.values():
                for module in entry.view.modules:
                    if module.head is not None and _says_was(entry.reader.folder, module):
                        with suppress(ContentError):
                            read.append(self.module(f"{entry.head.id}/{module.id}"))
            return renames_of(former_modules(heads), read)

    def _entry(self, course_id: str) -> _Entry:
        if course_id in self._entries:
            return self._entries[course_id]
        hint = did_you_mean(course_id, self._entries)
        hint = hint or "Look at the list of courses, or name their folder with --courses."
        raise ContentError(f"There is no course {quoted(course_id)} that can be used.", hint)

    def _add_root(self, root: Path) -> None:
        folders = course_folders(root)
        if not folders:
            message = f"There is no course in {quoted(root.as_posix(), 200)}."
            hint = "Name a folder that holds a course.toml, or the folder above it."
            self._note(NO_FOLDER, Folder.at(root).label, message, hint)
        for folder in folders:
            self._add_course(root, folder)

    def _add_course(self, root: Path, folder: Folder) -> None:
        reader = Reader(folder)
        view = manifests(reader)
        if view.head is None:
            self._found.extend(reader.diagnostics)
            return
        entry = _Entry(root, reader, view, view.head.value)
        if self._replaced(entry):
            return
        entry.found.extend(findings(view, blocking=True))
        self._entries[entry.head.id] = entry

    def _replaced(self, entry: _Entry) -> bool:
        """True when a course of the same id goes before; otherwise that one is left aside."""
        before = self._entries.get(entry.head.id)
        if before is None:
            return False
        higher = edition(before.head.version) > edition(entry.head.version)
        kept, aside = (before, entry) if higher and before.root == entry.root else (entry, before)
        del self._entries[entry.head.id]
        self._entries[entry.head.id] = kept
        self._aside.append(aside)
        message = (
            f"The course {quoted(entry.head.id)} is used from here; "
            f"{quoted(aside.reader.folder.label, 120)} has the same id and is left aside."
        )
        file = kept.reader.folder.name(COURSE)
        self._note(SAME_ID, file, message, "Change the id to keep both.")
        return kept is before

    def _note(self, rule: Rule, file: str, message: str, hint: str) -> None:
        self._found.append(Diagnostic(rule.code, rule.severity, file, None, message, hint))


def _course(entry: _Entry) -> Course:
    return course_of(entry.head, entry.view, entry.withheld)


_WAS = re.compile(rb"^[ \t]*was[ \t]*=", re.MULTILINE)


def _says_was(folder: Folder, module: ModuleView) -> bool:
    """Whether a question, lesson, page, scenario or node of the module had another id."""
    head = module.head.value if module.head else None
    lessons = [f"{module.id}/lessons/{name}.toml" for name in (head.lessons if head else ())]
    played = [f"{module.id}/scenarios/{name}.toml" for name in (head.scenarios if head else ())]
    found = map(folder.read, (f"{module.id}/{QUESTIONS}", *lessons, *played))
    return any(isinstance(data, bytes) and _WAS.search(data) for data in found)


def _read_module(entry: _Entry, ref: str, module_id: str) -> Module:
    if not entry.reader.folder.has(COURSE):
        raise ContentError(
            f"The folder of the course {quoted(entry.head.id)} is gone.",
            "Where it was updated or removed meanwhile, open the program again.",
        )
    view = next((one for one in entry.view.modules if one.id == module_id), None)
    if view is None:
        names = [one.id for one in entry.view.modules]
        hint = did_you_mean(module_id, names) or "Look at the list of modules of this course."
        raise ContentError(f"The course has no module {quoted(module_id)}.", hint)
    if view.head is None:
        message = f"The module {quoted(module_id)} cannot be used: its module.toml has errors."
        raise ContentError(message, f"Run: tutor check {entry.reader.folder.name(module_id)}")
    whole = opened(entry.reader, view)
    entry.found.extend(findings(alone(entry.view, whole), blocking=True))
    return module_of(ref, view.head.value, whole, entry.withheld)
