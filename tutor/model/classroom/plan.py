"""What a class session is made of: its agenda, and what its rules need to know of the course."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from tutor.model.base import Frozen
from tutor.model.classroom.exercise import Exercise
from tutor.model.library import Fingerprint


class StepKind(StrEnum):
    """What is done in a step of the agenda."""

    SLIDE = "slide"
    QUESTION = "question"
    SCENARIO = "scenario"
    TEST = "team test"
    EXERCISE = "exercise"
    BREAK = "break"
    HOT_WASH = "hot wash"


TALK = frozenset({StepKind.SLIDE})
"""Steps in which the instructor presents; a break is neither this nor interaction."""


class Step(Frozen):
    """One step. `ref`: `lesson/page` of a slide, item id, scenario id, else "".

    `items`: the questions of a team test. `minutes` is what the plan gives it.
    """

    kind: Annotated[StepKind, Field(strict=False)]
    ref: str = ""
    title: str
    minutes: Annotated[float, Field(ge=0, le=600)] = 0.0
    items: tuple[str, ...] = ()


class Ballot(StrEnum):
    """How a room can vote on a question.

    ONE: each person for one option. MANY: each for any number (a line at a time). NONE: it is
    answered in words, so tables write and nobody counts.
    """

    ONE = "one"
    MANY = "many"
    NONE = "none"


class PinnedQuestion(Frozen):
    """A question as the rules of a session need it, whatever becomes of the course later.

    `options`: the author's keys in the order of the wall, for pairs followed by `partners`.
    `right`: the options that are right; empty for a judgement. `keyed`: there is something to
    reveal. `private`: see `SessionHead`.
    """

    item: str
    item_kind: str
    objective: str
    title: str
    fingerprint: Fingerprint
    ballot: Annotated[Ballot, Field(strict=False)]
    options: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    judgement: bool = False
    keyed: bool = True
    private: bool = False


class Privacy(StrEnum):
    """What is kept about people; the lobby says which.

    AGGREGATE: counts only. PSEUDONYMOUS: call-signs dealt by the program. ROSTER: names, because
    the organiser must prove attendance.
    """

    AGGREGATE = "aggregate"
    PSEUDONYMOUS = "pseudonymous"
    ROSTER = "roster"


class SessionHead(Frozen):
    """The first thing written down: what is taught, from which version of the course.

    `fingerprints`: of the pages and scenarios that the agenda uses, by the keys of
    `Module.fingerprints`; those of questions are with the questions. `rehearsal`: nobody was
    taught, so the session counts in no statistics.
    """

    session: str
    module: str
    title: str
    course_version: str
    agenda: tuple[Step, ...]
    questions: dict[str, PinnedQuestion] = {}
    fingerprints: dict[str, Fingerprint] = {}
    exercise: Exercise | None = None
    privacy: Annotated[Privacy, Field(strict=False)] = Privacy.AGGREGATE
    rehearsal: bool = False
