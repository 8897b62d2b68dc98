"""What happened, as events that are only ever added to, and what a grader said.

An event carries what later exports need (INTEROP: xAPI, merge of machines): an id, the device,
its sequence number, the hash of the event before it, UTC time, the content fingerprint, the order
that was shown, the response and how long it took.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from tutor.model.base import Frozen
from tutor.model.library import Fingerprint
from tutor.model.marks import Bookmarked, Noted, Reported
from tutor.model.responses import Response

EVENT_FORMAT = 1
"""Version of a journal line. A line with a higher one makes the profile read-only."""

ALL_MODULES = "all"
"""The `module` of a quiz that mixes questions of several modules; the ref of a module has a
slash. Its answers carry their own module and count there."""


class Behaviour(StrEnum):
    """How a question was asked; a property of the quiz, not of the question."""

    PRACTICE = "practice"
    CHECKPOINT = "checkpoint"
    PRETEST = "pretest"
    EXAM = "exam"
    REVIEW = "review"


class Outcome(StrEnum):
    """The verdict in one word. `NOT_GRADABLE` is no wrong answer: nobody can grade it yet.

    `NOT_KNOWN` is no guess: the learner said "I don't know". It is worth what a blank is worth.
    """

    CORRECT = "correct"
    PARTLY = "partly"
    INCORRECT = "incorrect"
    NOT_KNOWN = "not known"
    NOT_GRADABLE = "not gradable"


class Verdict(Frozen):
    """What a grader says. `fraction` is in [0, 1]; `right_parts` are the parts that were right."""

    outcome: Outcome
    fraction: Annotated[float, Field(ge=0, le=1)] = 0.0
    harm: bool = False
    right_parts: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()
    note: str = ""


Waived = Literal["typed", "decision"]
"""A typed question, or a decision in a scenario, on an objective that has none."""


class PageRead(Frozen):
    """A page was shown. `page` is `lesson-id/page-id`."""

    kind: Literal["page"] = "page"
    module: str
    page: str
    seconds: float = 0.0


class Answered(Frozen):
    """A question was answered. `item` is `course/module/item-id`; `attempt` the quiz it was in.

    `fraction` is the grader's, before any deduction for a second try; `score` is after it.
    `carries`: the misconceptions that a wrong answer to this question could have shown. `waived`:
    what mastery does not ask for on this objective, because the module had nothing of it then.
    """

    kind: Literal["answer"] = "answer"
    module: str
    item: str
    objective: str
    item_kind: str
    behaviour: Behaviour
    attempt: str = ""
    fingerprint: Fingerprint
    shown: tuple[str, ...] = ()
    seed: int = 0
    response: Response
    verdict: Verdict
    score: float
    tries: int = 1
    hints: int = 0
    confidence: Annotated[int, Field(ge=1, le=3)] | None = None
    seconds: float = 0.0
    carries: tuple[str, ...] = ()
    waived: tuple[Waived, ...] = ()


class QuizStarted(Frozen):
    """A quiz was drawn. The seed and the list replay it exactly."""

    kind: Literal["quiz-started"] = "quiz-started"
    module: str
    attempt: str
    behaviour: Behaviour
    items: tuple[str, ...]
    seed: int


class QuizExtended(Frozen):
    """An open quiz goes on with more questions: a pre-test asks further where all was known."""

    kind: Literal["quiz-extended"] = "quiz-extended"
    module: str
    attempt: str
    items: tuple[str, ...]


class QuizMoved(Frozen):
    """The learner went to another question of an open quiz, or flagged this one."""

    kind: Literal["quiz-moved"] = "quiz-moved"
    module: str
    attempt: str
    at_item: str
    flagged: bool | None = None


class ObjectiveScore(Frozen):
    """Points earned of points possible for one objective."""

    objective: str
    earned: float
    possible: float


class PassMarks(Frozen):
    """What a quiz asks for to be passed, in per cent: overall and on every objective."""

    overall: int
    objective: int


class QuizFinished(Frozen):
    """A quiz was handed in. `percent` 0..100; `passed` is None where there is no pass mark.

    In a pre-test each objective counts once in `percent`, however many questions it had.
    `course_version` and `marks`: of the course that asked; "" and None in journals from before they
    were kept, and no marks where nothing is passed.
    """

    kind: Literal["quiz-finished"] = "quiz-finished"
    module: str
    attempt: str
    behaviour: Behaviour
    percent: float
    passed: bool | None
    objectives: tuple[ObjectiveScore, ...]
    course_version: str = ""
    marks: PassMarks | None = None


class QuizAbandoned(Frozen):
    """An open quiz was thrown away by the learner; its answers stay in the journal."""

    kind: Literal["quiz-abandoned"] = "quiz-abandoned"
    module: str
    attempt: str


class ScenarioState(Frozen):
    """Where a playthrough stands. `clock` counts exercise minutes from the start."""

    node: str
    indicators: dict[str, int] = {}
    facts: tuple[str, ...] = ()
    clock: int = 0


class RunStarted(Frozen):
    """A playthrough began. `forked_from`: the run and step that it branched off, if any."""

    kind: Literal["run-started"] = "run-started"
    module: str
    scenario: str
    run: str
    fingerprint: Fingerprint
    state: ScenarioState
    forked_from: str = ""


class Decided(Frozen):
    """A choice was made. `state` is the state after it; `offered` the letters in shown order.

    `misconception`: the tag of the choice, "" if it has none.
    """

    kind: Literal["decision"] = "decision"
    module: str
    scenario: str
    run: str
    node: str
    node_fingerprint: Fingerprint
    choice: str
    offered: tuple[str, ...]
    quality: int
    best: int
    objective: str = ""
    harm: bool = False
    misconception: str = ""
    state: ScenarioState
    confidence: Annotated[int, Field(ge=1, le=3)] | None = None
    seconds: float = 0.0


class RunFinished(Frozen):
    """A playthrough reached an ending."""

    kind: Literal["run-finished"] = "run-finished"
    module: str
    scenario: str
    run: str
    ending: str
    end: Literal["good", "mixed", "poor"]


class RunAbandoned(Frozen):
    """An open playthrough was thrown away by the learner."""

    kind: Literal["run-abandoned"] = "run-abandoned"
    module: str
    scenario: str
    run: str


Happening = Annotated[
    PageRead
    | Answered
    | QuizStarted
    | QuizExtended
    | QuizMoved
    | QuizFinished
    | QuizAbandoned
    | RunStarted
    | Decided
    | RunFinished
    | RunAbandoned
    | Noted
    | Bookmarked
    | Reported,
    Field(discriminator="kind"),
]
"""Everything that a study session may write down."""


class Entry(Frozen):
    """A place in the journal of one device, whatever happened there.

    `previous` is the SHA-256 (hex) of the journal line before it on this device, "" for the first.
    """

    format: int = EVENT_FORMAT
    id: str
    device: str
    sequence: Annotated[int, Field(ge=0)]
    previous: str
    at: AwareDatetime


class Event(Entry):
    """A happening with its place in the journal of one learner."""

    what: Happening
