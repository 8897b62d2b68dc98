"""A class session: what the room sees, and what the instructor sees.

No part of the wall that can be shown before the reveal has a field for a key, an explanation, a
note, a quality or a harm. Each frame is whole; none is a change to the one before.
"""

from dataclasses import dataclass

from tutor.model.classroom.state import Overlay, Phase, Timer
from tutor.study.frames.bodies import Body, Option
from tutor.study.frames.cards import Saving, SourceCard, TermCard
from tutor.study.frames.question import Passage
from tutor.study.frames.quiz import ScoreRow
from tutor.study.frames.scenario import DecisionRow, IndicatorRow, InjectCard


@dataclass(frozen=True, slots=True)
class LobbyPart:
    """Before the session begins: what is to come, what is kept about people."""

    title: str
    objectives: tuple[str, ...]
    privacy: str
    present: int
    content_note: str


@dataclass(frozen=True, slots=True)
class SlidePart:
    """A page. `discuss`: the prompt for the class, while it discusses."""

    title: str
    text: str
    discuss: str
    sources: dict[str, SourceCard]
    terms: dict[str, TermCard]


@dataclass(frozen=True, slots=True)
class AskPart:
    """A question, also while it is voted on. `private`: nobody is asked for an answer aloud."""

    kind: str
    prompt: str
    vignette: str
    passages: tuple[Passage, ...]
    body: Body
    private: bool


@dataclass(frozen=True, slots=True)
class RevealRow:
    """An answer after the reveal. `mark` as in `AnswerNote`; `right`: what belongs there."""

    label: str
    text: str
    mark: str
    right: str
    why: str


@dataclass(frozen=True, slots=True)
class RevealPart:
    """A question with its answer. `model`: texts to hold an own text against."""

    asked: AskPart
    rows: tuple[RevealRow, ...]
    answer: tuple[str, ...]
    why: str
    gain: str
    model: tuple[Passage, ...]
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True)
class BriefingPart:
    """A scenario before its first situation."""

    title: str
    role: str
    briefing: str
    intent: str
    objectives: tuple[str, ...]
    indicators: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class ScenePart:
    """A situation to decide on; an ending has no options. `learned`: what has just become known.

    `discuss`: the prompt for the class, while it discusses.
    """

    title: str
    decision: int
    clock: str
    text: str
    inject: InjectCard | None
    indicators: tuple[IndicatorRow, ...]
    learned: tuple[str, ...]
    options: tuple[Option, ...]
    discuss: str
    sources: dict[str, SourceCard]
    terms: dict[str, TermCard]


@dataclass(frozen=True, slots=True)
class DecidedPart:
    """What the class decided and what moved, without a judgement. `split`: votes per option."""

    title: str
    decision: int
    chosen: str
    label: str
    split: tuple[tuple[str, int], ...]
    tie: bool
    indicators: tuple[IndicatorRow, ...]
    learned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """The after-action review of a scenario, for the class; each decision with its split."""

    title: str
    aim: tuple[str, ...]
    intent: str
    ending: str
    end: str
    ending_debrief: str
    log: tuple[DecisionRow, ...]
    splits: tuple[str, ...]
    indicators: tuple[IndicatorRow, ...]
    scores: tuple[ScoreRow, ...]
    percent: float
    costliest: tuple[DecisionRow, ...]
    improve: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TestPart:
    """A team test. `scores`: table and points, shown to all at the same time when it is done."""

    title: str
    stage: str
    questions: int
    scores: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class MessagePart:
    """An inject, or what came of a missed one, as the training audience gets it.

    `minute`: exercise time. What goes to its role on a card has no id, sender and text here.
    """

    id: str
    minute: int
    sender: str
    to: str
    channel: str
    text: str


@dataclass(frozen=True, slots=True)
class ExercisePart:
    """A staff exercise: its situation and the messages so far, the newest last."""

    title: str
    situation: str
    roles: tuple[str, ...]
    running: bool
    messages: tuple[MessagePart, ...]


@dataclass(frozen=True, slots=True)
class NoticePart:
    """Nothing to work on: a pause, a break, the hot wash, the end, a blank wall.

    `text` is the question that the room answers, where there is one.
    """

    title: str
    text: str = ""


Part = (
    LobbyPart
    | SlidePart
    | AskPart
    | RevealPart
    | BriefingPart
    | ScenePart
    | DecidedPart
    | ReviewPart
    | TestPart
    | ExercisePart
    | NoticePart
)
"""Everything that the wall can show."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer in the rounds that are shown: its label and its votes in each of them."""

    key: str
    label: str
    votes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """How the votes were spread. `rounds`: their numbers; `people`: who voted in each."""

    rounds: tuple[int, ...]
    people: tuple[int, ...]
    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class WallFrame:
    """What everybody may see. `voted`: how many answered and in which way, in words.

    `people`: how many answered in this round, 0 where that is not said; `present`: of how many.
    `page`: which screenful of a long part is shown, from 0; a front end turns it.
    """

    revision: int
    course: str
    module: str
    banner: str
    step: int
    steps: int
    title: str
    phase: Phase
    overlay: Overlay | None
    round: int
    voted: str
    part: Part
    bars: Bars | None
    timer: Timer | None
    people: int = 0
    present: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """An expected action with its rating, "" while it is not rated."""

    number: int
    text: str
    objective: str
    rating: str
    note: str


@dataclass(frozen=True, slots=True)
class InjectRow:
    """An inject as the facilitator sees it. `when`: at what time or after what it is due.

    `to` and `sender` in words. `hint`: what may be said now, "" before its time or after it was
    given; `missed`: what is to be played now, "" while nothing was missed or when it was played.
    `harm`: what has to be stopped. `on_wall`: whether the room can read it.
    `ask`: the question that the room votes on.
    """

    id: str
    when: str
    storyline: str
    text: str
    out: bool
    expected: tuple[ExpectedRow, ...]
    if_missed: str
    notes: str
    to: str = ""
    sender: str = ""
    hint: str = ""
    missed: str = ""
    harm: str = ""
    on_wall: bool = True
    ask: str = ""


@dataclass(frozen=True, slots=True)
class TestDesk:
    """A team test under way. `key`: the right letters, question by question.

    `tried`: table -> for each question the letters scratched so far, in order. `appeals`: as said.
    """

    stage: str
    sheets: int
    key: tuple[str, ...]
    tried: tuple[tuple[str, tuple[str, ...]], ...]
    appeals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CockpitFrame:
    """What the instructor sees: the wall, and all that the room must not see.

    `key`: the labels of the right answers. `tally`: votes per answer in each round, None where a
    private question has too few. `options`: label -> the author's key. `offered`: the verbs that
    mean something now. `spent`: seconds in this step; `left`: of the countdown, None without one.
    `aims`: in the
    hot wash of an exercise the ids of its training objectives.
    """

    wall: WallFrame
    session: str
    notes: str
    discuss: str
    following: str
    advice: str
    key: tuple[str, ...]
    options: dict[str, str]
    tally: Bars | None
    too_many: bool
    share: float | None
    gain: float | None
    present: int
    minutes: float
    spent: float
    left: float | None
    since: str
    injects: tuple[InjectRow, ...]
    log: tuple[str, ...]
    parked: tuple[str, ...]
    points: tuple[tuple[str, str], ...]
    offered: frozenset[str]
    saving: Saving
    notices: tuple[str, ...]
    aims: tuple[str, ...] = ()
    test: TestDesk | None = None
