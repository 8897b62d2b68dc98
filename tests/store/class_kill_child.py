"""The victim of the class kill test: runs sessions until somebody kills them.

As `kill_child`, for class sessions: prints "ready", then the id of each acknowledged event.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.engine.classroom.rooms import HEAD, hands
from tutor.engine.classroom import refusal
from tutor.model.classroom import happenings as h
from tutor.store import classroom

ROUND: tuple[h.ClassHappening, ...] = (
    h.StepChanged(step=1),
    h.VotingOpened(round=1),
    hands(a=6, b=3),
    h.LogLine(text="Überlegung " * 180),
    h.VotingClosed(round=1),
    h.BarsShown(round=1),
    h.Revealed(),
    h.StepChanged(step=0),
    h.QuestionParked(text="who owns it?"),
)


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def teach_for_ever(home: Path) -> None:
    """Begin the session or go on with it, and record until killed."""
    clock = lambda: datetime.now(UTC)  # noqa: E731
    known = classroom.list_classes(home)
    if known:
        room = classroom.open_class(home, known[0].name, clock=clock)
    else:
        room = classroom.new_class(home, HEAD, clock=clock)
    say("ready")
    while True:
        for what in ROUND:
            if refusal(room.state, what):
                continue
            room.record(what)
            if room.saving.saved:
                say(room.events[-1].id)
        undone = room.undo()
        if undone is not None and room.saving.saved:
            say(room.events[-1].id)


def main() -> None:
    """Serve until standard input ends."""
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            teach_for_ever(Path(line.rstrip("\n")))
        say(f"pid {pid}")
        os.waitpid(pid, 0)
        say("dead")


if __name__ == "__main__":
    main()
