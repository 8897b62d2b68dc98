"""R203: `correct` or `pin_last` names no answer."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import listed, quoted
from tutor.content.positions import KeyPath
from tutor.content.view import CourseView
from tutor.model.items import Item

RULE = Rule(
    "R203",
    Severity.ERROR,
    "`correct` or `pin_last` names no answer",
    "The letter has to be one of the question's own answers.",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every letter that a question names."""
    for _, item in view.questions():
        answers = getattr(item.value, "answers", {})
        for path, letter in _named(item.value):
            if letter not in answers:
                message = f"The question has no answer {quoted(letter)}."
                hint = f"Its answers are {listed(list(answers), 'and')}." if answers else ""
                yield item.origin.at_value(RULE, path, message, hint)


def _named(item: Item) -> Iterator[tuple[KeyPath, str]]:
    if item.pin_last is not None:
        yield ("pin_last",), item.pin_last
    correct = getattr(item, "correct", ())
    if isinstance(correct, str):
        yield ("correct",), correct
    elif isinstance(correct, tuple):
        for number, letter in enumerate(correct):
            yield ("correct", number), letter
