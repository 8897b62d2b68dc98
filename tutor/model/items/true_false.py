"""One statement, true or false."""

from typing import ClassVar, Literal

from tutor.model.base import Id, Text
from tutor.model.items.base import Item


class TrueFalse(Item):
    """`right` and `wrong`: what a learner reads after answering rightly or wrongly."""

    KIND: ClassVar[str] = "true-false"
    kind: Literal["true-false"]
    answer: bool
    right: Text
    wrong: Text
    misconception: Id | None = None
