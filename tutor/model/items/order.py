"""Lines to put in order."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Letter, Text
from tutor.model.items.base import Item


class Order(Item):
    """The letters stand in the right order in the file; the screen shuffles them."""

    KIND: ClassVar[str] = "order"
    kind: Literal["order"]
    answers: Annotated[dict[Letter, Text], Field(min_length=3, max_length=8)]
    scoring: Literal["tau", "pairs", "absolute"] = "tau"
    why: Text
