"""What comes in of one question: its keys so far, and what a person has to know of them.

What the file does not say and an author has to is written as `TODO: ...` and told.
"""

from dataclasses import dataclass, field

from tutor.content.interop.keys import Keys, lettered, put
from tutor.content.interop.lms import LmsQuestion
from tutor.content.interop.sections import explanations
from tutor.model.base import LETTERS

TODO = "TODO: "

FULL = 99.0
"""Per cent from which an answer earns full marks, as rounding may take a little."""


@dataclass(slots=True)
class Made:
    """`own`: what tags say of how the question was put together; `known`: the keys that they say;
    `told`: pairs of path and sentence."""

    question: LmsQuestion
    keys: Keys
    own: Keys
    known: Keys
    told: list[tuple[str, str]] = field(default_factory=list)

    def tell(self, what: str, why: str) -> None:
        """Note something about the key at a path."""
        self.told.append((what, why))

    def text(self, path: str, text: str, what: str) -> None:
        """Set a text that must be there; where the file has none, say what to write."""
        put(self.keys, path, text or f"{TODO}{what}")
        if not text:
            self.tell(path, "The file has none; a line that begins with TODO: stands there.")


def whys(made: Made, general: str, texts: list[str], first: int = 0) -> None:
    """The explanation of each answer; that of the whole goes to the answer at a place."""
    if general and general not in texts[first]:
        texts[first] = "\n\n".join(filter(None, (texts[first], general)))
    for letter, why in zip(LETTERS, texts, strict=False):
        made.text(f"{letter}.why", why, "say why this answer is right or wrong.")


def explained(made: Made, texts: list[str]) -> None:
    """The explanations of answers that stand in that of the whole, each under its text."""
    rest, each = explanations(made.question.feedback, texts)
    whys(made, rest, [each.get(place, "") for place in range(len(texts))])


def answers(made: Made, first: int) -> None:
    """The answers in their order, each with its explanation."""
    question = made.question
    made.keys.update(lettered([{"text": one.text} for one in question.answers]))
    whys(made, question.feedback, [one.feedback for one in question.answers], first)
