"""A word or a short phrase to type."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Text
from tutor.model.items.base import Item, ShortAnswer


class Short(Item):
    """`near`: close answers, told so. `fuzzy`: spelling slips allowed, 0 or 1."""

    KIND: ClassVar[str] = "short"
    kind: Literal["short"]
    accept: Annotated[tuple[ShortAnswer, ...], Field(min_length=1, max_length=30)]
    near: Annotated[tuple[ShortAnswer, ...], Field(max_length=30)] = ()
    fuzzy: Annotated[int, Field(ge=0, le=1)] = 1
    why: Text
