"""A class session for a front end: verbs, and the two frames.

A verb returns a sentence when it means nothing now, else "". What a frame acknowledges is on the
disk, or `cockpit().saving` says that it waits. Labels are the letters that the room sees.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from tutor.engine import playthrough
from tutor.engine.analysis import Analysis
from tutor.engine.classroom import refusal
from tutor.engine.classroom.exercise import current as exercise_now
from tutor.engine.classroom.exercise import due, hints_due, missed
from tutor.engine.classroom.scenario import TieError, decision
from tutor.model.classroom import happenings as h
from tutor.model.classroom.exercise import Exercise, ExerciseInject
from tutor.model.classroom.plan import SessionHead, StepKind
from tutor.model.classroom.state import ClassState, ExerciseRecord, Overlay, Phase
from tutor.model.library import Fingerprint
from tutor.model.scenario import Scenario
from tutor.store.classroom import ClassRecord
from tutor.study.classroom import offers
from tutor.study.classroom.agenda import changed
from tutor.study.classroom.attendance import SeatRow, enter, rows
from tutor.study.classroom.cockpit import cockpit
from tutor.study.classroom.offers import deciding, next_round
from tutor.study.classroom.tables import any_table
from tutor.study.classroom.wall import LABELS, label_of, wall
from tutor.study.frames.classroom import CockpitFrame, WallFrame
from tutor.study.material import Material
from tutor.study.scenario.analyses import Analyses
from tutor.study.scenario.resume import node_key
from tutor.study.world import World

LONG = frozenset({StepKind.SCENARIO, StepKind.TEST, StepKind.EXERCISE})
"""Steps in which there is something to come back to."""

Waiting = Callable[[Exercise, ExerciseRecord, datetime], tuple[ExerciseInject, ...]]
"""Which injects wait for something at a moment."""
NO_VOTE = "There is nothing to vote on here."


class ClassSession:
    """One session under way. Safe to read from several threads; one of them should drive it."""

    def __init__(
        self, record: ClassRecord, material: Material, world: World, analyses: Analyses
    ) -> None:
        self._record = record
        self._material = material
        self._world = world
        self._analyses = analyses
        self._wall: WallFrame | None = None
        lost = changed(material, self.head)
        self._notices = (_changed(lost),) if lost else ()

    # What to show

    @property
    def name(self) -> str:
        """What a command calls this session."""
        return self._record.name

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        return self._record.folder

    @property
    def state(self) -> ClassState:
        """Where the session stands."""
        return self._record.state

    @property
    def head(self) -> SessionHead:
        """Agenda and pinned questions."""
        head = self._record.state.head
        assert head is not None, "a record that opened has its head"
        return head

    @property
    def events(self) -> tuple[h.ClassEvent, ...]:
        """Everything that was recorded."""
        return self._record.events

    @property
    def material(self) -> Material:
        """The module that is taught."""
        return self._material

    def wall(self) -> WallFrame:
        """What everybody may see. Made once for each revision: it follows from state and module."""
        made, revision = self._wall, self._record.revision
        if made is None or made.revision != revision:
            made = wall(self.state, self._material, revision, self.analysis)
            self._wall = made
        return made

    def cockpit(self, now: datetime | None = None) -> CockpitFrame:
        """What the instructor sees, with the clocks as they stand `now`."""
        moment = now or self._world.clock()
        return cockpit(self._record, self._material, self.wall(), moment, self._notices)

    def analysis(self, scenario: Scenario) -> Analysis:
        """The exact analysis of a scenario; waits for it if it is still being made."""
        meaning = self._print(f"scenario:{scenario.id}").meaning
        key = f"{self._material.module.ref}:{meaning}"
        return self._analyses.of(scenario, key, self._world.dice(f"{meaning}:analysis"))

    # The way through the session

    def do(self, happening: h.ClassHappening) -> str:
        """Record what happened, unless it means nothing now: then the sentence that says why."""
        refused = refusal(self.state, happening)
        if not refused:
            self._record.record(happening)
        return refused

    def why_not(self, verb: str) -> str:
        """Why a verb means nothing now, before its details are asked; "" when it does."""
        return offers.why_not(self.state, verb)

    def any_table(self) -> str:
        """A table at random for the room to hear, as a sentence; nothing is recorded."""
        return any_table(self.state, self._world.dice(self._world.new_id()))

    def undo(self) -> str:
        """Take back the last thing that counts."""
        return "" if self._record.undo() else "There is nothing to undo."

    def close(self) -> None:
        """Leave the session; it can be resumed unless it has ended."""
        self._record.close()

    def forward(self) -> str:
        """The next thing: within a scenario the next situation, else the next step.

        A question out of turn in the middle of something longer leads back to it.
        """
        if self._aside and self.state.now is not None and self.state.now.kind in LONG:
            return self.do(h.StepChanged(step=self.state.step))
        if self._in_scenario and self.state.overlay is None:
            scenario = self._scenario()
            if scenario is None:
                return "The course has lost this scenario. Go to another step."
            if scenario.id not in self.state.runs:
                return self._begin(scenario)
            if deciding(self.state):
                return "The class has not decided. Decide, or go to another step."
            if self.state.phase is Phase.REVEALED and self.state.subject:
                return self._situation(scenario)
        if self.state.step + 1 >= len(self.head.agenda):
            return "This was the last step. End the session, or go back."
        return self.do(h.StepChanged(step=self.state.step + 1))

    def back(self) -> str:
        """The step before this one; from a question out of turn, the step itself."""
        aside = self.state.now is not None and self._aside
        step = self.state.step if aside else self.state.step - 1
        if step < 0:
            return "This is the first step."
        return self.do(h.StepChanged(step=step))

    def pause(self) -> str:
        """Stop all clocks, or let them go on."""
        return self.do(h.Paused(on=self.state.overlay is not Overlay.PAUSED))

    def blank(self) -> str:
        """Blank the wall, or show it again."""
        return self.do(h.Blanked(on=not self.state.blank))

    def take_break(self, minutes: int = 0) -> str:
        """Begin a break, or end it."""
        return self.do(h.BreakCalled(on=self.state.overlay is not Overlay.BREAK, minutes=minutes))

    # Who is there

    def seats(self) -> tuple[SeatRow, ...]:
        """Who took a seat, by name or call-sign; empty where counts are all that is kept."""
        return rows(self.state, self._record.names)

    def enter(self, name: str = "") -> str:
        """Somebody comes in: with a name where a roster is kept, else under a call-sign."""
        return enter(self._record, name)

    def answer(self, seat: int, labels: tuple[str, ...]) -> str:
        """What was answered under the call-sign of a seat."""
        keys = self._keys(labels)
        if isinstance(keys, str):
            return keys
        return self.do(h.SeatAnswered(seat=seat, round=max(1, self._round), chosen=keys))

    # Voting

    def open_voting(self) -> str:
        """The next round of voting."""
        return self.do(h.VotingOpened(round=self._round + 1))

    def close_voting(self) -> str:
        """The end of the round."""
        return self.do(h.VotingClosed(round=max(1, self._round)))

    def count(self, way: h.Way, votes: Mapping[str, int], voters: int = 0) -> str:
        """The votes of one way by label; a later count takes the place of an earlier one."""
        keys = self._keys(tuple(votes))
        if isinstance(keys, str):
            return keys
        counts = dict(zip(keys, votes.values(), strict=True))
        return self.do(
            h.VotesCounted(way=way, round=max(1, self._round), counts=counts, voters=voters)
        )

    def table(self, name: str, labels: tuple[str, ...], people: int = 1, text: str = "") -> str:
        """The answer of a syndicate of so many people."""
        keys = self._keys(labels)
        if isinstance(keys, str):
            return keys
        round_ = max(1, self._round)
        return self.do(
            h.TableAnswered(table=name, round=round_, chosen=keys, people=people, text=text)
        )

    def bars(self, round_: int = 0) -> str:
        """Show the votes of a round, of the last one unless another is named."""
        return self.do(h.BarsShown(round=round_ or max(1, self._round)))

    def labels(self) -> dict[str, str]:
        """Label -> the author's key, for what is voted on now."""
        vote, question = self.state.vote, self.head.questions.get(self.state.subject)
        return {label_of(o, vote, question): o for o in vote.options} if vote else {}

    def decide(self, label: str = "") -> str:
        """Take the decision that has the most votes, or the one named."""
        if not deciding(self.state):
            return "There is nothing to decide here."
        scenario = self._scenario()
        keys = self._keys((label,) if label else ())
        if scenario is None or isinstance(keys, str):
            return str(keys) if scenario else "The course has lost this scenario."
        node = self.state.runs[scenario.id].state.node
        fingerprint = self._print(node_key(scenario.id, node))
        try:
            taken = decision(self.state, scenario, fingerprint, self.head.module, "".join(keys))
        except TieError as tie:
            return self._tie(tie.leaders)
        except playthrough.NotOfferedError:
            return "This choice is not offered any more: the scenario was changed."
        return self.do(taken)

    # Exercise, team test, hot wash

    def release(self, inject: str = "") -> str:
        """Release an inject, the first that is due unless one is named."""
        if not inject and exercise_now(self.state) is not None:
            ready = self._waiting(due)
            if not ready:
                return "No inject is due. Name one to release it by hand."
            inject = ready[0]
        return self.do(h.InjectReleased(inject=inject))

    def hint(self, inject: str = "") -> str:
        """Note that a hint was given, the first that is due unless an inject is named."""
        waiting = self._waiting(hints_due)
        if not inject and not waiting:
            return "No hint is due. Name the inject to give its hint now."
        return self.do(h.HintGiven(inject=inject or waiting[0]))

    def missed(self, inject: str = "") -> str:
        """Play what comes of a missed action, the first that waits unless an inject is named."""
        waiting = self._waiting(lambda exercise, record, _now: missed(exercise, record))
        if not inject and not waiting:
            return "Nothing that was missed waits to be played."
        return self.do(h.MissedPlayed(inject=inject or waiting[0]))

    def stage(self) -> str:
        """The next stage of the team test."""
        test, order = self.state.tests.get(self.state.step), tuple(h.Stage)
        place = order.index(test.stage) + 1 if test else 0
        return self.do(h.StageChanged(stage=order[min(place, len(order) - 1)]))

    def sheets(self, sheets: Sequence[Mapping[str, str]]) -> str:
        """The individual sheets of the team test, item -> label; shuffled before they are kept."""
        kept: list[dict[str, str]] = []
        for sheet in sheets:
            keys = {item: self._option(item, label) for item, label in sheet.items()}
            if lost := next((item for item, key in keys.items() if not key), ""):
                return f"The question {lost} has no answer {sheet[lost]}."
            kept.append(keys)
        self._world.dice(self._world.new_id()).shuffle(kept)
        return self.do(h.SheetsCounted(sheets=tuple(kept)))

    def scratch(self, table: str, question: int, label: str) -> str:
        """A team scratched a field; questions of the test count from 1."""
        item = self._test_item(question)
        if not item:
            return f"The test has no question {question}."
        option = self._option(item, label) or label
        return self.do(h.TableScratched(table=table, item=item, option=option))

    def appeal(self, table: str, question: int, text: str) -> str:
        """A team appealed against a question of the test, counted from 1."""
        item = self._test_item(question)
        if not item:
            return f"The test has no question {question}."
        return self.do(h.AppealNoted(table=table, item=item, text=text))

    def hot_wash(self) -> str:
        """The next round of the hot wash; after the last one its end."""
        return self.do(h.HotWashMoved(round=next_round(self.state)))

    # How it is done

    def _waiting(self, ask: Waiting) -> tuple[str, ...]:
        """The ids of the injects that a question about the running exercise names."""
        record, exercise = exercise_now(self.state), self.head.exercise
        if record is None or exercise is None:
            return ()
        return tuple(one.id for one in ask(exercise, record, self._world.clock()))

    @property
    def _round(self) -> int:
        return len(self.state.vote.rounds) if self.state.vote else 0

    @property
    def _in_scenario(self) -> bool:
        now = self.state.now
        return now is not None and now.kind is StepKind.SCENARIO and not self._aside

    @property
    def _aside(self) -> bool:
        """Whether a question is shown out of turn."""
        now, subject = self.state.now, self.state.subject
        return subject in self.head.questions and (now is None or now.ref != subject)

    def _scenario(self) -> Scenario | None:
        now = self.state.now
        return self._material.module.scenarios.get(now.ref) if now else None

    def _print(self, key: str) -> Fingerprint:
        lost = Fingerprint(meaning="", wording="")
        return self._material.module.fingerprints.get(key, lost)

    def _test_item(self, number: int) -> str:
        items = self.state.now.items if self.state.now else ()
        return items[number - 1] if 0 < number <= len(items) else ""

    def _option(self, item: str, label: str) -> str:
        """The author's key for a label of a lettered question, "" for one that there is not."""
        question = self.head.questions.get(item)
        options = question.options if question else ()
        place = LABELS.find(label.upper()) if len(label) == 1 else -1
        return options[place] if 0 <= place < len(options) else ""

    def _begin(self, scenario: Scenario) -> str:
        meaning = self._print(f"scenario:{scenario.id}").meaning
        key = f"{self._material.module.ref}:{meaning}"
        self._analyses.prepare(scenario, key, self._world.dice(f"{meaning}:analysis"))
        state = playthrough.begin(scenario)
        offered = tuple(playthrough.available(scenario, state))
        return self.do(h.ScenarioBegun(scenario=scenario.id, state=state, offered=offered))

    def _situation(self, scenario: Scenario) -> str:
        state = self.state.runs[scenario.id].state
        if state.node not in scenario.nodes:
            return "The scenario was changed, and its next situation is not in it any more."
        return self.do(h.SituationShown(offered=tuple(playthrough.available(scenario, state))))

    def _keys(self, labels: tuple[str, ...]) -> tuple[str, ...] | str:
        """The author's keys for these labels, or a sentence for one that there is not."""
        known = {label.casefold(): key for label, key in self.labels().items()}
        if labels and not known:
            return NO_VOTE
        for label in labels:
            if label.casefold() not in known:
                return f"There is no answer {label}; there are {', '.join(self.labels())}."
        return tuple(known[label.casefold()] for label in labels)

    def _tie(self, leaders: tuple[str, ...]) -> str:
        if not leaders:
            return "Nobody has voted. Name the choice that is taken."
        named = {key: label for label, key in self.labels().items()}
        equal = " and ".join(named[key] for key in leaders)
        return f"{equal} have the most votes. You decide: name one of them."


def _changed(lost: tuple[str, ...]) -> str:
    some = "; ".join(lost[:3]) + ("; ..." if lost[3:] else "")
    return (
        f"The course was changed since this session began: {some}. What was voted on stays as it "
        "was; texts are shown as they are now."
    )
