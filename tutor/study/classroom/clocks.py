"""Countdowns for a front end: what is left, and what time it is when one ends."""

from datetime import datetime, timedelta

from tutor.engine.classroom import watch
from tutor.model.classroom.state import Timer


def left(timer: Timer, now: datetime) -> float:
    """Seconds until it ends; below 0 when it is over."""
    return watch.left(timer, now)


def ends_at(timer: Timer, now: datetime) -> datetime:
    """The moment at which it ends if nothing stops it."""
    return now + timedelta(seconds=watch.left(timer, now))


def said(seconds: float) -> str:
    """`2:05`, hours and more as minutes; with a sign when it is over."""
    minutes, rest = divmod(round(abs(seconds)), 60)
    return f"{'-' if seconds < -0.5 else ''}{minutes}:{rest:02}"
