"""Playthroughs of scenarios: started, decided in, finished or thrown away."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.engine.lineage import whole
from tutor.engine.spacing import spaced
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
    def scenario(self) -> str:
        """The id of the scenario that is played."""
        return self.run.start.scenario

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
    draft.spend(what.seconds, at).decisions += 1
    run = sheet.open_run(what.run)
    if run is None:
        return
    run.steps.append(what)
    run.last_at = at
    draft.last = (what.module, "scenario", what.run, at)
    if what.objective:
        sheet.objective(what.objective)
    if what.misconception:
        draft.choose(what.misconception, f"{what.module}/{what.scenario}/{what.node}", at)


def finished(draft: "Draft", sheet: "Sheet", what: RunFinished, at: datetime) -> None:
    """An open run has its ending, and what was decided on the way counts for its objectives."""
    run = sheet.open_run(what.run)
    if run is None:
        return
    earlier = _last_complete(sheet, run.scenario)
    run.ending, run.end, run.last_at = what.ending, what.end, at
    draft.last = (what.module, "scenario", what.run, at)
    known = sheet.record.runs | {key: one.freeze() for key, one in sheet.runs.items()}
    steps = whole(known, known[what.run]).steps
    harm = any(step.harm for step in steps)
    counts = earlier is None or spaced(earlier, at)
    for objective in dict.fromkeys(step.objective for step in steps if step.objective):
        own = [step for step in steps if step.objective == objective]
        sheet.objective(objective).run(own, at, harm=harm, counts=counts)


def abandoned(_draft: "Draft", sheet: "Sheet", what: RunAbandoned, at: datetime) -> None:
    """An open run is over without an ending."""
    run = sheet.open_run(what.run)
    if run is not None:
        run.abandoned, run.last_at = True, at


def _last_complete(sheet: "Sheet", scenario: str) -> datetime | None:
    """When the last complete run of a scenario ended."""
    runs = (sheet.run(key) for key in sheet.record.runs | sheet.runs)
    ends = [run.last_at for run in runs if run and run.ending and run.scenario == scenario]
    return max(ends, default=None)
