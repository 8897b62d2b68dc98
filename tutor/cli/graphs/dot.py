"""A scenario for Graphviz. Texts are quoted strings: nothing in them is read as a command."""

from textwrap import shorten

from tutor.cli.graphs.mermaid import SHOWN, edge_label
from tutor.content.harmless import harmless
from tutor.model.scenario import Scenario

LOOK = {"good": "doubleoctagon", "mixed": "octagon", "poor": "octagon", None: "box"}


def dot(scenario: Scenario) -> str:
    """A directed graph from top to bottom, with endings told by their shape and their word."""
    lines = [f"digraph {_quoted(scenario.id)} {{", "  rankdir=TB;", "  node [fontname=sans];"]
    for name, node in scenario.nodes.items():
        text = f"{node.end} ending" if node.end else shorten(harmless(node.text), SHOWN)
        label = _quoted(f"{name}\n{text}")
        lines.append(f"  {_quoted(name)} [shape={LOOK[node.end]}, label={label}];")
    for name, node in scenario.nodes.items():
        for letter, choice in node.answers.items():
            if choice.to in scenario.nodes:
                label = _quoted(edge_label(letter, choice))
                lines.append(f"  {_quoted(name)} -> {_quoted(choice.to)} [label={label}];")
    return "\n".join([*lines, "}"])


def _quoted(text: str) -> str:
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inner}"'
