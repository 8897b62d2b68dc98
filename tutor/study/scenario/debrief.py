"""The after-action review of a run as a frame: aim, what happened, why, what to take along."""

from tutor.engine.debrief import Debrief, Decision, debrief
from tutor.engine.lineage import whole
from tutor.engine.playthrough import cue_of, text_of
from tutor.model.progress import Run
from tutor.model.record import ObjectiveScore, ScenarioState
from tutor.model.scenario import Node, NodeChoice, Scenario
from tutor.study.confidence import word
from tutor.study.frames import (
    DebriefFrame,
    DecisionRow,
    Heading,
    IndicatorRow,
    PartRow,
    RunRow,
    ScoreRow,
)
from tutor.study.material import Material
from tutor.study.moves import Action
from tutor.study.scenario.clock import exercise_time
from tutor.study.scenario.runs import COUNTS, run_rows
from tutor.study.seat import Seat
from tutor.study.texts import cited, first_line, percent

GONE = "(this text is not in the course any more)"
WEAK = 80.0
"""Per cent of decision quality below which an objective is named for further study."""


def debrief_frame(
    seat: Seat, scenario: Scenario, run: Run, heading: Heading, following: PartRow | None
) -> DebriefFrame:
    """Measure the run with what it took over, and put the result into words."""
    own, run = len(run.steps), whole(seat.record.runs, run)
    measured = debrief(scenario, run, seat.analysis(scenario))
    runs = run_rows(seat, scenario.id, run.start.run)
    rows = {one.number: decision_row(seat, scenario, one) for one in measured.decisions}
    ending = scenario.nodes.get(run.ending)
    last = run.steps[-1].state if run.steps else run.start.state
    text = text_of(scenario, last) if ending else GONE
    after = (ending.debrief or "") if ending else ""
    head = scenario.head
    return DebriefFrame(
        heading=heading,
        title=head.title,
        run=run.start.run,
        counts=any(row.shown and row.label == COUNTS for row in runs),
        runs=runs,
        taken_over=len(run.steps) - own,
        aim=tuple(seat.objective_text(o) for o in head.objectives),
        intent=head.intent or "",
        ending=text,
        end=run.end,
        ending_debrief=after,
        log=tuple(rows.values()),
        indicators=indicator_rows(scenario, run),
        scores=tuple(score_row(seat, score) for score in measured.scores),
        percent=measured.percent,
        costliest=tuple(rows[one.number] for one in measured.costliest),
        improve=improve(seat, measured),
        harm=measured.harm,
        sampled=measured.sampled,
        following=following,
        sources=seat.sources_in(text, after, head.intent or ""),
        terms=seat.terms_in(text, after, head.intent or ""),
        actions=_actions(measured, runs),
    )


def _actions(measured: Debrief, runs: tuple[RunRow, ...]) -> frozenset[Action]:
    more = {Action.FORK} if measured.decisions else set()
    others = {Action.RUNS} if len(runs) > 1 else set()
    return frozenset({Action.AGAIN}) | more | others


def decision_row(seat: Material, scenario: Scenario, one: Decision) -> DecisionRow:
    """One line of the log: what was known, chosen, best, and what it cost."""
    node = scenario.nodes.get(one.node)
    answers = node.answers if node else {}
    chosen, best = answers.get(one.choice), answers.get(one.best)
    whys = [choice.why for choice in (chosen, best) if choice]
    named = [source for choice in (chosen, best) if choice for source in choice.source]
    return DecisionRow(
        number=one.number,
        node=one.node,
        clock=exercise_time(one.before.clock, scenario.head.begins),
        situation=first_line(text_of(scenario, one.before), 160) if node else GONE,
        cue=cue_of(node, one.before.facts) if node else "",
        elsewhere=elsewhere(scenario, node, one.before) if node else (),
        chosen=_text(chosen),
        quality=one.quality,
        best_quality=one.best_quality,
        best=_text(best),
        cost=one.cost,
        why=chosen.why if chosen else "",
        best_why=best.why if best and one.best != one.choice else "",
        harm=one.harm,
        objective=seat.objective_text(one.objective) if one.objective else "",
        changes=_changes(scenario, one),
        known=tuple(scenario.facts[f] for f in one.before.facts if f in scenario.facts),
        sources=seat.cards((*named, *cited(*whys))),
        stated=word(one.confidence),
    )


def elsewhere(scenario: Scenario, node: Node, state: ScenarioState) -> tuple[str, ...]:
    """The cues that others had at that hour, each after the fact that it took to see it."""
    seen = cue_of(node, state.facts)
    return tuple(
        f"{scenario.facts.get(fact, fact)}: {cue}"
        for fact, cue in node.cue_if.items()
        if cue != seen
    )


def _text(choice: NodeChoice | None) -> str:
    return choice.text if choice else GONE


def _changes(scenario: Scenario, one: Decision) -> tuple[str, ...]:
    moved = [
        f"{scenario.indicators[c.indicator].label} {c.before} to {c.after}"
        for c in one.changes
        if c.indicator in scenario.indicators
    ]
    learned = [f"known: {scenario.facts[f]}" for f in one.learned if f in scenario.facts]
    return (*moved, *learned)


def indicator_rows(scenario: Scenario, run: Run) -> tuple[IndicatorRow, ...]:
    """How each indicator stood at the start and stands at the end."""
    last = run.steps[-1].state if run.steps else run.start.state
    return tuple(
        IndicatorRow(
            id=key,
            label=indicator.label,
            value=last.indicators.get(key, indicator.start),
            before=run.start.state.indicators.get(key, indicator.start),
            min=indicator.min,
            max=indicator.max,
        )
        for key, indicator in scenario.indicators.items()
    )


def score_row(seat: Material, score: ObjectiveScore) -> ScoreRow:
    """The decision quality on one objective."""
    return ScoreRow(
        objective=seat.objective_text(score.objective),
        earned=score.earned,
        possible=score.possible,
        percent=100 * score.earned / score.possible if score.possible else 100.0,
        reached=None,
    )


def improve(seat: Material, measured: Debrief) -> tuple[str, ...]:
    """What was kept well and what to go back to, from the data of the run."""
    best = sum(1 for one in measured.decisions if not one.gap)
    lines = [f"Sustain: {best} of {len(measured.decisions)} decisions were the best available."]
    for score in measured.scores:
        share = 100 * score.earned / score.possible if score.possible else 100.0
        if share < WEAK:
            text = seat.objective_text(score.objective)
            lines.append(f"Improve: {text} ({percent(share)} of the decision quality).")
    if measured.harm:
        lines.append("Improve: a harmful choice was made; read its explanation above once more.")
    return tuple(lines)
