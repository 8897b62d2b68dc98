"""Medians and ratios as a small table."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

Samples = Sequence[float]
"""Seconds, one for each round."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, and what it is compared with (round by round), if with anything."""

    name: str
    samples: Samples
    base: Samples = ()
    target: float = 0.0


def table(title: str, rows: Sequence[Row]) -> str:
    """Return a table: median and range in milliseconds, median and range of the ratio."""
    head = f"{'':<44}{'ms':>9}{'min-max':>17}{'ratio':>8}{'min-max':>14}  target"
    return "\n".join([title, head, *map(_line, rows), ""])


def ratios(samples: Samples, base: Samples) -> list[float]:
    """Return how many times as long each round took as its own comparison."""
    return [one / other for one, other in zip(samples, base, strict=True)]


def _line(row: Row) -> str:
    low, high = min(row.samples) * 1000, max(row.samples) * 1000
    middle = f"{median(row.samples) * 1000:9.1f}"
    text = f"{row.name:<44}{middle}{f'{low:.1f}-{high:.1f}':>17}"
    if not row.base:
        return text
    found = ratios(row.samples, row.base)
    text += f"{median(found):8.2f}{f'{min(found):.2f}-{max(found):.2f}':>14}"
    if not row.target:
        return text
    met = "met" if median(found) <= row.target else "missed"
    return f"{text}  {row.target:.1f} {met}"
