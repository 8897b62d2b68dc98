"""A plan, and new information: does the plan still fit (script concordance)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Text
from tutor.model.items.base import Item, Use

STEPS = ("-2", "-1", "0", "+1", "+2")
"""The answers, from much less to much more appropriate; the places of `panel`."""


class PlanChange(Item):
    """`panel`: how many of a panel gave each answer; or `panel_best`, the author's own, -2..2.

    Without a real panel the question is for practice only, so that is where it belongs unless
    the author says otherwise.
    """

    KIND: ClassVar[str] = "inject"
    kind: Literal["inject"]
    use: tuple[Annotated[Use, Field(strict=False)], ...] = (Use.PRACTICE,)
    plan: Text
    inject: Text
    panel: (
        Annotated[
            tuple[Annotated[int, Field(ge=0, le=1000)], ...],
            Field(min_length=len(STEPS), max_length=len(STEPS)),
        ]
        | None
    ) = None
    panel_best: Annotated[int, Field(ge=-2, le=2)] | None = None
    why: Text
