"""A document in which lines are wrong."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Letter, Line
from tutor.model.items.base import Answer, Item


class DocumentLine(Answer):
    """`flaw`: the line is wrong. `why` says so, or why a line that looks odd is sound."""

    flaw: bool = False


class Spot(Item):
    """The lines stand in the order of the file. `document` is the heading above them."""

    KIND: ClassVar[str] = "spot"
    kind: Literal["spot"]
    document: Line | None = None
    answers: Annotated[dict[Letter, DocumentLine], Field(min_length=3, max_length=8)]
