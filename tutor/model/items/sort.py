"""Things to put into bins."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Id, Letter, Line
from tutor.model.items.base import Answer, Item


class Sorted(Answer):
    """`bin`: the id of the bin that it belongs in."""

    bin: Id


class Sort(Item):
    """`bins`: the labels by id, in the order of the screen. A bin may stay empty."""

    KIND: ClassVar[str] = "sort"
    kind: Literal["sort"]
    bins: Annotated[dict[Id, Line], Field(min_length=2, max_length=6)]
    answers: Annotated[dict[Letter, Sorted], Field(min_length=2, max_length=8)]
