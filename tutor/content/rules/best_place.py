"""G312: in a scenario, the best choice can be told by its place or its length."""

from collections.abc import Callable, Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.rules.chance import at_least, per_cent
from tutor.content.rules.studied import Studied
from tutor.model.scenario import Node

RULE = Rule(
    "G312",
    Severity.WARNING,
    "The best choice is told by its place or its length",
    "Where the best choice mostly stands first, or mostly is the longest, a learner can do well "
    "without reading. The finding needs at least four situations, more than half of them with "
    "the habit, and less than one chance in fifty that it came by accident.",
)
RULES = (RULE,)

FEWEST = 4
"""Situations below which nothing can be said."""

SHARE = 0.5
ACCIDENT = 0.02


def check(one: Studied) -> Iterator[Diagnostic]:
    """Both habits, over every situation whose choices differ in quality."""
    nodes = [
        node
        for node in one.nodes.values()
        if len({choice.quality for choice in node.answers.values()}) > 1
    ]
    head = one.view.head
    if head is None or len(nodes) < FEWEST:
        return
    chances = [len(_best(node)) / len(node.answers) for node in nodes]
    for told, habit, mend in _HABITS:
        hits = sum(habit(node) in _best(node) for node in nodes)
        if hits > SHARE * len(nodes) and at_least(hits, chances) < ACCIDENT:
            message = (
                f"The best choice {told} in {hits} of {len(nodes)} situations, by chance it "
                f"would be {per_cent(sum(chances) / len(nodes))} of them."
            )
            yield head.origin.at_value(RULE, ("title",), message, mend)


def _best(node: Node) -> list[str]:
    top = max(choice.quality for choice in node.answers.values())
    return [letter for letter, choice in node.answers.items() if choice.quality == top]


def _first(node: Node) -> str:
    return next(iter(node.answers))


def _longest(node: Node) -> str:
    """The longest choice, none when two are equally long."""
    top = max(len(choice.text) for choice in node.answers.values())
    letters = [letter for letter, choice in node.answers.items() if len(choice.text) == top]
    return letters[0] if len(letters) == 1 else ""


_HABITS: tuple[tuple[str, Callable[[Node], str], str], ...] = (
    ("stands first", _first, "Change the order of the choices in some situations."),
    ("is the longest", _longest, "Shorten it in some situations, or lengthen another choice."),
)
