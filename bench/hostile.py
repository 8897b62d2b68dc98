"""Hostile files: four times the size should take about four times as long, never sixteen.

python -m bench.hostile [--rounds N]
"""

import argparse
from time import process_time

from bench.figures import Row, table
from tests.content.pathological import SHAPES, Shape
from tutor.content.blocks import parse_bytes

SMALL, LARGE = 125_000, 500_000
TARGET = 8.0
"""Half way, in steps of doubling, between growing with the size and with its square."""


def seconds(shape: Shape, size: int) -> float:
    """Processor time to read one file."""
    content = shape(size).encode()
    started = process_time()
    parse_bytes(content, "x.toml")
    return max(process_time() - started, 1e-6)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.hostile", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="readings of each file (3)")
    rounds = range(parser.parse_args().rounds)
    rows = []
    for name, shape in SHAPES.items():
        small = [seconds(shape, SMALL) for _ in rounds]
        rows.append(Row(name, [seconds(shape, LARGE) for _ in rounds], small, TARGET))
    print(table(f"Reading {LARGE:,} characters, against {SMALL:,}", rows))


if __name__ == "__main__":
    main()
