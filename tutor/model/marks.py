"""What a learner writes beside a course: notes, bookmarks, reports about what seems wrong in it.

They are events like everything else, so that the union of two journals keeps both sides. Each
carries the title of what it is about, so that it can be read when the course has changed.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from tutor.model.base import Frozen
from tutor.model.library import Fingerprint

LONGEST_NOTE = 4_000
"""Characters of a note or of the line in a report."""

OWN_LINES = 3
"""Lines of their own that a learner adds to an after-action review."""


class About(StrEnum):
    """What a mark can be about."""

    PAGE = "page"
    QUESTION = "question"
    RUN = "run"
    NODE = "node"
    SCENARIO = "scenario"
    OBJECTIVE = "objective"


class Side(StrEnum):
    """What a learner's own line in an after-action review is for; `NOTE` is a note elsewhere."""

    NOTE = ""
    SUSTAIN = "sustain"
    IMPROVE = "improve"


class Problem(StrEnum):
    """What is wrong with a question, a page or a node, as the learner sees it."""

    KEY = "wrong key"
    UNCLEAR = "unclear"
    FACT = "wrong fact"
    SOURCE = "outdated source"
    TYPO = "typo"
    OTHER = "other"


class Subject(Frozen):
    """What a mark is about. `title` is untrusted text.

    `ref`: `lesson/page`, `course/module/item`, the id of a run, `course/module/scenario/node`,
    `course/module/scenario`, or the id of an objective.
    """

    module: str
    about: About
    ref: str
    title: str

    @property
    def key(self) -> str:
        """The same for two marks about the same thing, whatever it was called then."""
        return f"{self.module} {self.about} {self.ref}"

    @property
    def subject(self) -> "Subject":
        """What it is about, without what was written."""
        return Subject(module=self.module, about=self.about, ref=self.ref, title=self.title)


class Noted(Subject):
    """A note was written. `note` is its id: the last event counts, an empty text takes it away."""

    kind: Literal["note"] = "note"
    note: str
    text: Annotated[str, Field(max_length=LONGEST_NOTE)]
    side: Side = Side.NOTE


class Bookmarked(Subject):
    """A bookmark was set, or taken away."""

    kind: Literal["bookmark"] = "bookmark"
    on: bool


class Reported(Subject):
    """Something in the course seems wrong. `course_version` and `fingerprint`: of what was seen."""

    kind: Literal["report"] = "report"
    report: str
    problem: Problem
    text: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    course_version: str
    fingerprint: Fingerprint


class Note(Frozen):
    """A note as it reads now, with the moments of its first and its last event."""

    what: Noted
    made_at: AwareDatetime
    at: AwareDatetime


class Bookmark(Frozen):
    """A bookmark and when it was set."""

    what: Subject
    at: AwareDatetime


class Report(Frozen):
    """A report and when it was made."""

    what: Reported
    at: AwareDatetime


class Marks(Frozen):
    """All marks of a learner that hold now, in the order of their first event.

    Notes and reports by their id, bookmarks by `Subject.key`.
    """

    notes: dict[str, Note] = {}
    bookmarks: dict[str, Bookmark] = {}
    reports: dict[str, Report] = {}
