"""The one table of examples; a test holds it against the catalogue."""

from tutor.content.examples import craft, exercise, scenario, shape, syntax
from tutor.content.examples.example import Example

EXAMPLES: dict[str, Example] = (
    syntax.EXAMPLES | shape.EXAMPLES | scenario.EXAMPLES | exercise.EXAMPLES | craft.EXAMPLES
)
"""Code -> wrong and right."""

__all__ = ["EXAMPLES", "Example"]
