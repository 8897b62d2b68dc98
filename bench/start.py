"""Start: the first paint of tutor against the first paint of an empty Textual app.

python -m bench.start [--rounds N]
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.empty import READY
from bench.figures import Row, table
from bench.terminal import Program

TARGET = 1.5
OPENING = "Opening the courses"
"""What the home screen says before the courses are read."""
FILLED = " min - "
"""Stands in the row of each module."""

TUTOR, EMPTY = ("-m", "tutor"), ("-m", "bench.empty")


class Times:
    """One list of seconds per thing measured."""

    def __init__(self) -> None:
        self.empty: list[float] = []
        self.paint: list[float] = []
        self.home: list[float] = []
        self.empty_cpu: list[float] = []
        self.paint_cpu: list[float] = []
        self.home_cpu: list[float] = []

    def measure_empty(self, home: Path) -> None:
        """Start the empty app once."""
        with Program(EMPTY, home) as program:
            self.empty.append(program.wait_for(READY))
            self.empty_cpu.append(program.cpu() or 0.0)

    def measure_tutor(self, home: Path) -> None:
        """Start tutor once."""
        with Program(TUTOR, home) as program:
            self.paint.append(program.wait_for(OPENING))
            self.paint_cpu.append(program.cpu() or 0.0)
            self.home.append(program.wait_for(FILLED))
            self.home_cpu.append(program.cpu() or 0.0)


def measure(rounds: int, home: Path) -> Times:
    """Start both in turn, `rounds` times, after one start of each that does not count."""
    warm = Times()
    warm.measure_empty(home)
    warm.measure_tutor(home)
    times = Times()
    for number in range(rounds):
        turns = [times.measure_empty, times.measure_tutor]
        for turn in turns if number % 2 else reversed(turns):
            turn(home)
    return times


def report(times: Times) -> str:
    """Two tables: what a person waits, and what the processor does."""
    clock = [
        Row("empty Textual app: first paint", times.empty),
        Row("tutor: first paint", times.paint, times.empty, TARGET),
        Row("tutor: home with the courses", times.home, times.empty),
    ]
    parts = [table("Start, wall clock", clock)]
    if all(times.empty_cpu):
        cpu = [
            Row("empty Textual app: first paint", times.empty_cpu),
            Row("tutor: first paint", times.paint_cpu, times.empty_cpu, TARGET),
            Row("tutor: home with the courses", times.home_cpu, times.empty_cpu),
        ]
        parts.append(table("Start, processor time (hardly moves with the load)", cpu))
    return "\n".join(parts)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.start", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="pairs of starts (15)")
    rounds = parser.parse_args().rounds
    with TemporaryDirectory() as folder:
        print(report(measure(rounds, Path(folder))))


if __name__ == "__main__":
    main()
