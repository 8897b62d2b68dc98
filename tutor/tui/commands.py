"""What can be done on a session screen: one row each for key, footer, tooltip and help.

Letters A to H belong to the answers of a question, so no command uses them while one is open.
While an answer is typed, letters belong to the text: there each command has a control key.
"""

from dataclasses import dataclass

from textual.binding import Binding

from tutor.study.frames import Frame, QuestionFrame, typed
from tutor.study.moves import (
    Action,
    Again,
    Back,
    DontKnow,
    Finish,
    Flag,
    Hint,
    Move,
    Next,
    Overview,
    Retry,
    Reveal,
    Skip,
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command and the move it stands for. `keys`: comma separated; `shown`: for the footer."""

    action: Action
    keys: str
    shown: str
    typing: str
    label: str
    tooltip: str


COMMANDS = (
    Command(Action.RETRY, "enter,r", "Enter", "", "Try again", "Answer the question once more"),
    Command(Action.NEXT, "enter,space,n", "Enter", "", "Next", "Go on"),
    Command(Action.DONT_KNOW, "u", "u", "ctrl+l", "I don't know", "Say so: better than a guess"),
    Command(Action.SKIP, "s", "s", "", "Leave out", "Go on with the next part instead"),
    Command(Action.BACK, "p", "p", "ctrl+r", "Back", "Go one step back"),
    Command(Action.REVEAL, "x", "x", "", "Explain", "Read the explanation without another try"),
    Command(Action.HINT, "i", "i", "ctrl+t", "Hint", "Show a hint"),
    Command(Action.FLAG, "m", "m", "ctrl+g", "Flag", "Mark this question for later"),
    Command(Action.OVERVIEW, "o", "o", "ctrl+o", "List", "All questions of this quiz"),
    Command(Action.FINISH, "y", "y", "", "Hand in", "Hand in the quiz and see the result"),
    Command(Action.AGAIN, "r", "r", "", "Once more", "Start again"),
    Command(Action.FORK, "g", "g", "", "Go back", "Take a decision once more, in a new run"),
    Command(Action.RUNS, "v", "v", "", "Runs", "The review of another run"),
)
"""In the order of the footer. ANSWER, CHOOSE and GO TO come from the lists, not from a key."""

MOVES: dict[Action, Move] = {
    move.action: move
    for move in (
        Next(), Skip(), Back(), DontKnow(), Retry(), Reveal(), Hint(), Flag(), Overview(), Finish(),
        Again(),
    )
}  # fmt: skip
"""The move that each command stands for; the others have to be asked about first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A command about what is on the screen. `typing`: its key while an answer is typed."""

    name: str
    key: str
    shown: str
    typing: str
    label: str
    tooltip: str


MARKS = (
    Mark("note", "w", "w", "f6", "Note", "Write a note on this, or change one"),
    Mark("bookmark", "s", "s", "f7", "Mark", "Keep this place in the list of bookmarks"),
    Mark("references", "k", "k", "f9", "Sources", "The sources and terms of what is shown"),
    Mark("export", "e", "e", "f10", "Export", "Write this review or certificate to a file"),
    Mark("report", "exclamation_mark", "!", "f8", "Report", "Say what is wrong here"),
)
"""They stand after the moves in the footer."""


SKIP = Command(Action.NEXT, "n", "n", "ctrl+n", "Skip", "Go on; the answer on screen is kept")
"""Next, where Enter belongs to the answers."""


def offers(frame: Frame, verb: str, action: Action) -> bool:
    """Whether a key means something now: letters do not while an answer is typed. `verb`: the
    action of the binding."""
    if action not in frame.actions:
        return False
    asking = isinstance(frame, QuestionFrame)
    typing = isinstance(frame, QuestionFrame) and typed(frame.body)
    match verb:
        case "typing":
            return typing
        case "skip":
            return asking and not typing
        case _:
            return not typing and not (asking and action is Action.NEXT)


def bindings() -> list[Binding]:
    """The bindings of a session screen, derived from the table."""
    found = [_binding(command, "move", command.keys, command.shown) for command in COMMANDS]
    found.append(_binding(SKIP, "skip", SKIP.keys, SKIP.shown))
    for command in (SKIP, *COMMANDS):
        if command.typing:
            shown = command.typing.replace("ctrl+", "^")
            found.append(_binding(command, "typing", command.typing, shown))
    return found


def marks() -> list[Binding]:
    """The bindings for notes and the like. A narrow footer has no room for all of them, so they
    stand last."""
    found = []
    for mark in MARKS:
        found.append(_mark(mark, "mark", mark.key, mark.shown))
        found.append(_mark(mark, "typing_mark", mark.typing, mark.typing.upper()))
    return found


def _mark(mark: Mark, verb: str, key: str, shown: str) -> Binding:
    action = f"{verb}('{mark.name}')"
    return Binding(key, action, mark.label, key_display=shown, tooltip=mark.tooltip)


def _binding(command: Command, verb: str, keys: str, shown: str) -> Binding:
    return Binding(
        keys,
        f"{verb}({command.action.value!r})",
        command.label,
        key_display=shown,
        tooltip=command.tooltip,
    )
