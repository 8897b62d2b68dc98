"""What can be typed at any prompt of the plain player: notes, bookmarks, reports, search.

A word here never answers a question and never moves on: it says something and the prompt comes
again.
"""

from collections.abc import Callable

from tutor.cli.plain.markdown import plain, source_line
from tutor.cli.plain.render import render
from tutor.content.harmless import harmless
from tutor.errors import TutorError
from tutor.model.marks import Problem, Side, Subject
from tutor.study.desk import Desk, Part
from tutor.study.frames import (
    DebriefFrame,
    Frame,
    HitRow,
    QuestionFrame,
    ScaleBody,
    WriteBody,
    typed,
)
from tutor.study.search import SOURCE, TERM
from tutor.study.subjects import bookmarkable, notable, reportable

WORDS = ("note", "sustain", "improve", "bookmark", "report", "search", "show")
TOO_EARLY = "A note can be written on a page, after an explanation and in a scenario."
MOST = 9
"""Hits that the player lists."""
GONE = "It is not there any more."
NOTHING = "There is nothing here to keep or to report."
PROBLEMS = ", ".join(problem.value for problem in Problem)
HOW_TO_REPORT = f"Say what is wrong, and more if you like. What can be wrong: {PROBLEMS}."
HELP = """\
At any prompt: bookmark, note TEXT, report PROBLEM TEXT (kept on this computer; `tutor reports`
writes them out for the author); search WORDS, then show 2 for the second that was found; after
a scenario also sustain TEXT and improve TEXT."""


class Aside:
    """Understands these words for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._hits: tuple[HitRow, ...] = ()

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
            "search": lambda: self._search(rest),
            "show": lambda: self._show(rest),
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

    def _search(self, words: str) -> str:
        self._hits = self._desk.search.find(words, limit=MOST)
        if not self._hits:
            return "Nothing was found."
        return "\n".join(
            line
            for number, hit in enumerate(self._hits, start=1)
            for line in (
                f"{number}. {hit.kind}: {harmless(hit.title)}",
                f"   {harmless(hit.place)}",
            )
        )

    def _show(self, number: str) -> str:
        """The text of a hit, without moving on."""
        place = int(number) if number.isdecimal() and len(number) < 3 else 0
        if not 0 < place <= len(self._hits):
            return "Search first, then show the number of what was found."
        where = self._hits[place - 1].where
        if where.part == TERM:
            term = self._desk.term(where.module, where.ref)
            return plain(f"{term.term}: {term.text}", {}) if term else GONE
        if where.part == SOURCE:
            card = self._desk.source(where.module, where.ref)
            return source_line(card) if card else GONE
        return render(self._desk.open(Part(where.module, where.part, where.ref)).frame)


def _split(frame: Frame, line: str) -> tuple[str, str]:
    """The word and the rest. Where an answer is typed, a word needs a slash before it."""
    word, _, rest = line.strip().partition(" ")
    if not word.startswith("/") and isinstance(frame, QuestionFrame):
        body = frame.body
        if typed(body) or isinstance(body, ScaleBody | WriteBody):
            return "", ""
    return word.removeprefix("/").casefold(), rest.strip()
