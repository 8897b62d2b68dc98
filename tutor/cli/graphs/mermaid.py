"""A scenario as a Mermaid flowchart. Texts are quoted: nothing in them is read as a command."""

from textwrap import shorten

from tutor.cli.graphs.tree import QUALITY
from tutor.content.conditions_text import condition_text
from tutor.content.harmless import harmless
from tutor.model.scenario import NodeChoice, Scenario

SHOWN = 60
"""Characters of a text in a box."""
SHAPES = {"good": '(["{}"])', "mixed": '(["{}"])', "poor": '(["{}"])'}
NAMED = {'"': "#quot;", "#": "#35;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "\\": "#92;"}
"""What Mermaid reads as code or HTML, by its own entities."""


def mermaid(scenario: Scenario) -> str:
    """The flowchart; ids are numbered, since Mermaid knows words that an id may be, as `end`."""
    number = {name: f"n{place}" for place, name in enumerate(scenario.nodes)}
    lines = ["flowchart TD"]
    for name, node in scenario.nodes.items():
        label = f"{name}: {_short(node.text)}" if not node.end else f"{name} ({node.end} ending)"
        shape = SHAPES.get(node.end or "", '["{}"]')
        lines.append(f"    {number[name]}{shape.format(_quoted(label))}")
    for name, node in scenario.nodes.items():
        for letter, choice in node.answers.items():
            if choice.to in number:
                label = _quoted(edge_label(letter, choice))
                lines.append(f'    {number[name]} -->|"{label}"| {number[choice.to]}')
    return "\n".join(lines)


def edge_label(letter: str, choice: NodeChoice) -> str:
    """Letter, quality and condition of a choice."""
    harm = ", harm" if choice.harm else ""
    needs = f", if {condition_text(choice.needs)}" if choice.needs is not None else ""
    return f"{letter}: {choice.quality} {QUALITY[choice.quality]}{harm}{needs}"


def _short(text: str) -> str:
    return shorten(harmless(text), SHOWN, placeholder=" ...")


def _quoted(text: str) -> str:
    return "".join(NAMED.get(sign, sign) for sign in text)
