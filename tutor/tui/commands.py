"""What can be done on a session screen: one row each for key, footer, tooltip and help.

Letters A to H belong to the answers of a question, so no command uses them while one is open.
"""

from dataclasses import dataclass

from textual.binding import Binding

from tutor.study.moves import Action


@dataclass(frozen=True, slots=True)
class Command:
    """A command and the move it stands for. `keys`: comma separated, the first one is shown."""

    action: Action
    keys: str
    label: str
    tooltip: str
    shown_as: str | None = None


COMMANDS = (
    Command(Action.RETRY, "enter,r", "Try again", "Answer the same question once more", "Enter"),
    Command(Action.NEXT, "n,enter,space,ctrl+n", "Next", "Go on", "Enter"),
    Command(Action.BACK, "p,ctrl+b", "Back", "Go one step back"),
    Command(Action.REVEAL, "x", "Explain", "Give up the second try and read the explanation"),
    Command(Action.HINT, "i,ctrl+t", "Hint", "Show a hint"),
    Command(Action.FLAG, "m,ctrl+g", "Flag", "Mark this question for later"),
    Command(Action.OVERVIEW, "o,ctrl+o", "List", "All questions of this quiz"),
    Command(Action.FINISH, "y", "Hand in", "Hand in the quiz and see the result"),
    Command(Action.AGAIN, "r", "Once more", "Start again"),
)
"""In the order of the footer. ANSWER, CHOOSE and GO TO come from the lists, not from a key."""


def bindings() -> list[Binding]:
    """The bindings of a session screen, derived from the table."""
    return [
        Binding(
            command.keys,
            f"move('{command.action.value}')",
            command.label,
            key_display=command.shown_as or command.keys.split(",")[0],
            tooltip=command.tooltip,
        )
        for command in COMMANDS
    ]
