"""What is at hand on every session screen: notes, bookmarks, reports, sources and terms."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual.widgets import Static

from tutor.errors import TutorError
from tutor.model.marks import OWN_LINES, Problem, Side, Subject
from tutor.study.frames import DebriefFrame, Frame, NoteRow, QuestionFrame, typed
from tutor.study.notebook import Notebook
from tutor.study.subjects import bookmarkable, notable, reportable
from tutor.tui.exports import exportable, exported
from tutor.tui.safety import safe
from tutor.tui.screens.list_dialog import ListDialog
from tutor.tui.screens.references import References
from tutor.tui.widgets.dialog import TextDialog
from tutor.tui.widgets.menu import MenuRow
from tutor.tui.widgets.write_dialog import DELETE, ReportDialog, WriteDialog

EXPORT = "export"
NEW = "new"
REFERENCES = "references"
SUBJECTS: dict[str, Callable[[str, Frame], Subject | None]] = {
    "note": notable,
    "bookmark": bookmarkable,
    "report": reportable,
}
"""What each of the commands would be about."""


class AtHand(References):
    """A screen that shows a frame of a module. A subclass says which, and shows it afresh."""

    @property
    def at_hand(self) -> tuple[str, Frame] | None:
        """The module that is open and the frame on the screen; None while it opens."""
        raise NotImplementedError

    def marked(self) -> None:
        """A mark was set or taken away."""

    def subject_for(self, command: str) -> Subject | None:
        """What a note, a bookmark or a report would be about now."""
        here = self.at_hand
        return SUBJECTS[command](*here) if here else None

    @property
    def module_of_texts(self) -> str:
        """The module that is open; in a review of several that of the question."""
        subject = self.subject_for("bookmark")
        here = self.at_hand
        return subject.module if subject else here[0] if here else ""

    @property
    def framed(self) -> Frame | None:
        """The frame on the screen."""
        return self.at_hand[1] if self.at_hand else None

    def say_notices(self) -> None:
        """Say above the frame what the learner should know, and what marks there are on it."""
        said = list(self.at_hand[1].heading.notices) if self.at_hand else []
        subject = self.subject_for("bookmark")
        if subject is not None:
            said.append(self._notebook.standing(subject).sentence)
        line = self.query_one("#notice", Static)
        line.update(safe("  ".join(part for part in said if part)))
        line.display = any(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter marks nothing while an answer is typed, and a function key only then."""
        if action not in ("mark", "typing_mark"):
            return super().check_action(action, parameters)
        command = str(parameters[0])
        if self.at_hand is None or not self._means_something(command, self.at_hand[1]):
            return False
        frame = self.at_hand[1]
        typing = isinstance(frame, QuestionFrame) and typed(frame.body)
        return typing is (action == "typing_mark")

    def _means_something(self, command: str, frame: Frame) -> bool:
        if command == EXPORT:
            return exportable(frame)
        return command == REFERENCES or self.subject_for(command) is not None

    async def _export(self) -> None:
        """Write what is shown to files and say where they are."""
        here = self.at_hand
        if here is None:
            return
        try:
            said = await asyncio.to_thread(exported, self.desk, *here)
        except TutorError as error:
            self.refuse(error)
        else:
            self.app.push_screen(TextDialog("Export", safe(said)))

    @property
    def _notebook(self) -> Notebook:
        return self.desk.notebook

    def action_typing_mark(self, command: str) -> None:
        """The same as `action_mark`, by a key that is no letter."""
        self.action_mark(command)

    def action_mark(self, command: str) -> None:
        """Write a note, set a bookmark, export, report, or list the sources."""
        if command == EXPORT:
            self.run_worker(self._export(), exclusive=True)
        elif command == REFERENCES:
            self.action_references()
        elif (subject := self.subject_for(command)) is not None:
            self._mark(command, subject)

    def _mark(self, command: str, subject: Subject) -> None:
        if command == "bookmark":
            on = self._notebook.bookmark(subject)
            self.notify("Bookmarked." if on else "Bookmark taken away.", timeout=3, markup=False)
            self.marked()
            self.say_problem()
        elif command == "report":
            self._ask_report(subject)
        else:
            self.ask_note(subject)

    # Notes

    def ask_note(self, subject: Subject) -> None:
        """Write the first note on a subject, or choose one of those there are."""
        rows = self._choices(subject)
        if not rows:
            self._write(subject, Side.NOTE, None)
            return
        notes = {note.id: note for note in self._notebook.standing(subject).notes}
        chosen = partial(self._note_chosen, subject, notes)
        self.app.push_screen(ListDialog("Your notes here", rows), chosen)

    def _choices(self, subject: Subject) -> list[MenuRow]:
        """The notes there are and what can be added; nothing where only a note can be."""
        here = self.at_hand
        review = here is not None and isinstance(here[1], DebriefFrame)
        notes = self._notebook.standing(subject).notes
        rows = [MenuRow(note.id, note.text, note.side.value or "note") for note in notes]
        lines = [note for note in notes if note.side]
        if review and len(lines) < OWN_LINES:
            left = f"a line for this review, {OWN_LINES - len(lines)} left"
            rows += [
                MenuRow(Side.SUSTAIN.value, "Add what to sustain", left),
                MenuRow(Side.IMPROVE.value, "Add what to improve", left),
            ]
        return [*rows, MenuRow(NEW, "Write a note")] if rows else []

    def _note_chosen(self, subject: Subject, notes: dict[str, NoteRow], key: str | None) -> None:
        if key in notes:
            self._write(subject, notes[key].side, notes[key])
        elif key is not None:
            self._write(subject, Side.NOTE if key == NEW else Side(key), None)

    def _write(self, subject: Subject, side: Side, note: NoteRow | None) -> None:
        title = {Side.NOTE: "Note", Side.SUSTAIN: "Sustain", Side.IMPROVE: "Improve"}[side]
        dialog = WriteDialog(title, subject.title, note.text if note else "")
        self.app.push_screen(dialog, partial(self._written, subject, side, note))

    def _written(
        self, subject: Subject, side: Side, note: NoteRow | None, text: str | None
    ) -> None:
        if text is None:
            return
        try:
            if note is None:
                self._notebook.write(subject, text, side)
            elif text == DELETE:
                self._notebook.delete(note.id)
            else:
                self._notebook.edit(note.id, text)
        except TutorError as error:
            self.refuse(error)
        self.marked()
        self.say_problem()

    # Reports

    def _ask_report(self, subject: Subject) -> None:
        dialog = ReportDialog("What is wrong?", subject.title, [one.value for one in Problem])
        self.app.push_screen(dialog, partial(self._report, subject))

    def _report(self, subject: Subject, said: tuple[str, str] | None) -> None:
        if said is None:
            return
        try:
            self._notebook.report(subject, Problem(said[0]), said[1])
        except TutorError as error:
            self.refuse(error)
            return
        self.notify("Reported. It is kept on this computer.", timeout=4, markup=False)
