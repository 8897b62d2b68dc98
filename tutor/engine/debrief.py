"""The after-action review as numbers: what each decision was worth and what it gave away.

Quality and what was best are taken from the record, as they were when the learner decided; regret
and the best choice come from the scenario as it is now.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tutor.engine.analysis import Analysis
from tutor.model.progress import Run
from tutor.model.record import Decided, ObjectiveScore, ScenarioState
from tutor.model.scenario import Scenario

COSTLIEST = 2
"""Decisions that the debrief explains: more than two are not remembered (LEARNING.md)."""


@dataclass(frozen=True, slots=True)
class Change:
    """An indicator that a decision moved."""

    indicator: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `number` counts from 1; qualities 0..3; `regret` in points of quality.

    `best`: the letter of the best choice that was offered, the chosen one if it was as good; ""
    if the scenario has lost the node. `learned`: facts that became known. `confidence`: as it was
    stated, 1..3.
    """

    number: int
    node: str
    choice: str
    quality: int
    best_quality: int
    best: str
    regret: int
    harm: bool
    objective: str
    before: ScenarioState
    after: ScenarioState
    changes: tuple[Change, ...]
    learned: tuple[str, ...]
    confidence: int | None = None

    @property
    def gap(self) -> int:
        """How far the choice was below the best that was offered."""
        return max(0, self.best_quality - self.quality)

    @property
    def cost(self) -> int:
        """What the decision cost, in points of quality: its regret, and its gap at the least.

        Regret compares totals, so a bad choice that opens a longer way, on which more can still
        be earned, has none; the gap says that it was bad all the same. For the same reason the
        best choice on offer costs nothing, even where a worse one would have opened a longer way.
        """
        return max(self.regret, self.gap) if self.gap or self.harm else 0


@dataclass(frozen=True, slots=True)
class Debrief:
    """A run measured. `scores` in the order of the scenario's objectives; decisions without an
    objective count in `earned` and `possible` only.

    `harm`: a never-event was chosen; the run then counts as Familiar at most, whatever its score.
    `sampled`: the regret is a lower bound, because the scenario was too large to analyse fully.
    """

    decisions: tuple[Decision, ...]
    scores: tuple[ObjectiveScore, ...]
    earned: int
    possible: int
    costliest: tuple[Decision, ...]
    harm: bool
    sampled: bool

    @property
    def percent(self) -> float:
        """The decision score, 0..100; 100 where nothing could have been done better."""
        return 100 * self.earned / self.possible if self.possible else 100.0


def debrief(scenario: Scenario, run: Run, analysis: Analysis) -> Debrief:
    """Measure a run, complete or not. `analysis` is that of the same scenario."""
    decisions = []
    before = run.start.state
    for number, step in enumerate(run.steps, start=1):
        decisions.append(_decision(scenario, analysis, number, before, step))
        before = step.state
    return Debrief(
        decisions=tuple(decisions),
        scores=_scores(scenario.head.objectives, decisions),
        earned=sum(decision.quality for decision in decisions),
        possible=sum(decision.best_quality for decision in decisions),
        costliest=costliest(decisions),
        harm=any(decision.harm for decision in decisions),
        sampled=analysis.sampled,
    )


def quality_percent(run: Run) -> float:
    """The decision score of a run, 0..100, from its record alone."""
    earned = sum(step.quality for step in run.steps)
    possible = sum(step.best for step in run.steps)
    return 100 * earned / possible if possible else 100.0


def costliest(decisions: Iterable[Decision], count: int = COSTLIEST) -> tuple[Decision, ...]:
    """The decisions that cost most: harm first, then the cost, then the gap, then the earliest.

    A choice that was as good as the best one offered is never among them, even if another way
    would have had more decisions to earn on.
    """
    costly = [decision for decision in decisions if decision.harm or decision.gap]
    costly.sort(key=lambda one: (not one.harm, -one.cost, -one.gap, one.number))
    return tuple(costly[:count])


def _decision(
    scenario: Scenario, analysis: Analysis, number: int, before: ScenarioState, step: Decided
) -> Decision:
    return Decision(
        number=number,
        node=step.node,
        choice=step.choice,
        quality=step.quality,
        best_quality=step.best,
        best=_best(scenario, step),
        regret=analysis.regret(before, step.state, step.quality, step.best),
        harm=step.harm,
        objective=step.objective,
        before=before,
        after=step.state,
        changes=_changes(before, step.state),
        learned=tuple(fact for fact in step.state.facts if fact not in before.facts),
        confidence=step.confidence,
    )


def _best(scenario: Scenario, step: Decided) -> str:
    if step.quality >= step.best:
        return step.choice
    node = scenario.nodes.get(step.node)
    answers = node.answers if node is not None else {}
    offered = [letter for letter in answers if letter in step.offered]
    return max(offered, key=lambda letter: answers[letter].quality, default="")


def _changes(before: ScenarioState, after: ScenarioState) -> tuple[Change, ...]:
    return tuple(
        Change(name, before.indicators[name], value)
        for name, value in after.indicators.items()
        if before.indicators.get(name, value) != value
    )


def _scores(order: Iterable[str], decisions: Iterable[Decision]) -> tuple[ObjectiveScore, ...]:
    """Chosen quality of the best available, per objective that was decided on."""
    earned: dict[str, tuple[int, int]] = dict.fromkeys(order, (0, 0))
    for one in decisions:
        if one.objective:
            had, could = earned.get(one.objective, (0, 0))
            earned[one.objective] = (had + one.quality, could + one.best_quality)
    return tuple(
        ObjectiveScore(objective=objective, earned=float(had), possible=float(could))
        for objective, (had, could) in earned.items()
        if could
    )
