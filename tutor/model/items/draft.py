"""A short written product, which the learner holds against a model and a list of points."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Letter, Text
from tutor.model.items.base import Item, Use


class Draft(Item):
    """`task`: what is to be written, for whom, how long. Nobody grades it."""

    KIND: ClassVar[str] = "draft"
    kind: Literal["draft"]
    use: tuple[Annotated[Use, Field(strict=False)], ...] = (Use.PRACTICE,)
    task: Text
    model: Text
    rubric: Annotated[dict[Letter, Text], Field(min_length=1, max_length=8)]
