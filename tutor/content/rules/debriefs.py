"""G308: an ending without a debrief."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.view import CourseView

RULE = Rule(
    "G308",
    Severity.WARNING,
    "An ending without a debrief",
    "After the ending the learner looks back: what was supposed to happen, what happened, why, "
    "and what to do next time. The `debrief` opens that part.",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every node with `end`."""
    for _, scenario in view.scenarios():
        for node in scenario.nodes.entries.values():
            if node.value.end is not None and node.value.debrief is None:
                message = f"The ending {quoted(node.value.id)} has no debrief."
                yield node.origin.at_block(RULE, message, "Add debrief = '''...'''")
