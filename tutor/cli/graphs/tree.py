"""A scenario as a text tree, for a terminal of 80 columns.

Every situation stands once, where it is reached first. A branch is moved to the right only where
the ways really part, so that a long scenario stays readable.
"""

from collections.abc import Iterator
from textwrap import shorten, wrap

from tutor.content.conditions_text import condition_text, effect_text
from tutor.content.harmless import harmless
from tutor.model.scenario import Node, NodeChoice, Scenario

WIDTH = 79
STEP = 2
DEEPEST = 24
"""Columns to which a branch is moved at most: the text needs the rest."""
QUALITY = {3: "best", 2: "defensible", 1: "weak", 0: "wrong"}
"""The words for a quality, as on the learner's screen."""


def tree(scenario: Scenario) -> str:
    """All situations and choices from the start, then what nothing leads to."""
    drawing = _Tree(scenario)
    lines = list(drawing.branch(scenario.start, 0)) if scenario.start in scenario.nodes else []
    for name in scenario.nodes:
        if name not in drawing.drawn:
            lines += ["", f"Nothing leads to {name}:", *drawing.branch(name, 0)]
    return "\n".join(lines)


class _Tree:
    def __init__(self, scenario: Scenario) -> None:
        self._nodes = scenario.nodes
        self.drawn: set[str] = set()

    def branch(self, name: str, indent: int) -> Iterator[str]:
        """A situation with its choices, then what they lead to and is not drawn yet."""
        waiting = [(name, indent)]
        while waiting:
            here, column = waiting.pop()
            if here in self.drawn or here not in self._nodes:
                continue
            self.drawn.add(here)
            node = self._nodes[here]
            yield from self._situation(node, column)
            targets = dict.fromkeys(choice.to for choice in node.answers.values())
            new = [one for one in targets if one in self._nodes and one not in self.drawn]
            deeper = column if len(new) < 2 else min(column + STEP, DEEPEST)
            waiting += [(one, deeper) for one in reversed(new)]

    def _situation(self, node: Node, column: int) -> Iterator[str]:
        yield ""
        yield from _lines(_title(node), column)
        yield from _lines(
            f'"{shorten(harmless(node.text), 2 * WIDTH, placeholder=" ...")}"', column
        )
        for letter, choice in node.answers.items():
            yield from self._choice(letter, choice, column)

    def _choice(self, letter: str, choice: NodeChoice, column: int) -> Iterator[str]:
        seen = " (drawn above)" if choice.to in self.drawn else ""
        lost = "" if choice.to in self._nodes else " (no such situation)"
        harm = ", HARM" if choice.harm else ""
        quality = f"{choice.quality} {QUALITY[choice.quality]}{harm}"
        text = shorten(harmless(choice.text), WIDTH, placeholder=" ...")
        yield from _lines(f"{letter}  {quality} -> {choice.to}{seen}{lost}: {text}", column + STEP)
        if choice.needs is not None:
            yield from _lines(f"needs {condition_text(choice.needs)}", column + STEP + 3)
        if choice.effects:
            effects = ", ".join(map(effect_text, choice.effects))
            yield from _lines(f"then {effects}", column + STEP + 3)


def _title(node: Node) -> str:
    about = [
        f"{node.end} ending" if node.end else "",
        f"objective {node.objective}" if node.objective else "",
        f"{node.clock} min" if node.clock else "",
        "inject" if node.inject else "",
        f"other text if {', '.join(node.text_if)}" if node.text_if else "",
    ]
    return f"[{node.id}]  {'; '.join(part for part in about if part)}".rstrip()


def _lines(text: str, column: int) -> list[str]:
    return wrap(text, WIDTH, initial_indent=" " * column, subsequent_indent=" " * (column + 3))
