"""A text with gaps."""

import re
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.model.base import Frozen, Id, Line, Text
from tutor.model.items.base import Item, ShortAnswer

MARKER = re.compile(r"\{\{[ \t]*([^{}\s]{1,80})[ \t]*\}\}")
"""A gap as an author writes it into the prompt, `{{who}}`; group 1 is its name."""


class Gap(Frozen):
    """Typed (`accept`) or chosen (`choices` with the `correct` one); a rule sees that it is one."""

    accept: Annotated[tuple[ShortAnswer, ...], Field(max_length=30)] = ()
    fuzzy: Annotated[int, Field(ge=0, le=1)] = 1
    choices: Annotated[tuple[Line, ...], Field(max_length=8)] = ()
    correct: Line | None = None
    why: Text | None = None

    @property
    def right(self) -> str:
        """An answer that fills the gap."""
        return self.correct or next(iter(self.accept), "")


class Cloze(Item):
    """`gaps` by name, as the author writes `who.accept`; the prompt holds `{{who}}`."""

    KIND: ClassVar[str] = "cloze"
    kind: Literal["cloze"]
    gaps: Annotated[dict[Id, Gap], Field(min_length=1, max_length=8)]
    why: Text

    @property
    def in_order(self) -> tuple[str, ...]:
        """The names of the gaps as they come in the prompt, each once."""
        named = (name for name in MARKER.findall(self.prompt) if name in self.gaps)
        return tuple(dict.fromkeys((*named, *self.gaps)))
