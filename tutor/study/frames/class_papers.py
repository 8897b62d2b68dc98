"""What a class needs on paper. What participants hold has no field for a key or a note."""

from dataclasses import dataclass

from tutor.study.frames.cards import SourceCard
from tutor.study.frames.handout import PaperQuestion, QuestionKey


@dataclass(frozen=True, slots=True)
class Titled:
    """What the paper belongs to."""

    ref: str
    title: str
    course: str
    version: str
    banner: str
    program: str


@dataclass(frozen=True, slots=True)
class LetterCards:
    """Cards to vote with: the letters that the room needs."""

    about: Titled
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A question to count. `many`: each person may name several. `private`: slips only."""

    number: int
    title: str
    options: tuple[str, ...]
    many: bool
    private: bool


@dataclass(frozen=True, slots=True)
class TallySheets:
    """A row for each question of the agenda that the room can vote on.

    `scenarios`: title and the letters that its decisions need.
    """

    about: Titled
    rows: tuple[TallyRow, ...]
    scenarios: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class PaperMessage:
    """An inject as its role gets it. `number`: its place in the events list."""

    number: int
    to: str
    sender: str
    channel: str
    text: str


@dataclass(frozen=True, slots=True)
class MessageCards:
    """Messages by role; one that goes to two roles is there twice. "" is everybody."""

    about: Titled
    roles: tuple[tuple[str, tuple[PaperMessage, ...]], ...]


@dataclass(frozen=True, slots=True)
class GuideChoice:
    """A choice of a situation with its quality, 0..3."""

    text: str
    quality: int
    harm: bool
    why: str


@dataclass(frozen=True, slots=True)
class GuideNode:
    """A situation of a scenario, for whoever leads the class through it."""

    id: str
    text: str
    cue: str
    choices: tuple[GuideChoice, ...]
    end: str
    debrief: str
    notes: str
    discuss: str


@dataclass(frozen=True, slots=True)
class GuideStep:
    """A step of the agenda. `start` and `minutes`: from the beginning of the class."""

    number: int
    start: float
    minutes: float
    kind: str
    title: str
    text: str
    notes: str
    discuss: str
    questions: tuple[tuple[PaperQuestion, QuestionKey], ...]
    nodes: tuple[GuideNode, ...]


@dataclass(frozen=True, slots=True)
class GuideEvent:
    """A line of the events list, with all that the facilitator needs.

    `expected`: action, id of the training objective, sources. `hint_after`: minutes, 0 without one.
    """

    number: int
    id: str
    when: str
    storyline: str
    message: PaperMessage
    expected: tuple[tuple[str, str, tuple[str, ...]], ...]
    hint_after: int
    hint: str
    if_missed: str
    harm: str
    vote: str
    notes: str


@dataclass(frozen=True, slots=True)
class GuideExercise:
    """An exercise for its facilitator. `objectives`: id and text; `rounds`: round and question of
    the hot wash."""

    situation: str
    objectives: tuple[tuple[str, str], ...]
    roles: tuple[str, ...]
    events: tuple[GuideEvent, ...]
    rounds: tuple[tuple[str, str], ...]
    notes: str


@dataclass(frozen=True, slots=True)
class Guide:
    """The facilitator's guide. `interaction`: share of the time, 0..1, in which the room works."""

    about: Titled
    minutes: float
    interaction: float
    warning: str
    notes: str
    objectives: tuple[str, ...]
    content_note: str
    steps: tuple[GuideStep, ...]
    exercise: GuideExercise | None
    sources: tuple[SourceCard, ...]
