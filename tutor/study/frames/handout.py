"""A module on paper: what a reader gets, and apart from it what an instructor gets as well.

No part of the reader's paper has a field for a key, an explanation, a quality or a note: all of
that stands in `HandoutKey`, which is None where it was not asked for.
"""

from dataclasses import dataclass

from tutor.study.frames.bodies import Body, Option
from tutor.study.frames.cards import SourceCard, TermCard
from tutor.study.frames.question import AnswerNote, Passage
from tutor.study.frames.scenario import InjectCard


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page of a lesson."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PaperLesson:
    """A lesson with what it is for."""

    title: str
    summary: str
    objectives: tuple[str, ...]
    pages: tuple[PaperPage, ...]


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question to be answered with a pen. `private`: the answer is nobody else's business."""

    kind: str
    rule: str
    vignette: str
    passages: tuple[Passage, ...]
    prompt: str
    body: Body
    private: bool


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """`letter` by place on the paper. `needs`: a condition in words, "" where there is none."""

    letter: str
    text: str
    needs: str


@dataclass(frozen=True, slots=True)
class PaperNode:
    """A situation, found by its number. `variants`: the condition and the text read instead."""

    number: int
    text: str
    variants: tuple[tuple[str, str], ...]
    inject: InjectCard | None
    minutes: int
    choices: tuple[PaperChoice, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision leads to, to be looked up after it was taken."""

    node: int
    letter: str
    changes: tuple[str, ...]
    to: int


@dataclass(frozen=True, slots=True)
class Gauge:
    """An indicator to keep by hand."""

    label: str
    start: int
    min: int
    max: int


@dataclass(frozen=True, slots=True)
class PaperScenario:
    """A scenario as an exercise on paper. It begins at situation 1."""

    title: str
    role: str
    briefing: str
    intent: str
    begins: str
    objectives: tuple[str, ...]
    gauges: tuple[Gauge, ...]
    nodes: tuple[PaperNode, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class PageKey:
    """For the instructor, on a page or a module."""

    notes: str
    discuss: str


@dataclass(frozen=True, slots=True)
class QuestionKey:
    """The key of a question. `options`: the answers as on the paper, to say which letter it is."""

    id: str
    objective: str
    difficulty: int
    use: tuple[str, ...]
    notes: tuple[AnswerNote, ...]
    options: tuple[Option, ...]
    why: tuple[str, ...]
    accepted: str
    model: tuple[Passage, ...]
    hints: tuple[str, ...]
    sources: tuple[SourceCard, ...]
    remarks: str


@dataclass(frozen=True, slots=True)
class ChoiceKey:
    """The quality, 0..3, of a choice and why."""

    letter: str
    quality: int
    harm: bool
    why: str
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True)
class NodeKey:
    """For the instructor, on a situation. `end`: good, mixed, poor or "" where it is no ending."""

    id: str
    objective: str
    end: str
    debrief: str
    cues: tuple[str, ...]
    choices: tuple[ChoiceKey, ...]
    notes: str
    discuss: str


@dataclass(frozen=True, slots=True)
class HandoutKey:
    """By place, counted from 0: page by lesson and page, node by scenario and node."""

    module: str
    pages: dict[tuple[int, int], PageKey]
    questions: tuple[QuestionKey, ...]
    nodes: dict[tuple[int, int], NodeKey]


@dataclass(frozen=True, slots=True)
class Handout:
    """A module as it can be printed. `sources` and `terms`: those of the whole course."""

    ref: str
    course: str
    version: str
    licence: str
    banner: str
    title: str
    summary: str
    content_note: str
    objectives: tuple[str, ...]
    lessons: tuple[PaperLesson, ...]
    questions: tuple[PaperQuestion, ...]
    scenarios: tuple[PaperScenario, ...]
    sources: tuple[SourceCard, ...]
    terms: tuple[TermCard, ...]
    program: str
    key: HandoutKey | None
