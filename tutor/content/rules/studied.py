"""A scenario with its analysis: what the rules about its play look at.

Only a scenario that holds together is analysed; in others a finding would be an echo of an error.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from tutor.content.rules import names
from tutor.content.rules.graph import finishing, reached, whole
from tutor.content.view import ScenarioView
from tutor.engine.analysis import Analysis, analyse
from tutor.model.scenario import Node, Scenario

CAP = 100_000
"""States that `check` looks at exactly, four times what a scenario of 15 situations has; it takes
about five seconds. Play is sampled beyond."""

SEED = 1
"""Sampling gives the same findings every time."""

MOST_KEPT = 3
"""Analyses that are kept; those of large scenarios take some tens of megabytes each."""

_MOST_LETTERS = 30
_kept: dict[tuple[str, int], Analysis] = {}


@dataclass(frozen=True, slots=True)
class Studied:
    """`view` knows where everything is written."""

    view: ScenarioView
    scenario: Scenario
    analysis: Analysis

    @property
    def nodes(self) -> dict[str, Node]:
        """The nodes by id, in the order of the file."""
        return self.scenario.nodes


def studied(view: ScenarioView, cap: int = CAP) -> Studied | None:
    """None when the scenario has errors that make play impossible."""
    if view.head is None or not _holds_together(view, view.head.value.start):
        return None
    scenario = Scenario(
        id=view.id,
        head=view.head.value,
        indicators={name: one.value for name, one in view.indicators.entries.items()},
        facts={name: one.value for name, one in view.facts.entries.items()},
        nodes={name: one.value for name, one in view.nodes.entries.items()},
    )
    return Studied(view, scenario, analysis_of(scenario, cap))


def analysis_of(scenario: Scenario, cap: int = CAP) -> Analysis:
    """The analysis of a scenario. The last ones are kept: an author who saves his questions does
    not wait for a scenario that is as it was. Raises ContentError if the first node is missing."""
    key = (scenario.model_dump_json(), cap)
    found = _kept.get(key) or analyse(scenario, random.Random(SEED), cap=cap)
    _kept[key] = found
    for oldest in list(_kept)[:-MOST_KEPT]:
        _kept.pop(oldest, None)
    return found


def _holds_together(view: ScenarioView, start: str) -> bool:
    return (
        whole(view)
        and start in view.nodes.entries
        and reached(view, start) <= finishing(view)
        and not any(names.faults(view))
    )


def way(letters: Iterable[str]) -> str:
    """A row of choices as letters: `a c b`."""
    row = tuple(letters)
    shown = " ".join(row[:_MOST_LETTERS])
    return f"`{shown} ...`" if len(row) > _MOST_LETTERS else f"`{shown}`"
