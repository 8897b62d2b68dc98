"""Notes, bookmarks and reports of a learner: written into the journal, listed from progress."""

from dataclasses import dataclass, replace

from tutor.content.library import Library
from tutor.errors import ContentError, UsageError
from tutor.model.library import Course, Fingerprint, Module
from tutor.model.marks import (
    LONGEST_NOTE,
    OWN_LINES,
    About,
    Bookmark,
    Bookmarked,
    Note,
    Noted,
    Problem,
    Report,
    Reported,
    Side,
    Subject,
)
from tutor.store.learner import Learner
from tutor.study import lookup
from tutor.study.frames import (
    BookmarkRow,
    DebriefFrame,
    Frame,
    NotebookFrame,
    NoteRow,
    ReportRow,
    Where,
)
from tutor.study.world import World


@dataclass(frozen=True, slots=True)
class Standing:
    """What there is about one subject already."""

    notes: tuple[NoteRow, ...]
    bookmarked: bool

    @property
    def sentence(self) -> str:
        """A short line for the screen, "" where there is nothing."""
        said = ["Bookmarked."] if self.bookmarked else []
        if self.notes:
            said.append("1 note." if len(self.notes) == 1 else f"{len(self.notes)} notes.")
        return " ".join(said)


class Notebook:
    """Every verb is one event in the journal; nothing that was written is ever changed there."""

    def __init__(self, library: Library, learner: Learner, world: World) -> None:
        self._library = library
        self._learner = learner
        self._world = world

    # What is there

    def frame(self) -> NotebookFrame:
        """Everything, the newest first."""
        marks = self._learner.progress.marks
        notes = sorted(marks.notes.values(), key=lambda one: one.at, reverse=True)
        bookmarks = sorted(marks.bookmarks.items(), key=lambda one: one[1].at, reverse=True)
        reports = sorted(marks.reports.values(), key=lambda one: one.at, reverse=True)
        return NotebookFrame(
            learner=self._learner.name,
            notes=tuple(self._note_row(note) for note in notes),
            bookmarks=tuple(self._bookmark_row(key, one) for key, one in bookmarks),
            reports=tuple(self._report_row(report) for report in reports),
        )

    def standing(self, subject: Subject) -> Standing:
        """The notes about a subject, the oldest first, and whether it is bookmarked."""
        marks = self._learner.progress.marks
        notes = [one for one in marks.notes.values() if one.what.key == subject.key]
        rows = tuple(self._note_row(one) for one in notes)
        return Standing(rows, subject.key in marks.bookmarks)

    def with_lines(self, module: str, frame: Frame) -> Frame:
        """A review with the lines that the learner added to it; any other frame as it is."""
        if not isinstance(frame, DebriefFrame):
            return frame
        subject = Subject(module=module, about=About.RUN, ref=frame.run, title=frame.title)
        own = [note for note in self.standing(subject).notes if note.side is not Side.NOTE]
        return replace(frame, own=tuple(own))

    # What is written

    def write(self, subject: Subject, text: str, side: Side = Side.NOTE) -> None:
        """Write a note. Raises UsageError for one that is empty or too long, or a line too many."""
        text = _checked(text)
        lines = [note for note in self.standing(subject).notes if note.side is not Side.NOTE]
        if side is not Side.NOTE and len(lines) >= OWN_LINES:
            raise UsageError(
                f"A review holds {OWN_LINES} lines of your own.", "Change or delete one of them."
            )
        self._note(subject, self._world.new_id(), text, side)

    def edit(self, note: str, text: str) -> None:
        """Give a note another text. Raises UsageError as `write` does."""
        before = self._found(note).what
        self._note(before.subject, note, _checked(text), before.side)

    def delete(self, note: str) -> None:
        """Take a note away."""
        before = self._found(note).what
        self._note(before.subject, note, "", before.side)

    def bookmark(self, subject: Subject) -> bool:
        """Set a bookmark, or take it away; whether there is one now."""
        on = subject.key not in self._learner.progress.marks.bookmarks
        self._learner.record(Bookmarked(**dict(subject), on=on))
        return on

    def drop_bookmark(self, key: str) -> None:
        """Take a bookmark of the list away."""
        found = self._learner.progress.marks.bookmarks.get(key)
        if found is not None:
            self.bookmark(found.what)

    def report(self, subject: Subject, problem: Problem, text: str = "") -> None:
        """Keep what seems wrong, with the version of what was seen. Raises UsageError."""
        course, module = self._content(subject.module)
        subject = self._of_author(subject)
        self._learner.record(
            Reported(
                **dict(subject),
                report=self._world.new_id(),
                problem=problem,
                text=_checked(text) if text.strip() else "",
                course_version=course.head.version,
                fingerprint=_fingerprint(module, subject),
            )
        )

    def _note(self, subject: Subject, note: str, text: str, side: Side) -> None:
        self._learner.record(Noted(**dict(subject), note=note, text=text, side=side))

    def _found(self, note: str) -> Note:
        found = self._learner.progress.marks.notes.get(note)
        if found is None:
            raise UsageError("This note is not there any more.")
        return found

    def _of_author(self, subject: Subject) -> Subject:
        """An author knows the scenario, not the learner's run of it."""
        run = self._learner.progress.module(subject.module).runs.get(subject.ref)
        if subject.about is not About.RUN or run is None:
            return subject
        ref = f"{subject.module}/{run.start.scenario}"
        return subject.model_copy(update={"about": About.SCENARIO, "ref": ref})

    # Rows

    def _note_row(self, note: Note) -> NoteRow:
        what = note.what
        return NoteRow(
            id=what.note,
            about=what.about,
            title=what.title,
            place=self._place(what.module),
            text=what.text,
            side=what.side,
            at=note.at,
            where=self._where(what),
        )

    def _bookmark_row(self, key: str, bookmark: Bookmark) -> BookmarkRow:
        what = bookmark.what
        place, where = self._place(what.module), self._where(what)
        return BookmarkRow(key, what.about, what.title, place, bookmark.at, where)

    def _report_row(self, report: Report) -> ReportRow:
        what = report.what
        return ReportRow(
            id=what.report,
            about=what.about,
            module=what.module,
            ref=what.ref,
            title=what.title,
            place=self._place(what.module),
            problem=what.problem,
            text=what.text,
            course_version=what.course_version,
            meaning=what.fingerprint.meaning,
            wording=what.fingerprint.wording,
            at=report.at,
            where=self._where(what),
        )

    def _place(self, ref: str) -> str:
        """The title of a module without reading it; its ref where the course is not here."""
        course_id, _, module_id = ref.partition("/")
        try:
            head = self._library.course(course_id).modules.get(module_id)
        except ContentError:
            return ref
        return head.title if head else ref

    def _where(self, subject: Subject) -> Where | None:
        """Where a mark leads; None where the module is not here."""
        module, ref = subject.module, subject.ref
        course_id, _, module_id = module.partition("/")
        try:
            if module_id not in self._library.course(course_id).modules:
                return None
        except ContentError:
            return None
        match subject.about:
            case About.PAGE:
                return Where(module, lookup.PAGE, ref)
            case About.QUESTION:
                return Where(module, lookup.QUESTION, ref.rpartition("/")[2])
            case About.RUN:
                return Where(module, "scenario", ref)
            case About.NODE:
                return Where(module, "scenario", ref.split("/")[2])
            case About.SCENARIO:
                return Where(module, "scenario", ref.rpartition("/")[2])
            case About.OBJECTIVE:
                return Where(module, "module")

    def _content(self, ref: str) -> tuple[Course, Module]:
        return self._library.course(ref.partition("/")[0]), self._library.module(ref)


def _checked(text: str) -> str:
    text = text.strip()
    if not text:
        raise UsageError("Nothing is written yet.")
    if len(text) > LONGEST_NOTE:
        raise UsageError(
            f"This text has {len(text)} characters, and {LONGEST_NOTE} can be kept.",
            "Shorten it, or make two notes of it.",
        )
    return text


def _fingerprint(module: Module, subject: Subject) -> Fingerprint:
    """Of what was seen; empty where the course has nothing of this name any more."""
    rest = subject.ref.removeprefix(f"{subject.module}/")
    keys = {
        About.PAGE: f"page:{rest}",
        About.QUESTION: rest,
        About.NODE: f"node:{rest.replace('/', ':', 1)}",
        About.SCENARIO: f"scenario:{rest}",
    }
    empty = Fingerprint(meaning="", wording="")
    return module.fingerprints.get(keys.get(subject.about, ""), empty)
