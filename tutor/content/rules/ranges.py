"""S108 and S109 for indicators and facts: ranges that hold nothing, names that are words."""

from collections.abc import Iterator

from tutor.content.conditions import WORDS
from tutor.content.diagnostics import Diagnostic, Rule
from tutor.content.harmless import quoted
from tutor.content.shape_rules import BAD_ID, OUT_OF_RANGE
from tutor.content.view import CourseView

RULES: tuple[Rule, ...] = ()
OTHERS = (OUT_OF_RANGE, BAD_ID)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """`min` <= `start` <= `max`, and no name that a condition could not use."""
    for _, scenario in view.scenarios():
        for name, indicator in scenario.indicators.entries.items():
            low, start, high = indicator.value.min, indicator.value.start, indicator.value.max
            if not low <= start <= high or low == high:
                message = f"{quoted(name)} starts at {start} and goes from {low} to {high}."
                hint = "The start lies between min and max (0 and 10 when they are left out)."
                yield indicator.origin.at_value(OUT_OF_RANGE, (name, "start"), message, hint)
        for shelf in (scenario.indicators, scenario.facts):
            for name, sited in shelf.entries.items():
                if name in WORDS or name.isdigit():
                    message = f"{quoted(name)} cannot be a name: conditions use it otherwise."
                    yield sited.origin.at_key(BAD_ID, (name,), message, "Choose another word.")
