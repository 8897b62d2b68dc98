"""R209: a page asks a question that the module does not have."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.origin import Origin
from tutor.content.positions import KeyPath
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView, ModuleView

RULE = Rule(
    "R209",
    Severity.ERROR,
    "`ask` names no question",
    "The questions after a page are blocks of questions.toml in the same module.",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every entry of every `ask`, of pages and of injects."""
    for module, origin, path, name in _asked(view):
        if module.items.lacks(name):
            message = f"questions.toml of this module has no question {quoted(name)}."
            hint = did_you_mean(name, sorted(module.items.names))
            hint = hint or "Correct the id, or take it out."
            yield origin.at_value(RULE, path, message, hint)


def _asked(view: CourseView) -> Iterator[tuple[ModuleView, Origin, KeyPath, str]]:
    for module, _, page in view.pages():
        for number, name in enumerate(page.value.ask):
            yield module, page.origin, ("ask", number), name
    for module, exercise in view.exercises():
        for inject in exercise.injects.entries.values():
            if inject.value.ask is not None:
                yield module, inject.origin, ("ask",), inject.value.ask
