"""Playing a scenario: briefing, one decision after the other, the ending, the debrief."""

from dataclasses import dataclass

from tutor.engine import playthrough
from tutor.engine.lineage import whole
from tutor.model.progress import Run
from tutor.model.record import Decided, RunAbandoned, RunFinished, RunStarted, ScenarioState
from tutor.model.scenario import Node, Scenario
from tutor.study import confidence
from tutor.study.frames import (
    BriefingFrame,
    ChoiceFrame,
    DebriefFrame,
    Heading,
    IndicatorRow,
    InjectCard,
    Option,
    PartRow,
)
from tutor.study.moves import Action, Choose, Fork, Move, ShowRun
from tutor.study.scenario.clock import exercise_time
from tutor.study.scenario.debrief import debrief_frame
from tutor.study.scenario.resume import node_key, resumption
from tutor.study.scenario.runs import complete_runs
from tutor.study.seat import Seat
from tutor.study.session import Turns

CHANGED = (
    "This scenario was changed since you were here. You go on after the last decision "
    "that is still the same."
)
NO_WAY_BACK = (
    "The scenario was changed before this decision since that run; play it from the start instead."
)
FORKED = "You take this decision once more. Both runs stay in the review; the first one counts."
WELCOME_BACK = "You go on where you were; all decisions so far are kept."


@dataclass(frozen=True, slots=True)
class Before:
    """What the last decision started from, to show what it changed."""

    indicators: dict[str, int]
    facts: tuple[str, ...]


class ScenarioSession(Turns):
    """Goes on with the open run, shows the debrief of the last one, or starts with a briefing.

    `begin_at`: begins a run there instead, for an author who tries one situation.
    """

    def __init__(
        self,
        seat: Seat,
        scenario: Scenario,
        following: PartRow | None,
        run_id: str = "",
        begin_at: ScenarioState | None = None,
    ) -> None:
        super().__init__()
        self._seat = seat
        self._scenario = scenario
        self._following = following
        self._run_id = ""
        self._state = begin_at or playthrough.begin(scenario)
        self._before: Before | None = None
        runs = [r for r in seat.record.runs.values() if r.start.scenario == scenario.id]
        asked_for = next((r for r in runs if r.start.run == run_id), None)
        left_open = next((r for r in reversed(runs) if r.open), None)
        done = next((r for r in reversed(runs) if r.ending), None)
        if begin_at is not None:
            self._start(begin_at)
            if playthrough.is_end(scenario, begin_at):
                self._finish()
        elif asked_for is not None and asked_for.ending:
            self._show_debrief(asked_for)
        elif left_open is not None:
            self._go_on_with(left_open)
        elif done is not None:
            self._show_debrief(done)
        else:
            self._show_briefing(replay=False)

    def _take(self, move: Move) -> None:
        match self.frame:
            case BriefingFrame():
                self._start()
            case ChoiceFrame() if isinstance(move, Choose):
                self._choose(move)
            case ChoiceFrame():
                self._show_debrief(self._seat.record.runs[self._run_id])
            case _ if isinstance(move, Fork):
                self._fork(move.number)
            case _ if isinstance(move, ShowRun):
                self._show_run(move.number)
            case _:
                self._show_briefing(replay=True)

    def _heading(self, *notices: str) -> Heading:
        return self._seat.heading(self._scenario.head.title, notices=notices)

    @property
    def state(self) -> ScenarioState:
        """Where the run stands."""
        return self._state

    # Beginning and going on

    def _show_briefing(self, *, replay: bool) -> None:
        head = self._scenario.head
        texts = (head.role, head.briefing, head.intent or "")
        self._state, self._before = playthrough.begin(self._scenario), None
        self._show(
            BriefingFrame(
                heading=self._heading(),
                title=head.title,
                role=head.role,
                briefing=head.briefing,
                intent=head.intent or "",
                objectives=tuple(self._seat.objective_text(o) for o in head.objectives),
                indicators=self._indicators(),
                sources=self._seat.sources_in(*texts),
                terms=self._seat.terms_in(*texts),
                replay=replay,
                actions=frozenset({Action.NEXT}),
            )
        )

    def _start(self, state: ScenarioState | None = None, forked_from: str = "") -> None:
        self._seat.prepare_analysis(self._scenario)
        self._run_id = self._seat.world.new_id()
        self._state = state or playthrough.begin(self._scenario)
        self._seat.write(
            RunStarted(
                module=self._seat.module.ref,
                scenario=self._scenario.id,
                run=self._run_id,
                fingerprint=self._seat.fingerprint(f"scenario:{self._scenario.id}"),
                state=self._state,
                forked_from=forked_from,
            )
        )
        self._show_node()

    def _go_on_with(self, run: Run) -> None:
        self._seat.prepare_analysis(self._scenario)
        found = resumption(self._seat, self._scenario, run)
        self._run_id, self._state = run.start.run, found.state
        if found.changed:
            self._abandon(run)
            kept = self._taken_over(run) + found.kept
            self._start(found.state, forked_from=f"{run.start.run}:{kept}")
            self._show_node(CHANGED)
        elif playthrough.is_end(self._scenario, self._state):
            self._finish()
            self._show_node()
        else:
            self._before = self._before_last(whole(self._seat.record.runs, run))
            self._show_node(WELCOME_BACK)

    def _taken_over(self, run: Run) -> int:
        return len(whole(self._seat.record.runs, run).steps) - len(run.steps)

    def _fork(self, number: int) -> None:
        """Go back to a decision of the run on screen, unless the course has changed before it."""
        shown = self._seat.record.runs[self._run_id]
        line = whole(self._seat.record.runs, shown)
        kept = number - 1
        if not 0 <= kept < len(line.steps):
            return
        earlier = line.model_copy(update={"steps": line.steps[:kept]})
        found = resumption(self._seat, self._scenario, earlier)
        if found.changed:
            self._show_debrief(shown, NO_WAY_BACK)
            return
        self._start(found.state, forked_from=f"{shown.start.run}:{kept}")
        self._before = self._before_last(earlier)
        self._show_node(FORKED)

    def _show_run(self, number: int) -> None:
        runs = complete_runs(self._seat, self._scenario.id)
        if 0 < number <= len(runs):
            self._show_debrief(runs[number - 1])

    def _abandon(self, run: Run) -> None:
        self._seat.write(
            RunAbandoned(
                module=self._seat.module.ref, scenario=self._scenario.id, run=run.start.run
            )
        )

    @staticmethod
    def _before_last(run: Run) -> Before | None:
        if not run.steps:
            return None
        earlier = run.steps[-2].state if len(run.steps) > 1 else run.start.state
        return Before(earlier.indicators, earlier.facts)

    # A decision

    @property
    def _node(self) -> Node:
        return playthrough.node_of(self._scenario, self._state)

    def _offered(self) -> tuple[str, ...]:
        """The letters in the order of the screen: the same after a restart."""
        letters = list(playthrough.available(self._scenario, self._state))
        self._seat.world.dice(f"{self._run_id}:{self._state.node}").shuffle(letters)
        return tuple(letters)

    def _show_node(self, *notices: str) -> None:
        node, head = self._node, self._scenario.head
        text = playthrough.text_of(self._scenario, self._state)
        facts = self._scenario.facts
        earlier = self._before.facts if self._before else ()
        made = len(whole(self._seat.record.runs, self._seat.record.runs[self._run_id]).steps)
        self._show(
            ChoiceFrame(
                heading=self._heading(*notices),
                ref=f"{self._seat.module.ref}/{self._scenario.id}/{node.id}",
                decision=made + 1,
                clock=exercise_time(self._state.clock, head.begins),
                text=text,
                inject=_inject(node),
                indicators=self._indicators(),
                learned=tuple(facts[f] for f in self._state.facts if f not in earlier),
                known=tuple(facts[f] for f in self._state.facts if f in earlier),
                options=tuple(Option(key, node.answers[key].text) for key in self._offered()),
                sources=self._seat.sources_in(text, head.briefing),
                terms=self._seat.terms_in(text, head.briefing),
                end=node.end or "",
                sure=() if node.end else confidence.words(self._seat),
                actions=frozenset({Action.NEXT} if node.end else {Action.CHOOSE}),
                run=self._run_id,
            )
        )

    def _indicators(self) -> tuple[IndicatorRow, ...]:
        before = self._before.indicators if self._before else {}
        return tuple(
            IndicatorRow(
                id=key,
                label=indicator.label,
                value=self._state.indicators[key],
                before=before.get(key),
                min=indicator.min,
                max=indicator.max,
            )
            for key, indicator in self._scenario.indicators.items()
        )

    def _choose(self, move: Choose) -> None:
        offered = self._offered()
        if move.letter not in offered:
            return
        node, before = self._node, self._state
        choice = node.answers[move.letter]
        self._state = playthrough.choose(self._scenario, before, move.letter)
        self._before = Before(before.indicators, before.facts)
        self._seat.write(
            Decided(
                module=self._seat.module.ref,
                scenario=self._scenario.id,
                run=self._run_id,
                node=node.id,
                node_fingerprint=self._seat.fingerprint(node_key(self._scenario.id, node.id)),
                choice=move.letter,
                offered=offered,
                quality=choice.quality,
                best=playthrough.best_quality(self._scenario, before),
                objective=node.objective or "",
                harm=choice.harm,
                misconception=choice.misconception or "",
                state=self._state,
                confidence=move.confidence,
                seconds=round(move.seconds, 2),
            )
        )
        if playthrough.is_end(self._scenario, self._state):
            self._finish()
        self._show_node()

    # The end

    def _finish(self) -> None:
        node = self._node
        assert node.end is not None, "only an ending finishes a run"
        self._seat.write(
            RunFinished(
                module=self._seat.module.ref,
                scenario=self._scenario.id,
                run=self._run_id,
                ending=node.id,
                end=node.end,
            )
        )

    def _show_debrief(self, run: Run, *notices: str) -> None:
        self._run_id = run.start.run
        frame: DebriefFrame = debrief_frame(
            self._seat, self._scenario, run, self._heading(*notices), self._following
        )
        self._show(frame)


def _inject(node: Node) -> InjectCard | None:
    inject = node.inject
    if inject is None:
        return None
    return InjectCard(inject.sender, inject.dtg or "", inject.channel or "")
