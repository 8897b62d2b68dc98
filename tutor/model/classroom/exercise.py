"""A staff exercise: storylines with injects, and what the training audience should do with them."""

from typing import Annotated

from pydantic import AliasChoices, Field

from tutor.model.base import Frozen, Id, Letter, Line, Text

LONGEST = 60 * 24
"""Minutes of the longest exercise."""

Minute = Annotated[int, Field(ge=0, le=LONGEST)]
"""Exercise time. A course file writes it as `T+00:25`."""


class Expectation(Frozen):
    """An action that the facilitator looks for. `objective`: the training objective it shows."""

    text: Line
    objective: Id | None = None
    source: tuple[Id, ...] = ()


class ExerciseInject(Frozen):
    """A message to the training audience.

    Due `at` minutes of exercise time; or when the inject named by `after` is out for `delay`
    minutes; with neither, when the facilitator releases it. `to`: roles, empty for everybody.
    `answers`: the expected actions. `hint_after` minutes without a reaction, the facilitator may
    give the `hint`; `if_missed` is what the training audience then gets to hear. `harm`: what must
    not be done, so that it is stopped and never rated as merely missed. `ask`: a question of the
    module that the room votes on. An author writes `from`; a journal, which holds the exercise as
    well, writes `sender`.
    """

    id: Id
    storyline: Id | None = None
    at: Minute | None = None
    after: Id | None = None
    delay: Minute = 0
    to: tuple[Id, ...] = ()
    sender: Annotated[
        Line | None, Field(alias="from", validation_alias=AliasChoices("from", "sender"))
    ] = None
    channel: Line | None = None
    text: Text
    answers: Annotated[dict[Letter, Expectation], Field(max_length=8)] = {}
    hint_after: Annotated[int, Field(ge=1, le=600)] | None = None
    hint: Text | None = None
    if_missed: Text | None = None
    harm: Text | None = None
    ask: Id | None = None
    notes: Text | None = None

    @property
    def expected(self) -> tuple[Expectation, ...]:
        """The expected actions in the order of the file; a rating counts them from 0."""
        return tuple(self.answers.values())


class HotWashPlan(Frozen):
    """The talk right after: `minutes` for all three rounds, and what each round asks."""

    minutes: Annotated[int, Field(ge=3, le=180)] = 15
    sustain: Text | None = None
    improve: Text | None = None
    surprise: Text | None = None
    notes: Text | None = None


class ExerciseHead(Frozen):
    """The keys before the first block.

    `minutes`: the whole class, briefing and hot wash included. `situation` is for everybody,
    `notes` for the facilitator. `cards`: messages go to their roles on paper, so that the wall says
    that one has come and for whom, and never what is in it.
    """

    title: Line
    situation: Text
    minutes: Annotated[int, Field(ge=10, le=LONGEST)] = 90
    cards: bool = False
    notes: Text | None = None


class Exercise(ExerciseHead):
    """An exercise as read. `objectives`, `roles` and `storylines`: their texts by id."""

    id: Id
    objectives: dict[Id, Line] = {}
    roles: dict[Id, Line] = {}
    storylines: dict[Id, Line] = {}
    injects: dict[Id, ExerciseInject] = {}
    hot_wash: HotWashPlan | None = None
