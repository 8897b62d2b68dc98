"""The loop of the plain player: show a frame, read a line, make a move."""

from collections.abc import Callable
from dataclasses import replace
from typing import TextIO

from tutor.cli.plain import at_hand, bodies
from tutor.cli.plain.render import render
from tutor.content.harmless import harmless
from tutor.model.record import ALL_MODULES
from tutor.model.responses import Choice
from tutor.study.desk import Desk, Part
from tutor.study.frames import (
    ChoiceFrame,
    DebriefFrame,
    EndFrame,
    Frame,
    ModuleFrame,
    PartRow,
    PickBody,
    QuestionFrame,
    ResultFrame,
    ScaleBody,
    WriteBody,
)
from tutor.study.frames import typed as typed_into
from tutor.study.moves import (
    Action,
    Again,
    Answer,
    Back,
    Choose,
    DontKnow,
    Finish,
    Flag,
    Fork,
    GoTo,
    Hint,
    Move,
    Next,
    Overview,
    Retry,
    Reveal,
    ShowRun,
    Skip,
)
from tutor.study.session import Session

WORDS: dict[str, Move] = {
    "next": Next(),
    "n": Next(),
    "back": Back(),
    "retry": Retry(),
    "explain": Reveal(),
    "hint": Hint(),
    "flag": Flag(),
    "list": Overview(),
    "finish": Finish(),
    "again": Again(),
    "skip": Skip(),
    "dk": DontKnow(),
    "don't know": DontKnow(),
    "i don't know": DontKnow(),
}
NUMBERED: dict[str, Callable[[int], Move]] = {"fork": Fork, "run": ShowRun}
LONGEST_NUMBER = 4
"""Digits of the number of a question; more of them are no number that a quiz has."""
QUIT = ("quit", "q")
HELP = (
    """\
Answers are typed as the line before the prompt says. Words for everything else, with or
without a slash (with it where an answer is typed or is a number): next, back, hint, retry,
explain, flag, list, a number to go to that question, finish, again, fork 3 (decide number 3
once more), run 2 (the review of run 2), dk (I don't know), skip (leave this part out), quit.
An empty line goes on.
Every answer is saved before the next text appears. You can quit at any time.
"""
    + at_hand.HELP
)


class LeaveError(Exception):
    """The learner quits, or the input is at its end."""


class Player:
    """Plays a module on two text streams. Returns exit status 0."""

    def __init__(self, desk: Desk, source: TextIO, sink: TextIO) -> None:
        self._desk = desk
        self._aside = at_hand.Aside(desk)
        self._source = source
        self._sink = sink

    def play(self, module: str, only: tuple[str, str] | None = None) -> int:
        """All parts in order from the first one that is not done, or `only` one part."""
        frame = self._desk.module(module)
        self._introduce(frame)
        try:
            if only is not None:
                self._play_part(Part(module, *only))
            else:
                self._play_parts(frame)
            self._say("End of the module. Everything is saved.")
        except LeaveError:
            self._say("\nLeft. Everything is saved; start again to go on.")
        return 0

    def review(self) -> int:
        """Today's review, or when the next one is."""
        self._say("Type ? for help, quit to leave.")
        try:
            self._play_part(Part(ALL_MODULES, "review"))
            self._say("End of the review. Everything is saved.")
        except LeaveError:
            self._say("\nLeft. Everything is saved; start again to go on.")
        return 0

    def _introduce(self, frame: ModuleFrame) -> None:
        self._say(harmless(f"{frame.course_title}: {frame.title}, about {frame.minutes} minutes"))
        if frame.content_note:
            self._say(f"Content note: {harmless(frame.content_note)}")
        for notice in frame.notices:
            self._say(f"Note: {harmless(notice)}")
        self._say("Type ? for help, quit to leave.")

    def _play_parts(self, frame: ModuleFrame) -> None:
        row: PartRow | None = next((row for row in frame.parts if row.next), None)
        while row is not None:
            row = self._play_part(Part(frame.ref, row.part, row.ref))

    def _play_part(self, part: Part) -> PartRow | None:
        session = self._desk.open(part)
        while True:
            shown = self._desk.notebook.with_lines(part.module, session.frame)
            self._say(render(shown))
            move = self._read(session, part.module)
            if move is None:
                frame = session.frame
                assert isinstance(frame, EndFrame | ResultFrame | DebriefFrame)
                return frame.following
            session.do(move)
            self._report_saving()

    def _report_saving(self) -> None:
        saving = self._desk.saving
        if saving.problem:
            self._say(f"Not saved yet: {harmless(saving.problem)}")

    def _read(self, session: Session, module: str) -> Move | None:
        """The next move; None when the part is over and the learner goes on."""
        while True:
            self._say(_prompt(session.frame), end=" ")
            line = self._line()
            said = self._aside.answer(module, session.frame, line)
            if said is not None:
                self._say(said)
                continue
            if _begins_text(session.frame, line):
                line = self._text(line)
            try:
                move = understand(session.frame, line)
            except bodies.NotUnderstoodError as problem:
                self._say(str(problem))
                continue
            if move is not None or _is_last(session.frame):
                return self._with_confidence(session.frame, move)

    def _with_confidence(self, frame: Frame, move: Move | None) -> Move | None:
        """The same answer or choice with how sure the learner is, where that is asked."""
        asked = isinstance(frame, QuestionFrame | ChoiceFrame) and frame.sure
        if not asked or not isinstance(move, Answer | Choose):
            return move
        words = ", ".join(f"{number} {word}" for number, word in enumerate(asked, start=1))
        while True:
            self._say(f"How sure are you? {words}, or Enter >", end=" ")
            typed = self._line().strip()
            if typed in ("", "1", "2", "3"):
                return replace(move, confidence=int(typed) if typed else None)
            self._say("Type 1, 2 or 3, or nothing to go on without saying.")

    def _text(self, first: str) -> str:
        """The rest of a text of several lines, to a full stop alone or the end of the input."""
        lines = [first]
        while (line := self._source.readline()) and line.strip() != bodies.END_OF_TEXT:
            lines.append(line)
        return "".join(lines)

    def _line(self) -> str:
        line = self._source.readline()
        if not line or line.strip().lstrip("/").casefold() in QUIT:
            raise LeaveError
        return line

    def _say(self, text: str, end: str = "\n") -> None:
        self._sink.write(text + end)
        self._sink.flush()


def understand(frame: Frame, line: str) -> Move | None:
    """What a typed line means for this frame. None: go on past the end of a part.

    Raises NotUnderstoodError with a sentence that says what can be typed.
    """
    typed = line.strip()
    if typed == "?":
        raise bodies.NotUnderstoodError(_help(frame))
    move = _command(frame, typed)
    if move is not None:
        return _offered(frame, move)
    if not typed or typed.casefold().lstrip("/") in ("next", "n"):
        return _go_on(frame)
    if isinstance(frame, QuestionFrame):
        return Answer(bodies.read(frame.body, typed))
    if isinstance(frame, ChoiceFrame) and frame.options:
        chosen = bodies.read(PickBody(frame.options, many=False), typed)
        assert isinstance(chosen, Choice)
        return Choose(chosen.chosen[0])
    raise bodies.NotUnderstoodError("That is not understood here. Type ? for help.")


def _begins_text(frame: Frame, line: str) -> bool:
    """Whether this line is the first of a text, and no word for something else."""
    if not isinstance(frame, QuestionFrame) or not isinstance(frame.body, WriteBody):
        return False
    first = line.strip()
    return frame.body.lines > 1 and first not in ("", "?", "next", "n") and first[0] != "/"


def _command(frame: Frame, typed: str) -> Move | None:
    word = typed.casefold()
    if word.startswith("/"):
        word = word[1:]
    elif _writes(frame):
        return None
    if word.isdecimal() and len(word) <= LONGEST_NUMBER and Action.GO_TO in frame.actions:
        return GoTo(int(word))
    move = WORDS.get(word) or _numbered(word)
    return None if isinstance(move, Next) else move


def _numbered(word: str) -> Move | None:
    """`fork 3`: take decision 3 once more. `run 2`: the review of run 2."""
    name, _, number = word.partition(" ")
    if name not in NUMBERED or not number.isdecimal() or len(number) > LONGEST_NUMBER:
        return None
    return NUMBERED[name](int(number))


def _offered(frame: Frame, move: Move) -> Move:
    if move.action not in frame.actions:
        raise bodies.NotUnderstoodError(f"Not possible here: {move.action.value}.")
    return move


def _go_on(frame: Frame) -> Move | None:
    if Action.NEXT in frame.actions:
        return Next()
    if Action.RETRY in frame.actions:
        return Retry()
    if _is_last(frame):
        return None
    raise bodies.NotUnderstoodError("This needs an answer. Type ? for help.")


def _is_last(frame: Frame) -> bool:
    return isinstance(frame, EndFrame | ResultFrame | DebriefFrame)


def _prompt(frame: Frame) -> str:
    if isinstance(frame, QuestionFrame):
        return f"{bodies.how(frame.body)}{_or_dont_know(frame)} >"
    if isinstance(frame, ChoiceFrame) and frame.options:
        return "Type a letter >"
    if Action.SKIP in frame.actions:
        return "Enter to begin, skip to leave it out >"
    if Action.RETRY in frame.actions:
        return "Enter to try again, explain for the explanation >"
    if Action.FINISH in frame.actions:
        return "finish to hand in, a number to go to a question >"
    return "Enter to go on >"


def _or_dont_know(frame: QuestionFrame) -> str:
    if Action.DONT_KNOW not in frame.actions:
        return ""
    return f", or {'/' if _writes(frame) else ''}dk for I don't know"


def _writes(frame: Frame) -> bool:
    """Whether a typed line is an answer unless it begins with a slash."""
    body = frame.body if isinstance(frame, QuestionFrame) else None
    return body is not None and (typed_into(body) or isinstance(body, ScaleBody))


def _help(frame: Frame) -> str:
    words = sorted(action.value for action in frame.actions)
    return f"{HELP}\nPossible here: {', '.join(words) or 'going on'}."
