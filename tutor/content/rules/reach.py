"""G303 and G304: nodes that nothing leads to, and nodes that lead to no ending."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.graph import finishing, reached, whole
from tutor.content.view import CourseView, ScenarioView

UNREACHED = Rule(
    "G303",
    Severity.WARNING,
    "A node that nothing leads to",
    "No choice leads to this node from the start, so no learner will see it.",
)
NO_ENDING = Rule(
    "G304",
    Severity.ERROR,
    "No way to an ending",
    "Whatever the learner chooses from this node on, the story never ends. A loop needs a way out.",
)
RULES = (UNREACHED, NO_ENDING)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Scenarios whose nodes could all be read; in others a way may only be broken."""
    for _, scenario in view.scenarios():
        head = scenario.head
        if head is not None and whole(scenario) and head.value.start in scenario.nodes.entries:
            yield from _of(scenario, head.value.start)


def _of(scenario: ScenarioView, start: str) -> Iterator[Diagnostic]:
    seen, ending = reached(scenario, start), finishing(scenario)
    for name, node in scenario.nodes.entries.items():
        if name not in seen:
            message = f"No choice leads to the node {quoted(name)}."
            hint = "Let a choice lead to it, or take it out."
            yield node.origin.at_block(UNREACHED, message, hint)
        elif name not in ending and node.value.answers:
            message = f"From the node {quoted(name)} no row of choices leads to an ending."
            hint = "Let one of the choices lead on to a node that ends."
            yield node.origin.at_block(NO_ENDING, message, hint)
