"""A word that a course wants to be spelt or said in another way: one block of `words.toml`."""

from typing import Annotated

from pydantic import Field

from tutor.model.base import Frozen, Id, Line, Text


class Avoided(Frozen):
    """`avoid`: the spellings to look for, letter case left aside; `say`: what to write instead."""

    id: Id
    avoid: Annotated[tuple[Line, ...], Field(min_length=1, max_length=20)]
    say: Line
    why: Text | None = None
