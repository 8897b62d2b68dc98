"""A question before the answer, and its explanation after it."""

from dataclasses import dataclass

from tutor.model.record import Outcome
from tutor.model.responses import Response
from tutor.study.frames.bodies import Body
from tutor.study.frames.cards import Heading, SourceCard
from tutor.study.moves import Action


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with a label: a plan, a message, a task, a model. `plain`: typed, no Markdown."""

    label: str
    text: str
    plain: bool = False


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
    passages: tuple[Passage, ...] = ()
    """What is read between the vignette and the prompt."""
    sure: tuple[str, ...] = ()
    """The words for confidence 1..3, to be asked with the answer; () where it is not asked."""


@dataclass(frozen=True, slots=True)
class AnswerNote:
    """One answer after the fact: what it says, what was done with it, and why.

    `chosen`: what the learner did ("your answer", "your place 2", ...) or "". `mark`: "right",
    "wrong", "defensible", "harmful", "missed", another word where none of these fits, or "" for an
    option that was rightly left alone.
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
    stated: str = ""
    """What the confidence means that was stated, in a line."""
    compared: tuple[Passage, ...] = ()
    """Two texts to hold side by side, the learner's first; one where there is no other."""
