"""Days, and when two answers are far enough apart to say something about memory."""

from datetime import UTC, date, datetime, timedelta

SPACED = timedelta(hours=24)
"""A night lies between them, and the second is always on another day (UTC)."""


def utc_day(at: datetime) -> date:
    """The day of an aware moment, as the whole program counts days."""
    return at.astimezone(UTC).date()


def spaced(earlier: datetime, later: datetime) -> bool:
    """Whether `later` is a spaced repetition of `earlier`. Both are aware."""
    return later - earlier >= SPACED
