"""Runs that branched off another: what they took over from it.

A run that takes a decision once more, or goes on after the course has changed, starts where the
other one stood. `RunStarted.forked_from` says `run:kept`: the run it came from, and how many
decisions of that run's whole line it took over.
"""

from collections.abc import Mapping

from tutor.model.progress import Run

DIGITS = 9
"""A number of decisions has fewer digits; a journal from elsewhere may hold anything."""


def origin(run: Run) -> tuple[str, int]:
    """The run that this one branched off and the decisions taken over; ("", 0) if from none."""
    parent, _, kept = run.start.forked_from.rpartition(":")
    usable = parent and kept.isdecimal() and len(kept) < DIGITS
    return (parent, int(kept)) if usable else ("", 0)


def whole(runs: Mapping[str, Run], run: Run) -> Run:
    """The run from its first beginning, with the decisions that it took over.

    A run whose origin the journal does not hold, or holds in another form, stands for itself.
    """
    return _whole(runs, run, frozenset())


def _whole(runs: Mapping[str, Run], run: Run, seen: frozenset[str]) -> Run:
    name, kept = origin(run)
    seen |= {run.start.run}
    if name not in runs or name in seen:
        return run
    before = _whole(runs, runs[name], seen)
    taken = before.steps[:kept]
    stood = taken[-1].state if taken else before.start.state
    if len(taken) < kept or stood != run.start.state:
        return run
    start = run.start.model_copy(update={"state": before.start.state})
    return run.model_copy(update={"start": start, "steps": taken + run.steps})
