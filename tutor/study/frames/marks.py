"""Notes, bookmarks and reports as rows, and where each leads."""

from dataclasses import dataclass
from datetime import datetime

from tutor.model.marks import About, Problem, Side


@dataclass(frozen=True, slots=True)
class Where:
    """A place that can be opened. `part`: one that the desk opens, or `module` for its screen."""

    module: str
    part: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note. `title`: what it is about; `place`: the module; `where` None: it is gone."""

    id: str
    about: About
    title: str
    place: str
    text: str
    side: Side
    at: datetime
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class BookmarkRow:
    """A bookmark. `key` names it; the rest is as in a note."""

    key: str
    about: About
    title: str
    place: str
    at: datetime
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report, with what the author needs to find the text that it is about.

    `meaning` and `wording` are the fingerprint of what was seen.
    """

    id: str
    about: About
    module: str
    ref: str
    title: str
    place: str
    problem: Problem
    text: str
    course_version: str
    meaning: str
    wording: str
    at: datetime
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class HitRow:
    """Something that a search found. `kind`: page, question, term or source."""

    kind: str
    title: str
    place: str
    excerpt: str
    where: Where


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A term or a source in the list of its course. `where` opens its card."""

    course: str
    title: str
    note: str
    where: Where


@dataclass(frozen=True, slots=True)
class NotebookFrame:
    """All notes, bookmarks and reports, the newest first."""

    learner: str
    notes: tuple[NoteRow, ...]
    bookmarks: tuple[BookmarkRow, ...]
    reports: tuple[ReportRow, ...]
