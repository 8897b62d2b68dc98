"""Q403 and Q408: what a question asks, and the situation before it."""

import re
from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.view import CourseView, Sited
from tutor.engine.read_time import words
from tutor.model.items import Item

NEGATIVE = Rule(
    "Q403",
    Severity.WARNING,
    "A question that asks for what is not so",
    "NOT and EXCEPT are overlooked, even in capitals, and then somebody who knows the matter "
    "answers wrongly. And whoever finds the odd one out need not know what is right. Ask for what "
    "is so; or let the learner tick every right one.",
)
VIGNETTE = Rule(
    "Q408",
    Severity.WARNING,
    "A vignette that is too long or too short",
    "A vignette is a situation that the question needs: 60 to 150 words say who, where and what "
    "is at stake. A longer one tests reading; below 25 words it is a sentence of the prompt. "
    "Whether the question needs it, only a person can tell: cover it and try to answer.",
)
RULES = (NEGATIVE, VIGNETTE)

LONGEST, SHORTEST = 150, 25
"""Words of a vignette."""

_NEGATIVE = re.compile(
    r"\b(?:NOT|EXCEPT)\b"
    r"|\*{1,2}(?:not|except)\*{1,2}"
    r"|\bexcept\b(?=\s*[:?]|\s*$)"
    r"|\b[Ww]hich\s+(?:one\s+)?of\s+(?:the\s+following|these|them)\b[^.?!]{0,60}?"
    r"\b(?:not|isn't|aren't|doesn't|don't|never)\b"
)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every question of any kind."""
    for _, item in view.questions():
        negative = _NEGATIVE.search(item.value.prompt)
        if negative is not None:
            word = negative[0].split()[-1]
            message = f"The question asks for what is not so: {quoted(word)}."
            hint = "Turn it round: ask for what is right, or let every right answer be ticked."
            yield item.origin.at_words(NEGATIVE, ("prompt",), word, message, hint)
        yield from _vignette(item)


def _vignette(item: Sited[Item]) -> Iterator[Diagnostic]:
    if item.value.vignette is None:
        return
    count = words(item.value.vignette)
    if count > LONGEST:
        message = f"The vignette has {count} words; from {LONGEST} on it tests reading."
        hint = "Keep what the answer depends on, and take out the rest."
        yield item.origin.at_key(VIGNETTE, ("vignette",), message, hint)
    elif count < SHORTEST:
        message = f"The vignette has only {count} words."
        hint = "Put it into the prompt, or say who, where and what is at stake."
        yield item.origin.at_key(VIGNETTE, ("vignette",), message, hint)
