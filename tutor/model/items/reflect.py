"""A question to think about in writing."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.items.base import Item, Use


class Reflect(Item):
    """There is no answer that could be right or wrong."""

    KIND: ClassVar[str] = "reflect"
    kind: Literal["reflect"]
    use: tuple[Annotated[Use, Field(strict=False)], ...] = (Use.PRACTICE,)
