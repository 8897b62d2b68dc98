"""What views tell the screen."""

from textual.message import Message
from textual.widget import Widget

from tutor.study.frames import PartRow
from tutor.study.moves import Move


class MoveMade(Message):
    """The learner made a move in a view; the screen gives it to the session.

    A view that is no longer shown has nothing to say: a key pressed twice must not answer the
    next question too.
    """

    def __init__(self, view: Widget, move: Move) -> None:
        super().__init__()
        self.view = view
        self.move = move


class PartWanted(Message):
    """The learner wants the next part of the module; None: back to the module."""

    def __init__(self, row: PartRow | None) -> None:
        super().__init__()
        self.row = row
