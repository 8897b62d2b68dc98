"""The complete runs of a scenario: which counts, which were replays, which branched off another."""

from tutor.engine.debrief import quality_percent
from tutor.engine.lineage import origin, whole
from tutor.engine.progress import counting_run
from tutor.model.progress import Run
from tutor.study.frames import RunRow
from tutor.study.seat import Seat

COUNTS = "counts"


def complete_runs(seat: Seat, scenario: str) -> list[Run]:
    """The runs that reached an ending, in the order in which they did."""
    runs = [r for r in seat.record.runs.values() if r.start.scenario == scenario and r.ending]
    return sorted(runs, key=lambda run: run.last_at)


def run_rows(seat: Seat, scenario: str, shown: str) -> tuple[RunRow, ...]:
    """One row for each complete run; `shown` is the id of the run on screen."""
    runs = complete_runs(seat, scenario)
    numbers = {run.start.run: number for number, run in enumerate(runs, start=1)}
    first = counting_run(seat.record, scenario)
    return tuple(
        RunRow(
            number=number,
            label=COUNTS if run is first else _label(run, numbers),
            end=run.end,
            percent=quality_percent(whole(seat.record.runs, run)),
            shown=run.start.run == shown,
        )
        for number, run in enumerate(runs, start=1)
    )


def _label(run: Run, numbers: dict[str, int]) -> str:
    """A fork is named by its origin, unless that was left unfinished for a changed course."""
    parent, kept = origin(run)
    if parent in numbers:
        return f"from decision {kept + 1} of run {numbers[parent]}"
    return "replay"
