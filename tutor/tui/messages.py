"""What views tell the screen."""

from textual.message import Message

from tutor.study.frames import PartRow
from tutor.study.moves import Move


class MoveMade(Message):
    """The learner made a move; the screen gives it to the session."""

    def __init__(self, move: Move) -> None:
        super().__init__()
        self.move = move


class PartWanted(Message):
    """The learner wants the next part of the module; None: back to the module."""

    def __init__(self, row: PartRow | None) -> None:
        super().__init__()
        self.row = row
