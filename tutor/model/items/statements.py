"""Four statements, each true or false (Kprim)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Letter
from tutor.model.items.base import Answer, Item

STATEMENTS = 4
"""How many there are: the scoring of Kprim is defined for four."""


class Statement(Answer):
    """`answer`: whether the statement is true."""

    answer: bool


class Statements(Item):
    """The prompt is the stem that all four statements continue or speak about."""

    KIND: ClassVar[str] = "statements"
    kind: Literal["statements"]
    answers: Annotated[dict[Letter, Statement], Field(min_length=STATEMENTS, max_length=STATEMENTS)]
