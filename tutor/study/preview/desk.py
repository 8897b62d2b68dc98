"""A module under its author's hands: the one object that the preview screen receives."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from threading import RLock

from tutor.content.check import check
from tutor.content.diagnostics import Diagnostic
from tutor.content.draft import SHARED, Draft, DraftBlock, Kind, changed, read_draft
from tutor.content.rules.studied import analysis_of
from tutor.content.suggest import did_you_mean
from tutor.content.watch import Watch
from tutor.engine.analysis import Analysis
from tutor.errors import UsageError
from tutor.model.record import ScenarioState
from tutor.model.scenario import Scenario
from tutor.ports import Dice
from tutor.store.memory import learner_in_memory
from tutor.study.frames import (
    ChoiceFrame,
    FeedbackFrame,
    Frame,
    PageFrame,
    QuestionFrame,
    SourceCard,
    TermCard,
)
from tutor.study.frames.preview import BoardFrame, KeySheet, StateForm
from tutor.study.preview import states
from tutor.study.preview.board import board, key_of
from tutor.study.preview.key import key_sheet
from tutor.study.preview.place import Place
from tutor.study.preview.play import play
from tutor.study.preview.states import NOTHING, Chosen
from tutor.study.scenario.analyses import Analyses
from tutor.study.scenario.session import ScenarioSession
from tutor.study.seat import Seat
from tutor.study.session import Session
from tutor.study.world import World


@dataclass(frozen=True, slots=True)
class _Version:
    """What was read with the last save, and what was found in it."""

    draft: Draft
    found: tuple[Diagnostic, ...] = ()
    changed: frozenset[tuple[str, str]] = frozenset()
    checked: bool = False
    usual: dict[tuple[str, str], ScenarioState] = field(default_factory=dict)
    """The usual state of each situation that was looked at."""


class _WhenAsked(Analyses):
    """Analyses a scenario when its review is shown; the checker has done it then, as a rule."""

    def prepare(self, scenario: Scenario, fingerprint: str, dice: Dice) -> None:
        """An author looks at many situations, and at few reviews."""

    def of(self, scenario: Scenario, fingerprint: str, dice: Dice) -> Analysis:
        """The analysis of the scenario as it is now."""
        del fingerprint, dice
        return analysis_of(scenario)


class Preview:
    """Reads a module again after each save and plays any block of it.

    Each play has a learner of its own, in memory: nothing is written anywhere. Safe to use from
    several threads.
    """

    def __init__(self, place: Place, world: World) -> None:
        self._place = place
        self._world = world
        self._lock = RLock()
        self._analyses = _WhenAsked()
        self._chosen: dict[str, Chosen] = {}
        self._watch = Watch(place.folder, place.module)
        self._version = _Version(read_draft(place.folder, place.module))

    # What is there

    @property
    def board(self) -> BoardFrame:
        """The blocks and their findings."""
        version = self._version
        root = self._place.folder.name(self._place.module)
        return board(
            version.draft, version.found, version.changed, checked=version.checked, root=root
        )

    @property
    def first(self) -> str:
        """The key of the row to begin with. Raises UsageError for a block that is not there."""
        place, blocks = self._place, self._version.draft.blocks
        inside = [one for one in blocks if not place.file or one.file == place.file]
        if not place.block:
            begin = (inside or blocks)[0]
            return key_of(begin.file, begin.block)
        found = next((one for one in inside if one.block == place.block), None)
        if found is None:
            names = [one.block for one in inside if one.block]
            listed = (
                f"There are: {', '.join(names[:20])}." if names else "Name a block of a module."
            )
            hint = did_you_mean(place.block, names) or listed
            raise UsageError(f"There is no block [{place.block}] here.", hint)
        return key_of(found.file, found.block)

    # Saves

    def saved(self) -> bool:
        """Whether the author has saved something since the last reading."""
        with self._lock:
            return self._watch.saved()

    def read(self) -> frozenset[str]:
        """Read the module again; the keys of the rows that changed."""
        with self._lock:
            before = self._version
            draft = read_draft(self._place.folder, self._place.module, before.draft)
            different = changed(before.draft, draft)
            self._version = _Version(draft, before.found, different)
            return frozenset(key_of(*one) for one in different)

    def check(self) -> None:
        """Look for everything that `tutor check` finds; may take seconds."""
        version, folder = self._version, self._place.folder
        names = (self._place.module, *(name for name in SHARED if folder.has(name)))
        report = check([folder.path / name for name in names], self._world.clock().date())
        with self._lock:
            if self._version is version:
                self._version = replace(version, found=report.diagnostics, checked=True)

    # Playing

    def play(self, key: str) -> Session:
        """A session that begins at the block."""
        return play(self._seat(), self._block(key), self._state)

    def go_on(self, key: str, session: Session) -> Session:
        """The same block as it is now; a run stays where it is, with what it knows."""
        if isinstance(session, ScenarioSession) and isinstance(session.frame, ChoiceFrame):
            owner, node = session.frame.ref.split("/")[-2:]
            scenario = self._version.draft.module.scenarios.get(owner)
            if scenario is not None and node in scenario.nodes:
                state = states.fitted(scenario, session.state)
                return ScenarioSession(self._seat(), scenario, None, begin_at=state)
        return self.play(key)

    def concerns(self, changed: frozenset[str], key: str, session: Session) -> bool:
        """Whether what a session begun at `key` shows is among the rows that changed.

        A scenario hangs together: whatever changed in its file may be met next.
        """
        if {key, self.shown(session.frame, key)} & changed:
            return True
        block = self._block(key)
        return (
            block is not None
            and block.kind in (Kind.SCENARIO, Kind.NODE)
            and any(one.startswith(f"{block.file}:") for one in changed)
        )

    def key(self, key: str) -> KeySheet:
        """What only the author sees of a block."""
        return key_sheet(self._seat(), self._block(key))

    def shown(self, frame: Frame, key: str) -> str:
        """The key of the block that a frame shows, which a session begun at `key` has come to."""
        match frame:
            case ChoiceFrame(ref=ref) | QuestionFrame(ref=ref) | PageFrame(ref=ref):
                pass
            case FeedbackFrame(question=QuestionFrame(ref=ref)):
                pass
            case _:
                return key
        owner, name = ("", *ref.split("/"))[-2:]
        kinds = (Kind.PAGE, Kind.NODE) if isinstance(frame, PageFrame | ChoiceFrame) else ()
        for one in self._version.draft.blocks:
            if one.block == name and (one.owner == owner if kinds else one.kind is Kind.QUESTION):
                return key_of(one.file, one.block)
        return key

    def _seat(self) -> Seat:
        """A learner of his own for each play; ids in order, so that answers keep their order."""
        draft, numbers = self._version.draft, count(1)
        world = World(self._world.clock, self._world.dice, lambda: f"preview-{next(numbers)}")
        learner = learner_in_memory(self._world.clock)
        return Seat(draft.course, draft.module, learner, world, self._analyses)

    def _block(self, key: str) -> DraftBlock | None:
        blocks = self._version.draft.blocks
        return next((one for one in blocks if key_of(one.file, one.block) == key), None)

    # The state to play from

    def _state(self, scenario_id: str, node: str) -> ScenarioState:
        version = self._version
        scenario, place = version.draft.module.scenarios[scenario_id], (scenario_id, node)
        if place not in version.usual:
            version.usual[place] = states.usual_state(scenario, node)
        chosen = self._chosen.get(scenario_id, NOTHING)
        return states.changed_by(scenario, version.usual[place], chosen)

    def state(self, key: str) -> StateForm | None:
        """The state from which a situation is played; None where the block is none."""
        block = self._block(key)
        scenario = self._version.draft.module.scenarios.get(block.owner) if block else None
        if block is None or scenario is None or block.kind is not Kind.NODE:
            return None
        state = self._state(scenario.id, block.block)
        return states.form(scenario, state, chosen=scenario.id in self._chosen)

    def choose(self, form: StateForm | None, scenario: str) -> None:
        """Play all situations of a scenario from this state; None: each from its usual one."""
        if form is None:
            self._chosen.pop(scenario, None)
            return
        values = {row.id: row.value for row in form.indicators}
        self._chosen[scenario] = Chosen(values, tuple(row.id for row in form.facts if row.known))

    def choose_by(self, facts: Sequence[str], settings: Sequence[str]) -> None:
        """The same from the command line, for the scenario of the first block or the only one.

        Raises UsageError where there is no such scenario, fact or indicator.
        """
        if not facts and not settings:
            return
        scenarios = self._version.draft.module.scenarios
        block = self._block(self.first)
        owner = block.owner if block else ""
        if owner not in scenarios and len(scenarios) == 1:
            owner = next(iter(scenarios))
        if owner not in scenarios:
            names = ", ".join(scenarios) or "none"
            raise UsageError(
                "--fact and --set are for a scenario.",
                f"Name one of its situations, as FILE:BLOCK. Scenarios here: {names}.",
            )
        self._chosen[owner] = states.chosen_by(scenarios[owner], facts, settings)

    # References

    def source(self, source_id: str) -> SourceCard | None:
        """A source of the course."""
        return self._seat().card(source_id)

    def term(self, term_id: str) -> TermCard | None:
        """A glossary entry of the course."""
        return self._seat().term(term_id)
