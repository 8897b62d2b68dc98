"""Playthroughs of scenarios: started, decided in, finished or thrown away."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.model.progress import ModuleRecord, Run
from tutor.model.record import Decided, RunAbandoned, RunFinished, RunStarted

if TYPE_CHECKING:
    from tutor.engine.progress.draft import Draft, Sheet


def counting_run(record: ModuleRecord, scenario: str) -> Run | None:
    """The run of a scenario that counts: the one that reached an ending first, or None."""
    complete = [
        run for run in record.runs.values() if run.start.scenario == scenario and run.ending
    ]
    return min(complete, key=lambda run: run.last_at, default=None)


@dataclass(slots=True)
class RunDraft:
    """A `Run` that can still change."""

    run: Run
    steps: list[Decided]
    last_at: datetime
    ending: str = ""
    end: str = ""
    abandoned: bool = False

    @classmethod
    def of(cls, run: Run) -> "RunDraft":
        """Begin with what is recorded."""
        return cls(run, list(run.steps), run.last_at, run.ending, run.end, run.abandoned)

    @property
    def over(self) -> bool:
        """True when nothing can happen in it any more."""
        return bool(self.ending) or self.abandoned

    def freeze(self) -> Run:
        """The run as it stands now."""
        change = {
            "steps": tuple(self.steps),
            "last_at": self.last_at,
            "ending": self.ending,
            "end": self.end,
            "abandoned": self.abandoned,
        }
        return self.run.model_copy(update=change)


def started(draft: "Draft", sheet: "Sheet", what: RunStarted, at: datetime) -> None:
    """A run is open, unless it was there before."""
    if sheet.run(what.run) is None:
        sheet.runs[what.run] = RunDraft(Run(start=what, started_at=at, last_at=at), [], at)
        draft.last = (what.module, "scenario", what.run, at)


def decided(draft: "Draft", sheet: "Sheet", what: Decided, at: datetime) -> None:
    """A decision belongs to a run that is open."""
    draft.seconds += what.seconds
    run = sheet.open_run(what.run)
    if run is not None:
        run.steps.append(what)
        run.last_at = at
        draft.last = (what.module, "scenario", what.run, at)


def finished(draft: "Draft", sheet: "Sheet", what: RunFinished, at: datetime) -> None:
    """An open run has its ending."""
    run = sheet.open_run(what.run)
    if run is not None:
        run.ending, run.end, run.last_at = what.ending, what.end, at
        draft.last = (what.module, "scenario", what.run, at)


def abandoned(_draft: "Draft", sheet: "Sheet", what: RunAbandoned, at: datetime) -> None:
    """An open run is over without an ending."""
    run = sheet.open_run(what.run)
    if run is not None:
        run.abandoned, run.last_at = True, at
