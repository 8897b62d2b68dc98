"""One learner in front of one module: what every session there has at hand."""

from dataclasses import dataclass

from tutor.engine.analysis import Analysis
from tutor.model.progress import ModuleRecord
from tutor.model.record import Happening
from tutor.model.scenario import Scenario
from tutor.ports import Dice
from tutor.store.learner import Learner
from tutor.study.material import Material
from tutor.study.scenario.analyses import Analyses
from tutor.study.world import World


@dataclass(frozen=True, slots=True)
class Seat(Material):
    """The module as content, the learner's record of it, and the world."""

    learner: Learner
    world: World
    analyses: Analyses

    @property
    def record(self) -> ModuleRecord:
        """What this learner has done in this module so far."""
        return self.learner.progress.module(self.module.ref)

    @property
    def asks_confidence(self) -> bool:
        """Whether the learner wants to be asked how sure an answer is."""
        return self.learner.profile.settings.confidence

    def write(self, *happenings: Happening) -> None:
        """Append to the journal. Returns when it is on the disk, or kept until it can be."""
        self.learner.record(*happenings)

    def analysis(self, scenario: Scenario) -> Analysis:
        """The exact analysis of a scenario of this module; may take seconds the first time."""
        return self.analyses.of(scenario, *self._analysis_key(scenario))

    def prepare_analysis(self, scenario: Scenario) -> None:
        """Begin the analysis while the learner reads."""
        self.analyses.prepare(scenario, *self._analysis_key(scenario))

    def _analysis_key(self, scenario: Scenario) -> tuple[str, Dice]:
        meaning = self.fingerprint(f"scenario:{scenario.id}").meaning
        return f"{self.module.ref}:{meaning}", self.world.dice(f"{meaning}:analysis")
