"""A world that repeats itself: a clock that ticks, ids in order, dice with seeds."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from tutor.content.library import Library, bundled_courses
from tutor.store.learner import open_learner
from tutor.study.desk import Desk
from tutor.study.world import World

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
BRIDGE = Path(__file__).parent / "data" / "valid" / "bridge"


def ticking(start: datetime = START, seconds: float = 1.0) -> Callable[[], datetime]:
    """A clock that goes on at each look."""
    looks = count()
    return lambda: start + timedelta(seconds=seconds * next(looks))


def make_world(start: datetime = START, first_id: int = 1) -> World:
    """Ids are `id-1`, `id-2` ..."""
    numbers = count(first_id)
    return World(clock=ticking(start), dice=Random, new_id=lambda: f"id-{next(numbers)}")


def open_test_desk(
    home: Path, courses: Path | None = None, world: World | None = None, **how: bool
) -> Desk:
    """A desk over the bundled courses, or over others."""
    world = world or make_world()
    library = Library.open([courses or bundled_courses()])
    learner = open_learner(home, "Maj Lind", clock=world.clock, renames=library.renames(), **how)
    return Desk(library, learner, world)
