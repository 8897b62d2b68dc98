"""Pairs to find."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Frozen, Letter, Text
from tutor.model.items.base import Item


class Pair(Frozen):
    """A stem and its partner; `why` says what ties them."""

    left: Text
    right: Text
    why: Text | None = None


class Match(Item):
    """`extra`: partners that belong to no stem. `why` explains the whole."""

    KIND: ClassVar[str] = "match"
    kind: Literal["match"]
    answers: Annotated[dict[Letter, Pair], Field(min_length=2, max_length=8)]
    extra: Annotated[tuple[Text, ...], Field(max_length=4)] = ()
    why: Text
