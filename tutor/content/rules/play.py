"""G306, G307, G309 to G315: what only play shows. One analysis of a scenario serves them all."""

from collections.abc import Callable, Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.rules import best_place, endings, idle_choices
from tutor.content.rules.studied import Studied, studied
from tutor.content.view import CourseView

SAMPLED = Rule(
    "G313",
    Severity.NOTE,
    "A scenario too large to be looked at whole",
    "Indicators and facts that conditions look at multiply the states that a play can be in. "
    "Beyond the limit random play stands in for all plays: shares are estimates, and choices that "
    "are never offered or never worth taking are not looked for. Fewer indicators in conditions, "
    "or narrower ranges (`min`, `max`), make it exact again.",
)

Look = Callable[[Studied], Iterator[Diagnostic]]

LOOKS: tuple[tuple[Look, tuple[Rule, ...]], ...] = (
    (endings.check, endings.RULES),
    (idle_choices.check, idle_choices.RULES),
    (best_place.check, best_place.RULES),
)
"""The rules over one analysed scenario."""

RULES: tuple[Rule, ...] = (SAMPLED, *(rule for _, rules in LOOKS for rule in rules))


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every scenario whose findings are wanted: an analysis takes a second or two."""
    for _, scenario in view.scenarios():
        one = studied(scenario) if view.asks(scenario.file) else None
        if one is not None:
            if one.analysis.sampled and scenario.head is not None:
                message = (
                    "The scenario has too many states to look at all, so play was sampled: "
                    f"{one.analysis.plays:,} random plays stand in for every one."
                )
                hint = "Let fewer indicators decide, or narrow their range with min and max."
                yield scenario.head.origin.at_value(SAMPLED, ("start",), message, hint)
            for look, _ in LOOKS:
                yield from look(one)
