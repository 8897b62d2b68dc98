"""One best answer among several."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Letter
from tutor.model.items.base import Answer, Item


class SingleAnswer(Answer):
    """`credit`: a defensible answer that is not the best. `harm`: a never-event, worth 0."""

    credit: Annotated[float, Field(ge=0.25, le=0.75, strict=False)] | None = None
    harm: bool = False


class Single(Item):
    """`correct` names the one best answer."""

    KIND: ClassVar[str] = "single"
    kind: Literal["single"]
    answers: Annotated[dict[Letter, SingleAnswer], Field(min_length=2, max_length=8)]
    correct: Letter
