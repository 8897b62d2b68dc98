"""The exact analysis of a scenario, made beside the learner's reading: it may take seconds."""

from threading import Lock, Thread

from tutor.engine.analysis import Analysis, analyse
from tutor.model.scenario import Scenario
from tutor.ports import Dice


class Analyses:
    """One analysis per scenario as it is now; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._begun: dict[tuple[str, str], _Beside] = {}

    def prepare(self, scenario: Scenario, fingerprint: str, dice: Dice) -> None:
        """Begin the analysis, so that `of` need not wait when the run is over."""
        with self._lock:
            key = (scenario.id, fingerprint)
            if key not in self._begun:
                self._begun[key] = _Beside(scenario, dice)

    def of(self, scenario: Scenario, fingerprint: str, dice: Dice) -> Analysis:
        """The analysis; waits for it. Raises what `analyse` raises."""
        self.prepare(scenario, fingerprint, dice)
        return self._begun[(scenario.id, fingerprint)].result()


class _Beside:
    """An analysis in a thread of its own, which never keeps the program from ending."""

    def __init__(self, scenario: Scenario, dice: Dice) -> None:
        self._scenario = scenario
        self._dice = dice
        self._analysis: Analysis | None = None
        self._thread = Thread(target=self._run, name=f"analysis of {scenario.id}", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._analysis = analyse(self._scenario, self._dice)

    def result(self) -> Analysis:
        self._thread.join()
        # An error ended the thread: make it again here, where it can be shown.
        return self._analysis or analyse(self._scenario, self._dice)
