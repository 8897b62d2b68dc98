"""Q402 and Q404: answers that give themselves away, or lean on other answers."""

import re
from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.keyed import Keyed, keyed
from tutor.content.view import CourseView

ABOVE = Rule(
    "Q402",
    Severity.WARNING,
    "An answer that speaks about the other answers",
    "The screen shuffles the answers, so nothing stands above, and letters change. Whoever sees "
    "that two answers are right knows that `all of them` is; and `none of them` shows only that "
    "the learner can rule out, not that the right answer is known.",
)
ABSOLUTE = Rule(
    "Q404",
    Severity.WARNING,
    "Absolute words only in wrong answers",
    "Words such as always, never or nobody mark an answer as wrong for anyone who has taken a few "
    "tests, since hardly anything is true without exception. When half of the wrong answers or "
    "more have one and no right answer does, the question is answered by its wording.",
)
RULES = (ABOVE, ABSOLUTE)

_END = r"(?:\s+(?:is|are)\s+(?:correct|right|true|wrong))?"
_THESE = r"(?:above|below|them|these|those|answers|options|choices)"
_ABOVE = re.compile(
    rf"\W*(?:all|none|both|neither|any|either|two)\s+(?:of\s+)?(?:the\s+)?{_THESE}"
    rf"(?:\s+(?:answers|options|choices))?{_END}\W*"
    rf"|\W*(?:both\s+)?(?:answers?\s+)?[a-h](?:\s*,\s*[a-h])*\s+and\s+[a-h]{_END}\W*",
    re.IGNORECASE,
)
_ABOVE_INSIDE = re.compile(r"\b(?:all|none|both|any|either|neither)\s+of\s+the\s+above\b", re.I)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|nobody|everybody|everyone|nothing|everything|completely|entirely|"
    r"absolutely|impossible|exclusively|under no circumstances|in all cases|in every case|"
    r"no one|without exception)\b",
    re.IGNORECASE,
)

_FEWEST = 2
"""Wrong answers with an absolute word that make a pattern."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Questions with one right answer and with several."""
    for question in keyed(view):
        yield from _above(question)
        yield from _absolute(question)


def _above(question: Keyed) -> Iterator[Diagnostic]:
    for letter, text in question.texts.items():
        if _ABOVE.fullmatch(text) or _ABOVE_INSIDE.search(text):
            message = f"Answer {letter} speaks about the other answers: {quoted(text)}."
            hint = "Write an answer with content of its own, or take it out."
            yield question.item.origin.at_value(ABOVE, (letter, "text"), message, hint)


def _absolute(question: Keyed) -> Iterator[Diagnostic]:
    marked = {
        letter: match[0]
        for letter, text in question.wrong.items()
        if (match := _ABSOLUTE.search(text)) is not None
    }
    if len(marked) < max(_FEWEST, len(question.wrong) / 2):
        return
    if any(_ABSOLUTE.search(text) for text in question.right.values()):
        return
    letter, word = next(iter(marked.items()))
    message = (
        f"{len(marked)} of {len(question.wrong)} wrong answers have an absolute word such as "
        f"{quoted(word)}, no right one does."
    )
    hint = "Soften the wrong answers, or let a right one be absolute where it is true."
    yield question.item.origin.at_words(ABSOLUTE, (letter, "text"), word, message, hint)
