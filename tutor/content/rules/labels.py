"""L804: labels of indicators that do not fit the screen."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.view import CourseView

RULE = Rule(
    "L804",
    Severity.WARNING,
    "A label that is cut off",
    "On a terminal of 80 columns the label of an indicator has 28 places beside its bar; what is "
    "longer ends in three dots, and the learner does not read what moves.",
)
RULES = (RULE,)

LONGEST = 28
"""Characters of a label that an 80-column screen shows."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every indicator."""
    for _, scenario in view.scenarios():
        for name, indicator in scenario.indicators.entries.items():
            label = indicator.value.label
            if len(label) > LONGEST:
                message = (
                    f"The label {quoted(label)} has {len(label)} characters; the screen shows "
                    f"{LONGEST} of them."
                )
                hint = "Two or three words are enough; the briefing can say more."
                yield indicator.origin.at_value(RULE, (name, "label"), message, hint)
