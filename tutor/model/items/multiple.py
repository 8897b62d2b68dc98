"""Several right answers to tick."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Letter
from tutor.model.items.base import Answer, Item


class MultipleAnswer(Answer):
    """`harm`: ticking it would be a never-event."""

    harm: bool = False


class Multiple(Item):
    """`correct` names the right answers; `scoring` the rule of LEARNING.md by name."""

    KIND: ClassVar[str] = "multiple"
    kind: Literal["multiple"]
    answers: Annotated[dict[Letter, MultipleAnswer], Field(min_length=3, max_length=8)]
    correct: Annotated[tuple[Letter, ...], Field(min_length=1)]
    scoring: Literal["balanced", "all-or-nothing", "every-decision"] = "balanced"
