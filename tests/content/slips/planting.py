"""Plants slips in the files of a course and judges what the checker says.

Everything else of the course is read once; a planted file is put over its original in memory.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from tests.content.slips.meaning import MEANING
from tests.content.slips.slip import Line, Slip, line_of
from tests.content.slips.spelling import SPELLING
from tutor.content.blocks import parse_bytes
from tutor.content.diagnostics import Diagnostic
from tutor.content.files import Folder
from tutor.content.gather import manifests, opened
from tutor.content.library import bundled_courses, course_folders
from tutor.content.read import File, Reader
from tutor.content.rules.table import CRAFT, TABLE
from tutor.content.view import CourseView

SLIPS = (*SPELLING, *MEANING)
LINES = tuple(line for line in TABLE if line not in CRAFT)
"""The rules that can find a slip; those about the craft of writing look at something else."""

SHARED = ("course.toml", "sources.toml", "glossary.toml")


class Fate(StrEnum):
    """What became of a slip."""

    NAMED = "named"
    """Found under a code of its kind, where it stands."""
    OTHERWISE = "found otherwise"
    """Found under another code, or elsewhere in the file."""
    HARMLESS = "no change"
    """Nothing was found, and the file says what it said before."""
    SILENT = "silent"
    """Nothing was found, and the file says something else."""


@dataclass(frozen=True, slots=True)
class Over(Folder):
    """A course folder with one file of it replaced."""

    file: str = ""
    data: bytes = b""

    def read(self, relative: str) -> bytes | Diagnostic:
        """The planted file, or what lies on the disk."""
        return self.data if relative == self.file else Folder.read(self, relative)


@dataclass
class Bench:
    """One course, and the clean state of what a planted file is held against."""

    folder: Folder
    files: dict[str, File] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def over(cls, folder: Folder) -> "Bench":
        """Read the course once."""
        bench = cls(folder)
        reader = Reader(folder)
        for module in manifests(reader).modules:
            opened(reader, module)
        bench.files = dict(reader.files)
        for path in sorted(folder.path.rglob("*.toml")):
            bench.texts[path.relative_to(folder.path).as_posix()] = path.read_text("utf-8")
        assert not reader.diagnostics, "a bundled course is sound"
        return bench

    def findings(self, file: str, text: str) -> list[Diagnostic]:
        """What the checker says about this file of the course, were this its text."""
        folder = Over(self.folder.path, self.folder.label, file, text.encode())
        name = folder.name(file)
        others = {other: read for other, read in self.files.items() if other != name}
        reader = Reader(folder, files=others)
        view = self._view(reader, file)
        rules = (one for line in LINES for one in line.check(view))
        return [one for one in (*reader.diagnostics, *rules) if one.file == name]

    def _view(self, reader: Reader, file: str) -> CourseView:
        """The course with the module of the file, or without modules for a shared file."""
        course = manifests(reader)
        module = file.split("/")[0]
        parts = tuple(opened(reader, one) for one in course.modules if one.id == module)
        return replace(course, modules=parts)

    def judge(self, slip: Slip, file: str, site: Line) -> Fate:
        """Plant one slip and look at it."""
        text = self.texts[file]
        planted = slip.plant(text, site)
        line = line_of(text, site.start())
        if _named(slip, line, parse_bytes(planted.encode(), file).diagnostics):
            return Fate.NAMED
        found = self.findings(file, planted)
        if not found:
            return Fate.HARMLESS if data_of(text) == data_of(planted) else Fate.SILENT
        return Fate.NAMED if _named(slip, line, found) else Fate.OTHERWISE


def _named(slip: Slip, line: int, found: Iterable[Diagnostic]) -> bool:
    return any(
        one.code in slip.codes and (not slip.near or abs(one.line - line) <= 1) for one in found
    )


def data_of(text: str) -> list[tuple[str, str]]:
    """What every block of a file says."""
    return [(block.name, repr(block.data)) for block in parse_bytes(text.encode(), "x").blocks]


def modules(bench: Bench) -> dict[str, list[str]]:
    """The files of each module, and those that all share under the name of the course."""
    found: dict[str, list[str]] = {}
    for file in bench.texts:
        name = bench.folder.path.name if file in SHARED else file.split("/")[0]
        found.setdefault(name, []).append(file)
    return found


@cache
def benches() -> tuple[Bench, ...]:
    """One for each bundled course."""
    return tuple(Bench.over(folder) for folder in course_folders(bundled_courses()))


def sites(bench: Bench, slip: Slip, files: Iterable[str]) -> Iterator[tuple[str, Line]]:
    """Where a slip can happen in these files."""
    for file in files:
        if slip.files in file:
            for site in slip.sites(bench.texts[file]):
                yield file, site


__all__ = ["SLIPS", "Bench", "Fate", "benches", "data_of", "modules", "sites"]
