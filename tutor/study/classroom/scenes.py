"""A scenario on the wall: briefing, situation, decision without a judgement, the review."""

from collections.abc import Callable
from datetime import UTC, datetime

from tutor.engine import playthrough
from tutor.engine.analysis import Analysis
from tutor.engine.debrief import debrief
from tutor.model.classroom.state import ClassRun, ClassState, Phase
from tutor.model.library import Fingerprint
from tutor.model.progress import Run
from tutor.model.record import RunStarted, ScenarioState
from tutor.model.scenario import Node, Scenario
from tutor.study.frames import IndicatorRow, InjectCard, Option
from tutor.study.frames.classroom import (
    BriefingPart,
    DecidedPart,
    NoticePart,
    Part,
    ReviewPart,
    ScenePart,
)
from tutor.study.material import Material
from tutor.study.scenario.clock import exercise_time
from tutor.study.scenario.debrief import decision_row, improve, indicator_rows, score_row

UNTIMED = datetime(1970, 1, 1, tzinfo=UTC)
"""The rules that measure a run do not look at its times."""

LOST = "The scenario was changed since it was begun, and this situation is not in it any more."
LETTERS = "ABCDEFGH"


def part(
    state: ClassState,
    scenario: Scenario,
    material: Material,
    analyse: Callable[[Scenario], Analysis],
) -> Part:
    """What is shown of this scenario now."""
    run = state.runs.get(scenario.id)
    if run is None:
        return _briefing(scenario, material)
    if state.phase is Phase.DEBRIEF:
        return review(run, scenario, material, analyse)
    if state.phase is Phase.REVEALED:
        return _decided(run, scenario)
    if run.state.node not in scenario.nodes:
        return NoticePart(scenario.head.title, LOST)
    return _scene(run, scenario, material, state.phase is Phase.DISCUSS)


def _briefing(scenario: Scenario, material: Material) -> BriefingPart:
    head = scenario.head
    begun = playthrough.begin(scenario)
    return BriefingPart(
        title=head.title,
        role=head.role,
        briefing=head.briefing,
        intent=head.intent or "",
        objectives=tuple(material.objective_text(one) for one in head.objectives),
        indicators=_indicators(scenario, begun, None),
    )


def _scene(run: ClassRun, scenario: Scenario, material: Material, discussing: bool) -> ScenePart:
    node, before = scenario.nodes[run.state.node], _before(run)
    text = playthrough.text_of(scenario, run.state)
    offered = playthrough.available(scenario, run.state)
    return ScenePart(
        title=scenario.head.title,
        decision=len(run.decisions) + 1,
        clock=exercise_time(run.state.clock, scenario.head.begins),
        text=text,
        inject=_inject(node),
        indicators=_indicators(scenario, run.state, before),
        learned=_learned(scenario, run.state, before),
        options=tuple(Option(key, choice.text) for key, choice in offered.items()),
        discuss=(node.discuss or "") if discussing else "",
        sources=material.sources_in(text),
        terms=material.terms_in(text),
    )


def _decided(run: ClassRun, scenario: Scenario) -> DecidedPart:
    taken, before = run.decisions[-1], _before(run)
    decided = taken.decision
    labels = dict(zip(decided.offered, LETTERS, strict=False))
    node = scenario.nodes.get(decided.node)
    chosen = node.answers.get(decided.choice) if node else None
    return DecidedPart(
        title=scenario.head.title,
        decision=len(run.decisions),
        chosen=chosen.text if chosen else LOST,
        label=labels[decided.choice],
        split=tuple((labels[o], taken.split.get(o, 0)) for o in decided.offered),
        tie=taken.tie,
        indicators=_indicators(scenario, run.state, before),
        learned=_learned(scenario, run.state, before),
    )


def review(
    run: ClassRun, scenario: Scenario, material: Material, analyse: Callable[[Scenario], Analysis]
) -> ReviewPart:
    """The after-action review, measured as for one learner, with the votes beside it."""
    played = as_run(run, scenario, material)
    measured = debrief(scenario, played, analyse(scenario))
    rows = {one.number: decision_row(material, scenario, one) for one in measured.decisions}
    node = scenario.nodes.get(run.state.node)
    return ReviewPart(
        title=scenario.head.title,
        aim=tuple(material.objective_text(one) for one in scenario.head.objectives),
        intent=scenario.head.intent or "",
        ending=playthrough.text_of(scenario, run.state) if node else LOST,
        end=(node.end or "") if node else "",
        ending_debrief=(node.debrief or "") if node else "",
        log=tuple(rows.values()),
        splits=tuple(split_of(run, number) for number in range(len(run.decisions))),
        indicators=indicator_rows(scenario, played),
        scores=tuple(score_row(material, score) for score in measured.scores),
        percent=measured.percent,
        costliest=tuple(rows[one.number] for one in measured.costliest),
        improve=improve(material, measured),
    )


def split_of(run: ClassRun, place: int) -> str:
    """How the room was split over a decision: `A 12, B 8; decided B by the instructor`."""
    taken = run.decisions[place]
    labels = dict(zip(taken.decision.offered, LETTERS, strict=False))
    votes = ", ".join(f"{labels[o]} {taken.split.get(o, 0)}" for o in taken.decision.offered)
    said = f"votes {votes}" if taken.split else "no vote"
    by = " by the instructor" if taken.tie or not taken.followed else ""
    return f"{said}; decided {labels[taken.decision.choice]}{by}"


def as_run(run: ClassRun, scenario: Scenario, material: Material) -> Run:
    """The class as one learner, for the rules that measure a run."""
    nowhere = Fingerprint(meaning="", wording="")
    start = RunStarted(
        module=material.module.ref,
        scenario=scenario.id,
        run="class",
        fingerprint=material.module.fingerprints.get(f"scenario:{scenario.id}", nowhere),
        state=run.begun,
    )
    steps = tuple(taken.decision for taken in run.decisions)
    return Run(start=start, steps=steps, started_at=UNTIMED, last_at=UNTIMED)


def _before(run: ClassRun) -> ScenarioState | None:
    """The state before the last decision, None when there was none."""
    if not run.decisions:
        return None
    return run.decisions[-2].decision.state if len(run.decisions) > 1 else run.begun


def _indicators(
    scenario: Scenario, now: ScenarioState, before: ScenarioState | None
) -> tuple[IndicatorRow, ...]:
    return tuple(
        IndicatorRow(
            id=key,
            label=one.label,
            value=now.indicators.get(key, one.start),
            before=before.indicators.get(key) if before else None,
            min=one.min,
            max=one.max,
        )
        for key, one in scenario.indicators.items()
    )


def _learned(
    scenario: Scenario, now: ScenarioState, before: ScenarioState | None
) -> tuple[str, ...]:
    known = before.facts if before else ()
    return tuple(scenario.facts[f] for f in now.facts if f not in known and f in scenario.facts)


def _inject(node: Node) -> InjectCard | None:
    inject = node.inject
    if inject is None:
        return None
    return InjectCard(inject.sender, inject.dtg or "", inject.channel or "")
