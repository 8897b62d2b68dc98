"""A number to work out."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Line, Text
from tutor.model.items.base import Item

Size = Annotated[float, Field(allow_inf_nan=False, ge=-1e12, le=1e12)]


class Number(Item):
    """Right within `tolerance` on either side, in the same `unit` as the answer."""

    KIND: ClassVar[str] = "number"
    kind: Literal["number"]
    answer: Size
    tolerance: Annotated[Size, Field(ge=0)] = 0.0
    unit: Line | None = None
    why: Text
