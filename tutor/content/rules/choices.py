"""G301, G302, G305: where choices lead, nodes without any, and nodes with only one."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView, ScenarioView, Sited
from tutor.model.scenario import Node

NOWHERE = Rule(
    "G301",
    Severity.ERROR,
    "A choice leads nowhere",
    "`to` and `start` name another node of the same scenario file.",
)
DEAD_END = Rule(
    "G302",
    Severity.ERROR,
    "A dead end",
    "A node has choices, or it is an ending. With neither the learner is stuck; with both it is "
    "unclear whether the story is over.",
)
ONE_CHOICE = Rule(
    "G305",
    Severity.WARNING,
    "A node with a single choice",
    "One choice is no decision. Put the text into the node before, or add what an officer could "
    "also do here.",
)
RULES = (NOWHERE, DEAD_END, ONE_CHOICE)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every scenario, node by node."""
    for _, scenario in view.scenarios():
        if scenario.head is not None:
            start = scenario.head.value.start
            if _unknown(scenario, start):
                yield scenario.head.origin.at_value(NOWHERE, ("start",), *_said(scenario, start))
        for node in scenario.nodes.entries.values():
            yield from _of_node(scenario, node)


def _of_node(scenario: ScenarioView, node: Sited[Node]) -> Iterator[Diagnostic]:
    choices = node.value.answers
    for letter, choice in choices.items():
        if _unknown(scenario, choice.to):
            said = _said(scenario, choice.to)
            yield node.origin.at_value(NOWHERE, (letter, "to"), *said)
    if node.value.end is None and not choices:
        message = f"The node {quoted(node.value.id)} has no choices and is no ending."
        hint = 'Add choices, or end = "good", "mixed" or "poor" with a debrief.'
        yield node.origin.at_block(DEAD_END, message, hint)
    if node.value.end is not None and choices:
        message = f"The ending {quoted(node.value.id)} has choices."
        yield node.origin.at_key(DEAD_END, ("end",), message, "Take out `end` or the choices.")
    if len(choices) == 1 and node.value.end is None:
        message = f"The node {quoted(node.value.id)} has only one choice."
        hint = "Add another choice, or join the node with the one before."
        yield node.origin.at_block(ONE_CHOICE, message, hint)


def _unknown(scenario: ScenarioView, name: str) -> bool:
    return scenario.nodes.lacks(name) or name in ("indicators", "facts")


def _said(scenario: ScenarioView, name: str) -> tuple[str, str]:
    known = sorted(scenario.nodes.names - {"", "indicators", "facts"})
    hint = did_you_mean(name, known) or "Correct the name, or add the node."
    return f"The scenario has no node {quoted(name)}.", hint
