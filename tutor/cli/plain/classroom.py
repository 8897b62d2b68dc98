"""The plain cockpit: a class session by typed words, for pipes, screen readers and one screen."""

from dataclasses import replace
from typing import TextIO

from tutor.cli.plain.class_render import (
    bar_lines,
    cockpit_blocks,
    discuss_lines,
    message_lines,
    status_line,
    wall_lines,
)
from tutor.content.harmless import harmless
from tutor.model.classroom.state import Overlay
from tutor.study.classroom.session import ClassSession
from tutor.study.classroom.words import NotUnderstoodError, say
from tutor.study.frames.classroom import Bars, ExercisePart, MessagePart, Part, ScenePart, SlidePart

HELP = """\
Way:       next, back, go 3 (a step), ask ITEM (a question out of turn), undo, end
People:    present 23; with a roster enter NAME, leave 7; with call-signs enter 20, leave 7,
           answer 7 B, people (who is there)
Votes:     open, close, hands A5 B12, cards A5 B12, slips A5 B12, table 3 B 5, bars, bars 1
Question:  discuss, reveal, debrief; in a scenario decide, or decide B
Clock:     timer 3, timer +1, stop, pause, break 10, blank
Notes:     log TEXT, park TEXT
Team test: stage, sheets BACD ACCD, scratch TABLE QUESTION LETTER, appeal TABLE QUESTION TEXT
Exercise:  start, inject, inject ID, rate ID NUMBER met|partly|missed|not seen NOTE,
           hint, hint ID, missed, missed ID (play what comes of a missed action),
           harm ID TEXT (something harmful was decided, and you stopped it)
Hot wash:  hotwash, point TEXT, why OBJECTIVE TEXT,
           agree OBJECTIVE | OWNER | 2026-04-01 | TEXT
Show:      wall, notes, ?
Leave:     quit (the session can be resumed)
Pause, break and blank are taken back by the same word. An empty line is next."""
QUIT = ("quit", "q")


class PlainCockpit:
    """Runs a session on two text streams. Everything typed is saved before the next prompt."""

    def __init__(self, session: ClassSession, source: TextIO, sink: TextIO) -> None:
        self._session = session
        self._source = source
        self._sink = sink
        self._shown: Part | None = None
        self._bars: Bars | None = None
        self._said: tuple[str, ...] = ()

    def run(self) -> int:
        """Until the session has ended, the instructor leaves, or the input is at its end."""
        self._say(f"Class session {harmless(self._session.name)}. Type ? for the words.")
        self._show()
        while not self._ended:
            self._say(f"{status_line(self._session.cockpit())} >", end=" ")
            line = self._source.readline()
            if not line or line.strip().casefold() in QUIT:
                name = harmless(self._session.name)
                self._say(f"\nLeft. Everything is saved; go on with: tutor class resume {name}")
                return 0
            self._take(line.strip() or "next")
        return 0

    @property
    def _ended(self) -> bool:
        return self._session.state.overlay is Overlay.ENDED

    def _take(self, line: str) -> None:
        match line.casefold():
            case "?" | "help":
                self._say(f"{HELP}\nPossible here: {self._possible()}.")
            case "wall":
                self._lines(wall_lines(self._session.wall()))
            case "people":
                self._say(self._people())
            case "notes":
                self._lines(cockpit_blocks(self._session.cockpit()))
            case _:
                self._do(line)

    def _possible(self) -> str:
        """The words that mean something now; votes are counted by hands, or by slips."""
        offered = self._session.cockpit().offered
        vote = self._session.state.vote
        way = "slips" if vote and vote.private else "hands"
        return ", ".join(sorted(way if word == "count" else word for word in offered))

    def _people(self) -> str:
        """Who took a seat, with number; or why nobody has one."""
        seats = self._session.seats()
        if not seats:
            return "Nobody has a seat; the head count is all that is kept so far."
        return "\n".join(
            f"{one.seat:>3}. {harmless(one.label)}{'' if one.there else ' (left)'}" for one in seats
        )

    def _do(self, line: str) -> None:
        try:
            refused = say(self._session, line)
        except NotUnderstoodError as problem:
            self._say(harmless(str(problem)))
            return
        if refused:
            self._say(harmless(refused))
        self._show()

    def _show(self) -> None:
        """The wall where it has changed, and what is new for the instructor beside it."""
        frame = self._session.cockpit()
        part = frame.wall.part
        if messages := _new_messages(self._shown, part):
            self._lines(["", "WALL", *message_lines(messages)])
        elif self._shown is None or _without_prompt(part) != _without_prompt(self._shown):
            self._lines(["", "WALL", *wall_lines(frame.wall)])
            self._said = ()
        elif part != self._shown and discuss_lines(part):
            self._lines(["", "WALL", *discuss_lines(part)])
        elif frame.wall.bars is not None and frame.wall.bars != self._bars:
            self._lines(["", "WALL", *bar_lines(frame.wall.bars)])
        self._shown, self._bars = part, frame.wall.bars
        blocks = tuple(cockpit_blocks(frame))
        new = [block for block in blocks if block not in self._said]
        self._said = blocks
        if new:
            self._lines(["", "COCKPIT", *new])

    def _lines(self, lines: list[str]) -> None:
        self._say("\n".join(lines))

    def _say(self, text: str, end: str = "\n") -> None:
        self._sink.write(text + end)
        self._sink.flush()


def _new_messages(before: Part | None, now: Part) -> tuple[MessagePart, ...]:
    """What has come in an exercise that is shown already, so that its situation is said once."""
    if not (isinstance(before, ExercisePart) and isinstance(now, ExercisePart)):
        return ()
    known = len(before.messages)
    same = before.title == now.title and before.messages == now.messages[:known]
    return now.messages[known:] if same else ()


def _without_prompt(part: Part) -> Part:
    """The part as it is outside a discussion, so that a long page is not said twice.

    For the same reason an exercise is the same whether its clock runs or not.
    """
    if isinstance(part, ExercisePart):
        return replace(part, running=True)
    return replace(part, discuss="") if isinstance(part, SlidePart | ScenePart) else part
