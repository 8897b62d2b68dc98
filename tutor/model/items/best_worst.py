"""The best and the worst of several ways."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Letter
from tutor.model.items.base import Answer, Item


class RankedAnswer(Answer):
    """`quality`: 3 doctrinally best, 2 defensible, 1 weak, 0 harmful or wrong."""

    quality: Annotated[int, Field(ge=0, le=3)]


class BestWorst(Item):
    """Several may share the highest or the lowest quality; each of them is right then."""

    KIND: ClassVar[str] = "best-worst"
    kind: Literal["best-worst"]
    answers: Annotated[dict[Letter, RankedAnswer], Field(min_length=3, max_length=8)]
