"""A scenario: briefing, decisions, the after-action review."""

from dataclasses import dataclass

from tutor.study.frames.bodies import Option
from tutor.study.frames.cards import Heading, PartRow, SourceCard, TermCard
from tutor.study.frames.marks import NoteRow
from tutor.study.frames.quiz import ScoreRow
from tutor.study.moves import Action


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A consequence and how it moved with the last decision (`before` None at the start)."""

    id: str
    label: str
    value: int
    before: int | None
    min: int
    max: int


@dataclass(frozen=True, slots=True)
class BriefingFrame:
    """Before the first node: the role, the situation, what is to be achieved."""

    heading: Heading
    title: str
    role: str
    briefing: str
    intent: str
    objectives: tuple[str, ...]
    indicators: tuple[IndicatorRow, ...]
    sources: dict[str, SourceCard]
    terms: dict[str, TermCard]
    replay: bool
    actions: frozenset[Action]


@dataclass(frozen=True, slots=True)
class InjectCard:
    """A message as it arrives."""

    sender: str
    dtg: str
    channel: str


@dataclass(frozen=True, slots=True)
class ChoiceFrame:
    """A decision to make. An ending has no options and leads to the debrief with `Next`."""

    heading: Heading
    ref: str
    decision: int
    """The number of this decision in the run, from 1."""
    clock: str
    """Exercise time, "T+01:20", or clock time where the scenario says when it begins."""
    text: str
    inject: InjectCard | None
    indicators: tuple[IndicatorRow, ...]
    learned: tuple[str, ...]
    """Facts that the last decision made known."""
    known: tuple[str, ...]
    options: tuple[Option, ...]
    sources: dict[str, SourceCard]
    terms: dict[str, TermCard]
    end: str
    actions: frozenset[Action]
    run: str = ""
    sure: tuple[str, ...] = ()
    """The words for confidence 1..3, to be asked with the choice; () where it is not asked."""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision in the log of the debrief."""

    number: int
    node: str
    clock: str
    situation: str
    cue: str
    """What there was to notice, "" where the course does not say."""
    elsewhere: tuple[str, ...]
    """What others could notice then, each after the fact that it took."""
    chosen: str
    quality: int
    best_quality: int
    best: str
    """The text of the best choice that was available."""
    cost: int
    """What could no longer be gained after it, in points of quality (0..3 a decision)."""
    why: str
    best_why: str
    harm: bool
    objective: str
    changes: tuple[str, ...]
    known: tuple[str, ...]
    sources: tuple[SourceCard, ...]
    stated: str = ""
    """How sure the learner was, in a word or two; "" where it was not said."""


@dataclass(frozen=True, slots=True)
class RunRow:
    """One complete run of the scenario. `percent`: its decision score, 0..100."""

    number: int
    label: str
    """What kind of run it is, e.g. `counts`, `replay`, `from decision 3 of run 1`."""
    end: str
    percent: float
    shown: bool
    """Whether the review on screen is that of this run."""


@dataclass(frozen=True, slots=True)
class DebriefFrame:
    """The after-action review, in its fixed four parts."""

    heading: Heading
    title: str
    run: str
    counts: bool
    """Whether this is the first complete run, the one that counts."""
    runs: tuple[RunRow, ...]
    """All complete runs in the order in which they ended."""
    taken_over: int
    """How many decisions, from the first, were taken over from the run it branched off."""
    aim: tuple[str, ...]
    intent: str
    ending: str
    end: str
    ending_debrief: str
    log: tuple[DecisionRow, ...]
    indicators: tuple[IndicatorRow, ...]
    scores: tuple[ScoreRow, ...]
    percent: float
    costliest: tuple[DecisionRow, ...]
    improve: tuple[str, ...]
    harm: bool
    sampled: bool
    following: PartRow | None
    sources: dict[str, SourceCard]
    terms: dict[str, TermCard]
    actions: frozenset[Action]
    own: tuple[NoteRow, ...] = ()
    """Lines that the learner added: what to sustain, what to improve."""

    @property
    def standing(self) -> str:
        """What kind of run this is, as a sentence."""
        if self.counts:
            return "This run counts."
        row = next((row for row in self.runs if row.shown), None)
        which = f"Run {row.number}, {row.label}; t" if row else "T"
        return f"{which}he first complete run counts."
