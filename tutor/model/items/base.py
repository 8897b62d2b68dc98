"""What every question has, whatever its kind."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Frozen, Id, Letter, Line, Text


class Use(StrEnum):
    """Where a question may be asked."""

    PRACTICE = "practice"
    EXAM = "exam"
    PRETEST = "pretest"
    CHECKPOINT = "checkpoint"


class Answer(Frozen):
    """A lettered answer with the explanation that every answer must have."""

    text: Text
    why: Text
    misconception: Id | None = None


class Item(Frozen):
    """A question. `difficulty`: 1 recall, 2 understand, 3 apply, 4 analyse, 5 evaluate."""

    KIND: ClassVar[str]

    id: Id
    kind: str
    objective: Id
    prompt: Text
    source: tuple[Id, ...] = ()
    use: tuple[Annotated[Use, Field(strict=False)], ...] = (Use.PRACTICE, Use.EXAM)
    difficulty: Annotated[int, Field(ge=1, le=5)] = 1
    vignette: Text | None = None
    hints: Annotated[tuple[Text, ...], Field(max_length=5)] = ()
    pin_last: Letter | None = None
    sensitivity: Literal["private"] | None = None
    notes: Text | None = None
    was: tuple[Id, ...] = ()


ShortAnswer = Line
"""A text that a learner would type: an accepted or near spelling."""
