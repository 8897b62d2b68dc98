"""What a session needs from outside: time, chance and fresh ids. Tests give their own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from uuid import uuid4

from tutor.ports import Clock, Dice


@dataclass(frozen=True, slots=True)
class World:
    """Clock, dice and ids. `dice(seed)` gives the same sequence for the same seed."""

    clock: Clock
    dice: Callable[[str], Dice]
    new_id: Callable[[], str]


def real_world() -> World:
    """The system clock, the standard generator, random UUIDs."""
    return World(clock=lambda: datetime.now(UTC), dice=Random, new_id=lambda: str(uuid4()))
