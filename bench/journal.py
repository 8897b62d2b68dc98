"""The journal: what 50,000 attempts cost at the start, and what saving one attempt costs.

python -m bench.journal [--rounds N] [--events N] [--appends N]
"""

import argparse
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import course
from bench.figures import Row, table
from bench.start import FILLED
from bench.terminal import Program
from tutor.model.library import Fingerprint
from tutor.model.record import Answered, Behaviour, Outcome, Verdict
from tutor.model.responses import Choice
from tutor.store.journal import Journal
from tutor.store.learner import open_learner
from tutor.store.places import JOURNAL, PROGRESS

TARGET = 1.5
BATCH = 500
LEARNER = "Bench"


def attempts() -> Iterator[Answered]:
    """Answers to 400 questions, right and wrong in turn, without an end."""
    number = 0
    while True:
        right = number % 3 != 0
        number += 1
        yield Answered(
            module=course.REF,
            item=f"{course.REF}/q-{number % 400}",
            objective=f"o{number % 60}",
            item_kind="single",
            behaviour=Behaviour.PRACTICE,
            fingerprint=Fingerprint(meaning="m1", wording="w1"),
            shown=("c", "a", "d", "b"),
            response=Choice(chosen=("a" if right else "b",)),
            verdict=Verdict(
                outcome=Outcome.CORRECT if right else Outcome.INCORRECT, fraction=float(right)
            ),
            score=float(right),
            seconds=12.5,
        )


def ticking(events: int) -> Callable[[], datetime]:
    """A clock for so many events over 500 days that end yesterday: each day has its reviews."""
    step = timedelta(days=500) / max(events, 1)
    first = datetime.now(UTC) - timedelta(days=501)
    looks = count()
    return lambda: first + step * min(next(looks), events)


def make_profile(home: Path, events: int) -> Path:
    """Make a learner with so many attempts, closed properly; returns the folder of the learner."""
    source = attempts()
    with open_learner(home, LEARNER, clock=ticking(events)) as learner:
        left = events
        while left > 0:
            learner.record(*islice(source, min(BATCH, left)))
            left -= BATCH
        return learner.folder


class Starts:
    """Starts until home stands there with the courses, for three profiles."""

    def __init__(self, root: Path, events: int) -> None:
        self._courses = course.write_course(root / "courses")
        self._homes = {"empty": root / "empty", "long": root / "long", "bare": root / "bare"}
        make_profile(self._homes["empty"], 1)
        make_profile(self._homes["long"], events)
        self._bare = make_profile(self._homes["bare"], events)
        self.times: dict[str, list[float]] = {name: [] for name in self._homes}

    def forget(self) -> None:
        """Start afresh after the round that does not count."""
        for samples in self.times.values():
            samples.clear()

    def turn(self, backwards: bool) -> None:
        """Start with each profile once."""
        for name in sorted(self._homes, reverse=backwards):
            (self._bare / PROGRESS).unlink(missing_ok=True)
            arguments = ("-m", "tutor", "--courses", str(self._courses))
            with Program(arguments, self._homes[name]) as program:
                self.times[name].append(program.wait_for(FILLED))

    def report(self, events: int) -> str:
        """The table."""
        empty = self.times["empty"]
        return table(
            "Start to home with the courses",
            [
                Row("one event", empty),
                Row(f"{events:,} attempts", self.times["long"], empty, TARGET),
                Row("the same, without progress.json", self.times["bare"], empty),
            ],
        )


def appends(root: Path, number: int) -> str:
    """Append attempts through the journal, and lines of the same length to a bare file, in turn."""
    folder = root / "appends"
    folder.mkdir()
    journal = Journal.open(folder, device="bench", clock=ticking(number))
    bare = os.open(folder / "bare", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    ours: list[float] = []
    theirs: list[float] = []
    size = 0
    for attempt in islice(attempts(), number):
        begin = perf_counter()
        journal.append(attempt)
        ours.append(perf_counter() - begin)
        assert journal.saving.saved, journal.saving.problem
        length = (folder / JOURNAL).stat().st_size - size
        size += length
        line = b"x" * (length - 1) + b"\n"
        begin = perf_counter()
        os.write(bare, line)
        os.fsync(bare)
        theirs.append(perf_counter() - begin)
    os.close(bare)
    rows = [Row("bare write and fsync", theirs), Row("journal: one attempt saved", ours, theirs)]
    return table(f"Append, {size // number} bytes each", rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.journal", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="starts of each profile (9)")
    parser.add_argument("--events", type=int, default=50_000, help="attempts (50000)")
    parser.add_argument("--appends", type=int, default=300, help="appends (300)")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        print(appends(root, given.appends))
        starts = Starts(root, given.events)
        starts.turn(backwards=False)
        starts.forget()
        for number in range(given.rounds):
            starts.turn(backwards=number % 2 == 1)
        print(starts.report(given.events))


if __name__ == "__main__":
    main()
