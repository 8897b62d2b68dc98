"""What the rules need from the world, as arguments: the time and chance."""

from collections.abc import Callable, MutableSequence, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

T = TypeVar("T")

Clock = Callable[[], datetime]
"""Returns the present moment as an aware UTC datetime."""


class Dice(Protocol):
    """Chance with a seed, so that anything shuffled or drawn can be replayed exactly.

    `random.Random(seed)` is one.
    """

    def shuffle(self, x: MutableSequence[T], /) -> None: ...
    def sample(self, population: Sequence[T], k: int) -> list[T]: ...
    def random(self) -> float: ...
