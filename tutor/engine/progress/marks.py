"""Notes, bookmarks and reports: written, changed, taken away."""

from datetime import datetime
from typing import TYPE_CHECKING

from tutor.model.marks import Bookmark, Bookmarked, Marks, Note, Noted, Report, Reported

if TYPE_CHECKING:
    from tutor.engine.progress.draft import Draft


class MarksDraft:
    """`Marks` that can still change."""

    def __init__(self, marks: Marks) -> None:
        """Begin with what is recorded."""
        self.notes = dict(marks.notes)
        self.bookmarks = dict(marks.bookmarks)
        self.reports = dict(marks.reports)

    def freeze(self) -> Marks:
        """The marks as they stand now."""
        return Marks(notes=self.notes, bookmarks=self.bookmarks, reports=self.reports)


def noted(draft: "Draft", what: Noted, at: datetime) -> None:
    """The last text of a note counts; one without text is gone."""
    notes = draft.marks.notes
    if not what.text.strip():
        notes.pop(what.note, None)
        return
    before = notes.get(what.note)
    notes[what.note] = Note(what=what, made_at=before.made_at if before else at, at=at)


def bookmarked(draft: "Draft", what: Bookmarked, at: datetime) -> None:
    """A bookmark set twice stays where it was."""
    bookmarks = draft.marks.bookmarks
    if not what.on:
        bookmarks.pop(what.key, None)
    elif what.key not in bookmarks:
        bookmarks[what.key] = Bookmark(what=what.subject, at=at)


def reported(draft: "Draft", what: Reported, at: datetime) -> None:
    """A report is kept once."""
    draft.marks.reports.setdefault(what.report, Report(what=what, at=at))
