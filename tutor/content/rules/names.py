"""R210: conditions, effects and text variants that name no indicator or fact."""

from collections.abc import Iterator

from tutor.content import conditions
from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.positions import KeyPath
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView, ScenarioView, Shelf
from tutor.model.conditions import Shift
from tutor.model.scenario import Indicator, Node, NodeChoice

RULE = Rule(
    "R210",
    Severity.ERROR,
    "A condition or effect names no indicator or fact",
    "Indicators stand in `[indicators]` and move by numbers (`trust +2`), facts stand in "
    "`[facts]` and become true or false (`knows-hours`, `not knows-hours`).",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every scenario."""
    for _, scenario in view.scenarios():
        yield from faults(scenario)


def faults(scenario: ScenarioView) -> Iterator[Diagnostic]:
    """Every name in `needs`, `effects`, `text-if` and `cue-if` of every node."""
    for node in scenario.nodes.entries.values():
        for path, name, is_indicator in _mentions(node.value):
            said = _fault(scenario, name, is_indicator)
            if said is not None:
                yield node.origin.at_words(RULE, path, name, *said)


def _mentions(node: Node) -> Iterator[tuple[KeyPath, str, bool]]:
    for fact in node.text_if:
        yield ("text-if", fact), fact, False
    for fact in node.cue_if:
        yield ("cue-if", fact), fact, False
    for letter, choice in node.answers.items():
        yield from _of_choice(letter, choice)


def _of_choice(letter: str, choice: NodeChoice) -> Iterator[tuple[KeyPath, str, bool]]:
    if choice.needs is not None:
        for name, is_indicator in conditions.names(choice.needs):
            yield (letter, "needs"), name, is_indicator
    for number, effect in enumerate(choice.effects):
        path = (letter, "effects", number)
        if isinstance(effect, Shift):
            yield path, effect.indicator, True
        else:
            yield path, effect.fact, False


def _fault(scenario: ScenarioView, name: str, is_indicator: bool) -> tuple[str, str] | None:
    wanted: Shelf[Indicator] | Shelf[str] = scenario.indicators if is_indicator else scenario.facts
    if not wanted.lacks(name):
        return None
    what, block = ("indicator", "indicators") if is_indicator else ("fact", "facts")
    message = f"{quoted(name)} is no {what}: [{block}] does not declare it."
    other = scenario.facts if is_indicator else scenario.indicators
    if name in other.names:
        return message, _other_kind(name, is_indicator)
    stem, _, number = name.rpartition("-")
    if not is_indicator and number.isdigit() and stem in scenario.indicators.names:
        return message, f"Leave a blank: {stem} -{number}"
    hint = did_you_mean(name, sorted(wanted.names)) or f"Add it to [{block}]."
    return message, hint


def _other_kind(name: str, is_indicator: bool) -> str:
    if is_indicator:
        return f"It is a fact, which is true or false: {name}, not {name}."
    return f"It is an indicator, which has a number: {name} +1, {name} >= 3."
