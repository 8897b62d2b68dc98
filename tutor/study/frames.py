"""What to show, as data. Front ends render frames and know nothing else.

A question frame holds no answer key and no instructor note, so nothing that shows one can leak
them. Every text in a frame is untrusted: authors and learners wrote it.
"""

from dataclasses import dataclass, field

from tutor.model.record import Outcome
from tutor.model.responses import Response
from tutor.study.moves import Action


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A cited document. `authority` is a phrase, `as_of` a partial ISO date or ""."""

    id: str
    title: str
    issuer: str
    date: str
    url: str
    authority: str
    as_of: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermCard:
    """A glossary entry."""

    id: str
    term: str
    text: str
    aliases: tuple[str, ...] = ()
    sources: tuple[SourceCard, ...] = ()


# Home and module


@dataclass(frozen=True, slots=True)
class ModuleRow:
    """A module in a list. `state` is a phrase: "not started", "3 of 7 pages", "passed 85 %"."""

    ref: str
    title: str
    summary: str
    topic: str
    minutes: int
    state: str
    done: float
    """Share of the way through, 0..1: pages read, scenarios finished, quiz passed."""
    last: bool = False
    passed: bool = False


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course with its modules. `skipped`: blocks left out because of errors."""

    id: str
    title: str
    summary: str
    version: str
    banner: str
    modules: tuple[ModuleRow, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class ContinueCard:
    """Where the learner was: what to open again and how to name it."""

    module: str
    part: str
    ref: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class HomeFrame:
    """The first screen."""

    learner: str
    courses: tuple[CourseRow, ...]
    resume: ContinueCard | None = None
    notices: tuple[str, ...] = ()
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class PartRow:
    """A lesson, the practice, a scenario or the quiz of a module, in its place in the order."""

    part: str
    """`lesson`, `practice`, `scenario` or `exam`."""
    ref: str
    title: str
    state: str
    minutes: int
    done: bool = False
    open: bool = False
    next: bool = False


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective and how the learner stands on it, in words."""

    id: str
    text: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class ModuleFrame:
    """One module: what it is for, how long it takes, what is done, what comes next."""

    ref: str
    course_title: str
    title: str
    summary: str
    minutes: int
    objectives: tuple[ObjectiveRow, ...]
    parts: tuple[PartRow, ...]
    content_note: str = ""
    banner: str = ""
    notices: tuple[str, ...] = ()


# Everything that a session shows


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the learner is: the crumbs of the title bar and the place in the sequence."""

    course: str
    module: str
    part: str
    number: int = 0
    total: int = 0
    banner: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page of a lesson. `checks`: questions asked after it; `checks_done`: answered before."""

    heading: Heading
    ref: str
    title: str
    text: str
    sources: dict[str, SourceCard]
    terms: dict[str, TermCard]
    checks: int
    checks_done: int
    actions: frozenset[Action]


@dataclass(frozen=True, slots=True)
class Option:
    """An answer in the order of the screen; `key` is the author's letter, never shown."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class PickBody:
    """Pick one (`many` False) or tick several."""

    options: tuple[Option, ...]
    many: bool


@dataclass(frozen=True, slots=True)
class TruthBody:
    """Say whether the prompt is true."""


@dataclass(frozen=True, slots=True)
class PairBody:
    """Give each stem a partner; a partner may be used once (`once`) or often."""

    stems: tuple[Option, ...]
    partners: tuple[Option, ...]
    once: bool = True


@dataclass(frozen=True, slots=True)
class OrderBody:
    """Bring the lines into order."""

    lines: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class WriteBody:
    """Type an answer. `lines` 1 is a single line."""

    lines: int = 1
    unit: str = ""


Body = PickBody | TruthBody | PairBody | OrderBody | WriteBody


@dataclass(frozen=True, slots=True)
class QuestionFrame:
    """A question before it is answered."""

    heading: Heading
    ref: str
    kind: str
    behaviour: str
    prompt: str
    vignette: str
    body: Body
    objective: str
    rule: str
    """How it is scored, in a sentence, from the code that scores."""
    response: Response | None
    """What was answered before: an open quiz, or a second try."""
    locked: tuple[str, ...]
    """Parts that were right on the first try and stay."""
    hints: tuple[str, ...]
    hints_left: int
    tries_left: int
    flagged: bool
    actions: frozenset[Action]
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnswerNote:
    """One answer after the fact: what it says, what was done with it, and why.

    `chosen`: what the learner did ("your answer", "your place 2", ...) or "". `mark`: "right",
    "wrong", "defensible", "harmful", "missed" or "" for an option that was rightly left alone.
    """

    key: str
    text: str
    chosen: str
    mark: str
    why: str
    label: str = ""
    """The letter that the answer had on the screen."""
    right: str = ""
    """What would have been right for this part, where that is not the text itself."""


@dataclass(frozen=True, slots=True)
class FeedbackFrame:
    """The explanation of a question: at once in practice, after handing in in a quiz.

    While a second try is open (`revealed` False) it speaks about the learner's own answer only.
    """

    heading: Heading
    question: QuestionFrame
    response: Response | None
    outcome: Outcome
    score: float
    """After any deduction for tries, 0..1."""
    notes: tuple[AnswerNote, ...]
    why: str
    message: str
    """A sentence on the result: "Partly correct: 2 of 3 right answers, 1 wrong one."""
    harm: bool
    revealed: bool
    sources: tuple[SourceCard, ...]
    actions: frozenset[Action]


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One question of an open quiz."""

    number: int
    prompt: str
    answered: bool
    flagged: bool


@dataclass(frozen=True, slots=True)
class OverviewFrame:
    """The list of questions before handing in."""

    heading: Heading
    rows: tuple[OverviewRow, ...]
    unanswered: int
    pass_mark: int
    objective_mark: int
    actions: frozenset[Action]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One objective in a result. `reached`: whether the objective mark was met, None if none."""

    objective: str
    earned: float
    possible: float
    percent: float
    reached: bool | None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One question in a result, to open its explanation with `GoTo(number)`."""

    number: int
    prompt: str
    outcome: Outcome
    score: float
    harm: bool
    flagged: bool


@dataclass(frozen=True, slots=True)
class ResultFrame:
    """The result of practice or a quiz, per objective."""

    heading: Heading
    percent: float
    passed: bool | None
    pass_mark: int
    objective_mark: int
    objectives: tuple[ScoreRow, ...]
    rows: tuple[ResultRow, ...]
    message: str
    advice: tuple[str, ...]
    earlier: tuple[str, ...]
    """Earlier attempts, a line each, newest first."""
    following: PartRow | None
    actions: frozenset[Action]


@dataclass(frozen=True, slots=True)
class IntroFrame:
    """Before something begins: what it is, its rules, what happens with the answers."""

    heading: Heading
    title: str
    lines: tuple[str, ...]
    actions: frozenset[Action]


@dataclass(frozen=True, slots=True)
class EndFrame:
    """A lesson is done: what was read and answered, and which part comes next."""

    heading: Heading
    title: str
    lines: tuple[str, ...]
    following: PartRow | None
    actions: frozenset[Action]


# Scenario


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


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision in the log of the debrief."""

    number: int
    node: str
    clock: str
    situation: str
    chosen: str
    quality: int
    best_quality: int
    best: str
    """The text of the best choice that was available."""
    regret: int
    why: str
    best_why: str
    harm: bool
    objective: str
    changes: tuple[str, ...]
    known: tuple[str, ...]
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True)
class DebriefFrame:
    """The after-action review, in its fixed four parts."""

    heading: Heading
    title: str
    run: str
    counts: bool
    """Whether this is the first complete run, the one that counts."""
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


Frame = (
    IntroFrame
    | PageFrame
    | QuestionFrame
    | FeedbackFrame
    | OverviewFrame
    | ResultFrame
    | EndFrame
    | BriefingFrame
    | ChoiceFrame
    | DebriefFrame
)
"""Everything that a session can show."""


@dataclass(frozen=True, slots=True)
class Saving:
    """Whether what the screen says is on the disk. `problem` is a sentence or ""."""

    saved: bool = True
    problem: str = ""
    waiting: int = field(default=0)
    """Events that are kept in memory until they can be written."""
