"""Stopwatches and countdowns with the clock as an argument, and which of them run when."""

from datetime import datetime

from tutor.model.classroom.state import ClassState, Overlay, Timer, Watch

STILL = frozenset({Overlay.PAUSED, Overlay.ENDED})
"""Overlays in which no clock runs."""


def elapsed(watch: Watch, now: datetime) -> float:
    """Seconds on the watch. A clock that was set back takes nothing away."""
    running = (now - watch.since).total_seconds() if watch.since else 0.0
    return watch.banked + max(0.0, running)


def left(timer: Timer, now: datetime) -> float:
    """Seconds until the countdown ends; below 0 when it is over."""
    return timer.seconds - elapsed(timer.watch, now)


def settle(state: ClassState, at: datetime) -> ClassState:
    """Start and stop the watches so that exactly those run that should in this state.

    The countdown runs unless all stands still; the time of a step also stands in a break; the
    clock of an exercise only runs in its own step, without anything over it.
    """
    still = state.overlay in STILL
    timer = state.timer
    if timer is not None:
        timer = timer.model_copy(update={"watch": _run(timer.watch, not still, at)})
    studying = not still and state.overlay is not Overlay.BREAK and state.step >= 0
    spent = state.spent if state.step < 0 else {state.step: Watch()} | state.spent
    spent = {n: _run(watch, studying and n == state.step, at) for n, watch in spent.items()}
    exercises = {
        n: one.model_copy(
            update={"watch": _run(one.watch, n == state.step and state.overlay is None, at)}
        )
        for n, one in state.exercises.items()
    }
    change = {"timer": timer, "spent": spent, "exercises": exercises}
    return state.model_copy(update=change)


def _run(watch: Watch, going: bool, at: datetime) -> Watch:
    if going == (watch.since is not None):
        return watch
    return Watch(banked=watch.banked, since=at) if going else Watch(banked=elapsed(watch, at))
