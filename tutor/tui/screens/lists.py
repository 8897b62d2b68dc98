"""The lists that can be opened from everywhere: notes and bookmarks, reports, glossary, sources."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from tutor.errors import TutorError
from tutor.study.frames import BookmarkRow, NoteRow, ReferenceRow, ReportRow, Where
from tutor.study.search import matching
from tutor.tui.screens.find import FindScreen
from tutor.tui.widgets.menu import Menu, MenuRow
from tutor.tui.widgets.write_dialog import DELETE, WriteDialog

GONE = "The course that this is about is not on this computer."


class ListScreen(FindScreen):
    """A list with a line that filters it; the list takes the keys."""

    FIRST = "#menu"

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[str, Where | None] = {}

    def chosen(self, key: str) -> None:
        """Go to what the entry is about."""
        where = self._places.get(key)
        if where is None:
            self.notify(GONE, timeout=4, markup=False)
        else:
            self.go_to(where)


NOTES_HELP = """\
Everything that you noted and bookmarked, the newest first. **Enter** goes there, **e** changes a
note, **d** takes a note or a bookmark away, **/** goes to the line that filters the list.

On a page, after an explanation and in a scenario **w** writes a note and **s** sets a bookmark.
`tutor notes` writes all of it out as Markdown."""


class NotesScreen(ListScreen):
    """Notes and bookmarks: filter, go there, change, take away."""

    CRUMB = "Notes and bookmarks"
    PLACEHOLDER = "Words to filter by"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Change", key_display="e"),
        Binding("d,delete", "drop", "Take away", key_display="d"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._notes: dict[str, NoteRow] = {}

    def rows(self, words: str) -> tuple[Sequence[MenuRow], str]:
        """Notes, then bookmarks."""
        frame = self.desk.notebook.frame()
        notes = [one for one in frame.notes if matching(words, one.title, one.place, one.text)]
        marks = [one for one in frame.bookmarks if matching(words, one.title, one.place)]
        self._notes = {_key(one): one for one in notes}
        self._places = {_key(one): one.where for one in notes}
        self._places |= {_key(one): one.where for one in marks}
        rows = [MenuRow("", "Notes")] if notes else []
        rows += [MenuRow(_key(one), one.text, _about(one)) for one in notes]
        rows += [MenuRow("", "Bookmarks")] if marks else []
        rows += [MenuRow(_key(one), one.title, _where(one)) for one in marks]
        if not frame.notes and not frame.bookmarks:
            return rows, "Nothing is noted or bookmarked yet."
        return rows, f"{_count(len(notes), 'note')}, {_count(len(marks), 'bookmark')}."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters work on the list, not while the filter is typed; only notes are changed."""
        if action in ("edit", "drop"):
            key = self._here
            return isinstance(self.focused, Menu) and (
                key in self._notes if action == "edit" else bool(key)
            )
        return super().check_action(action, parameters)

    @property
    def _here(self) -> str:
        option = self.query_one(Menu).highlighted_option
        return (option.id or "") if option else ""

    def action_edit(self) -> None:
        """Give the note another text."""
        note = self._notes[self._here]
        dialog = WriteDialog("Note", note.title, note.text)
        self.app.push_screen(dialog, partial(self._written, note.id))

    def _written(self, note: str, text: str | None) -> None:
        if text is None:
            return
        try:
            if text == DELETE:
                self.desk.notebook.delete(note)
            else:
                self.desk.notebook.edit(note, text)
        except TutorError as error:
            self.refuse(error)

    def action_drop(self) -> None:
        """Take the note or the bookmark away."""
        kind, _, key = self._here.partition(":")
        notebook = self.desk.notebook
        if kind == "note":
            notebook.delete(key)
        else:
            notebook.drop_bookmark(key)
        self.notify("Taken away.", timeout=3, markup=False)
        self.on_screen_resume()

    def help_text(self) -> str:
        """What can be done with the list."""
        return NOTES_HELP


REPORTS_HELP = """\
What you reported as wrong, the newest first. **Enter** goes there.

Reports stay on this computer. `tutor reports` writes them out for the author of the course, as
text, CSV or JSON, without your name."""


class ReportsScreen(ListScreen):
    """Reports, to look them up."""

    CRUMB = "Reports"
    PLACEHOLDER = "Words to filter by"

    def rows(self, words: str) -> tuple[Sequence[MenuRow], str]:
        """The reports that fit."""
        every = self.desk.notebook.frame().reports
        found = [one for one in every if matching(words, one.title, one.place, one.text)]
        self._places = {one.id: one.where for one in found}
        rows = [
            MenuRow(one.id, one.title, f"{one.problem.value} - {_where(one)}\n{one.text}".rstrip())
            for one in found
        ]
        return rows, "Nothing is reported yet." if not every else f"{_count(len(found), 'report')}."

    def help_text(self) -> str:
        """What a report is for."""
        return REPORTS_HELP


class _References(ListScreen):
    """Cards of the courses, by course."""

    FIRST = "#wanted"

    def every(self) -> tuple[ReferenceRow, ...]:
        """All rows, those of a course together."""
        raise NotImplementedError

    def rows(self, words: str) -> tuple[Sequence[MenuRow], str]:
        """The cards that fit, below the title of their course."""
        found = [row for row in self.every() if matching(words, row.title, row.note)]
        self._places = {_place(row): row.where for row in found}
        rows: list[MenuRow] = []
        course = ""
        for row in found:
            if row.course != course:
                course = row.course
                rows.append(MenuRow("", course))
            rows.append(MenuRow(_place(row), row.title, row.note))
        return rows, f"{len(found)} found." if words.strip() else f"{len(found)} in all."


class GlossaryScreen(_References):
    """All terms."""

    CRUMB = "Glossary"
    PLACEHOLDER = "A term or its abbreviation"

    def every(self) -> tuple[ReferenceRow, ...]:
        """The terms of each course."""
        return self.desk.search.terms()

    def help_text(self) -> str:
        """How to look a term up."""
        return "The terms of each course. Type a part of one; **Enter** opens its card."


class SourcesScreen(_References):
    """All sources."""

    CRUMB = "Sources"
    PLACEHOLDER = "A word of the title, who issued it, or a year"

    def every(self) -> tuple[ReferenceRow, ...]:
        """The sources of each course."""
        return self.desk.search.sources()

    def help_text(self) -> str:
        """What a source card says."""
        return (
            "The sources of each course with their date and how binding they are. Type to find "
            "one; **Enter** opens its card, which says when it was last checked."
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _key(row: NoteRow | BookmarkRow) -> str:
    return f"note:{row.id}" if isinstance(row, NoteRow) else f"bookmark:{row.key}"


def _place(row: ReferenceRow) -> str:
    return f"{row.where.module} {row.where.ref}"


def _where(row: NoteRow | BookmarkRow | ReportRow) -> str:
    return f"{row.about.value} - {row.place}, {row.at:%Y-%m-%d}"


def _about(row: NoteRow) -> str:
    side = f"{row.side.value} - " if row.side else ""
    return f"{side}{row.title}\n{_where(row)}"
