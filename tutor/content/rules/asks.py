"""R209: a page asks a question that the module does not have."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView

RULE = Rule(
    "R209",
    Severity.ERROR,
    "`ask` names no question",
    "The questions after a page are blocks of questions.toml in the same module.",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every entry of every `ask`."""
    for module, _, page in view.pages():
        for number, name in enumerate(page.value.ask):
            if module.items.lacks(name):
                message = f"questions.toml of this module has no question {quoted(name)}."
                hint = did_you_mean(name, sorted(module.items.names))
                hint = hint or "Correct the id, or take it out of the list."
                yield page.origin.at_value(RULE, ("ask", number), message, hint)
