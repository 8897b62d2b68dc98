"""A staff exercise: storylines with injects, and what the training audience should do with them."""

from typing import Annotated

from pydantic import AliasChoices, Field

from tutor.model.base import Frozen, Id, Line, Text


class Expectation(Frozen):
    """An action that the facilitator looks for. `objective`: the training objective it shows."""

    text: Line
    objective: Id | None = None


class ExerciseInject(Frozen):
    """A message to the training audience.

    Due `at` minutes of exercise time; or when the inject named by `after` is out for `delay`
    minutes; with neither, when the facilitator releases it. `hint_after` minutes without a
    reaction, the facilitator may help; `if_missed` says what then happens. An author writes
    `from`; a journal, which holds the exercise as well, writes `sender`.
    """

    id: Id
    storyline: Id | None = None
    at: Annotated[int, Field(ge=0, le=60 * 24)] | None = None
    after: Id | None = None
    delay: Annotated[int, Field(ge=0, le=60 * 24)] = 0
    to: Line | None = None
    sender: Annotated[Line | None, Field(validation_alias=AliasChoices("from", "sender"))] = None
    channel: Line | None = None
    text: Text
    expected: Annotated[tuple[Expectation, ...], Field(max_length=12)] = ()
    hint_after: Annotated[int, Field(ge=1, le=600)] | None = None
    if_missed: Text | None = None
    notes: Text | None = None


class Exercise(Frozen):
    """An exercise as read. `objectives` and `storylines`: their texts by id."""

    id: Id
    title: Line
    situation: Text
    objectives: dict[Id, Line] = {}
    roles: tuple[Line, ...] = ()
    storylines: dict[Id, Line] = {}
    injects: dict[Id, ExerciseInject] = {}
