"""R201: objectives that the module does not declare."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.origin import Origin
from tutor.content.positions import KeyPath
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView, LessonView, ModuleView, ScenarioView

RULE = Rule(
    "R201",
    Severity.ERROR,
    "An objective that the module does not declare",
    "Objectives stand in `[objectives]` of module.toml. A question, lesson, scenario or node names "
    "one of them, so that the score for each objective is right.",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Questions, lessons, scenarios and their nodes."""
    for module in view.modules:
        for name, origin, path in _mentions(module):
            if module.objectives.lacks(name):
                message = f"The module declares no objective {quoted(name)}."
                declared = sorted(module.objectives.names)
                hint = did_you_mean(name, declared) or "Add it to [objectives] of module.toml."
                yield origin.at_value(RULE, path, message, hint)


def _mentions(module: ModuleView) -> Iterator[tuple[str, Origin, KeyPath]]:
    for item in module.items.entries.values():
        yield item.value.objective, item.origin, ("objective",)
    parts: tuple[LessonView | ScenarioView, ...] = (*module.lessons, *module.scenarios)
    for part in parts:
        if part.head is not None:
            for number, name in enumerate(part.head.value.objectives):
                yield name, part.head.origin, ("objectives", number)
    for scenario in module.scenarios:
        for node in scenario.nodes.entries.values():
            if node.value.objective is not None:
                yield node.value.objective, node.origin, ("objective",)
