"""What a person has to know about one question that went through another format."""

from collections.abc import Iterable
from dataclasses import dataclass

WHOLE = "the whole question"


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """`item`: the id of the question, or the place in the file where it has none. `what`: the key
    as an author writes it, or `WHOLE`. `why`: one sentence."""

    item: str
    what: str
    why: str


def several(categories: Iterable[str]) -> str:
    """What is lost where a file sorts its questions."""
    return f"A module is one list; here these are one: {', '.join(categories)}"


class NotCarried(Exception):
    """A question that has no place on the other side; `str` says why in one sentence."""


class NotRead(Exception):
    """A file that is none of its format; `str` says what, why and what to do."""
