"""What a learner answered, by shape. Several kinds share a shape; none holds the key."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from tutor.model.base import Frozen

MAX_WRITTEN = 20_000
"""Characters of a typed answer that are kept; enough for a page of a draft."""


def storable(text: object) -> object:
    """Typed text without half characters, which a broken pipe or paste can bring and no file can
    hold; cut to `MAX_WRITTEN`. Anything else is left for the validation to refuse."""
    if not isinstance(text, str):
        return text
    return text.encode("utf-8", "replace").decode("utf-8")[:MAX_WRITTEN]


Typed = Annotated[str, BeforeValidator(storable), Field(max_length=MAX_WRITTEN)]
"""What a learner typed."""


class Choice(Frozen):
    """Letters that were picked, in no order. Single choice: none or one."""

    shape: Literal["choice"] = "choice"
    chosen: tuple[str, ...] = ()


class Truth(Frozen):
    """True, false, or not answered."""

    shape: Literal["truth"] = "truth"
    value: bool | None = None


class Pairs(Frozen):
    """Left side -> what was put beside it, also typed. Missing keys are unanswered."""

    shape: Literal["pairs"] = "pairs"
    pairs: dict[str, Typed] = {}


class Ordering(Frozen):
    """Letters from first to last; empty when the learner has not touched the lines."""

    shape: Literal["ordering"] = "ordering"
    order: tuple[str, ...] = ()


class Written(Frozen):
    """Typed text."""

    shape: Literal["written"] = "written"
    text: Typed = ""


Response = Annotated[Choice | Truth | Pairs | Ordering | Written, Field(discriminator="shape")]
