"""What can be typed at any prompt of the plain player: notes, bookmarks, reports, search.

A word here never answers a question and never moves on: it says something and the prompt comes
again.
"""

from collections.abc import Callable

from tutor.content.harmless import harmless
from tutor.errors import TutorError
from tutor.model.marks import Problem, Side, Subject
from tutor.study.desk import Desk
from tutor.study.frames import DebriefFrame, Frame, QuestionFrame, ScaleBody, WriteBody, typed
from tutor.study.subjects import bookmarkable, notable, reportable

WORDS = ("note", "sustain", "improve", "bookmark", "report")
TOO_EARLY = "A note can be written on a page, after an explanation and in a scenario."
NOTHING = "There is nothing here to keep or to report."
PROBLEMS = ", ".join(problem.value for problem in Problem)
HOW_TO_REPORT = f"Say what is wrong, and more if you like. What can be wrong: {PROBLEMS}."
HELP = """\
At any prompt: bookmark, note TEXT, report PROBLEM TEXT (kept on this computer; `tutor reports`
writes them out for the author); after a scenario also sustain TEXT and improve TEXT."""


class Aside:
    """Understands these words for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def answer(self, module: str, frame: Frame, line: str) -> str | None:
        """What to say to the line; None when it is no such word and belongs to the frame."""
        word, rest = _split(frame, line)
        if word not in WORDS:
            return None
        verbs: dict[str, Callable[[], str]] = {
            "note": lambda: self._note(notable(module, frame), rest, Side.NOTE),
            "sustain": lambda: self._line(module, frame, rest, Side.SUSTAIN),
            "improve": lambda: self._line(module, frame, rest, Side.IMPROVE),
            "bookmark": lambda: self._bookmark(bookmarkable(module, frame)),
            "report": lambda: self._report(reportable(module, frame), rest),
        }
        try:
            return verbs[word]()
        except TutorError as error:
            return harmless(f"{error} {error.hint}".strip())

    def _note(self, subject: Subject | None, text: str, side: Side) -> str:
        if subject is None:
            return TOO_EARLY
        self._desk.notebook.write(subject, text, side)
        return "Noted."

    def _line(self, module: str, frame: Frame, text: str, side: Side) -> str:
        if not isinstance(frame, DebriefFrame):
            return "A line to sustain or to improve belongs to an after-action review."
        return self._note(notable(module, frame), text, side)

    def _bookmark(self, subject: Subject | None) -> str:
        if subject is None:
            return NOTHING
        return "Bookmarked." if self._desk.notebook.bookmark(subject) else "Bookmark taken away."

    def _report(self, subject: Subject | None, text: str) -> str:
        if subject is None:
            return NOTHING
        problem = next((one for one in Problem if text.casefold().startswith(one.value)), None)
        if problem is None:
            return HOW_TO_REPORT
        more = text[len(problem.value) :].lstrip(" :,.-")
        self._desk.notebook.report(subject, problem, more)
        return "Reported, and kept on this computer: `tutor reports` writes it out."


def _split(frame: Frame, line: str) -> tuple[str, str]:
    """The word and the rest. Where an answer is typed, a word needs a slash before it."""
    word, _, rest = line.strip().partition(" ")
    if not word.startswith("/") and isinstance(frame, QuestionFrame):
        body = frame.body
        if typed(body) or isinstance(body, ScaleBody | WriteBody):
            return "", ""
    return word.removeprefix("/").casefold(), rest.strip()
