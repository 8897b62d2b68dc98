"""What all sessions have in common: a frame, and moves that lead to the next one."""

from collections.abc import Callable
from typing import Protocol

from tutor.study.frames import Frame
from tutor.study.moves import Move


class Session(Protocol):
    """A lesson, a quiz or a scenario under way.

    `do` returns the frame to show now. A move that the frame does not offer changes nothing and
    returns the same frame, so a key pressed twice does no harm. What a frame acknowledges has
    been given to the journal before `do` returns.
    """

    @property
    def frame(self) -> Frame:
        """What to show now."""
        ...

    def do(self, move: Move) -> Frame:
        """Make a move."""
        ...


Handler = Callable[[Move], None]


class Turns:
    """Base of the sessions: looks the move up among those possible now, then shows the result.

    A subclass sets `frame` through `_show` and lists its verbs in `_verbs`.
    """

    def __init__(self) -> None:
        self._frame: Frame | None = None

    @property
    def frame(self) -> Frame:
        """What to show now."""
        assert self._frame is not None, "a session shows its first frame when it is made"
        return self._frame

    def do(self, move: Move) -> Frame:
        """Make a move if the frame offers it."""
        if move.action in self.frame.actions:
            self._take(move)
        return self.frame

    def _show(self, frame: Frame) -> None:
        self._frame = frame

    def _take(self, move: Move) -> None:
        raise NotImplementedError
