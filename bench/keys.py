"""Keys: from Down to the last byte of the repaint, against Down in a plain list of Textual's own.

python -m bench.keys [--rounds N]
"""

import argparse
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench import course
from bench.empty import READY
from bench.figures import Row, table
from bench.terminal import DOWN, ENTER, Program

TARGET = 1.5


@dataclass(slots=True)
class Place:
    """A list in a running program, and what its keys took."""

    name: str
    program: Program
    base: "Place | None" = None
    times: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def press(self) -> None:
        """Press Down once and note what it took."""
        before = self.program.cpu()
        seconds, count = self.program.key_to_repaint(DOWN)
        self.times.append(seconds)
        self.bytes.append(count)
        self.cpu.append((self.program.cpu() or 0.0) - (before or 0.0))

    def forget(self) -> None:
        """Start afresh after the keys that do not count."""
        self.times.clear()
        self.bytes.clear()
        self.cpu.clear()


def places(stack: ExitStack, home: Path, courses: Path) -> list[Place]:
    """The four lists, each in a program of its own that runs until the end."""
    titles = [f"[ ] {title}\n    about 1 min - not started" for title in course.lesson_titles()]
    # The module page lists the practice too.
    plain_module = _plain(stack, home, [*titles, "[ ] Practice\n    about 1 min - not started"])
    plain_answers = _plain(stack, home, list(course.ANSWERS))
    module = Place("tutor: Down in the module page", _module(stack, home / "a", courses))
    module.base = Place("plain OptionList, as many entries", plain_module)
    answers = Place("tutor: Down in an AnswerList", _question(stack, home / "b", courses))
    answers.base = Place("plain OptionList, the same answers", plain_answers)
    return [module.base, module, answers.base, answers]


def _plain(stack: ExitStack, home: Path, texts: list[str]) -> Program:
    program = stack.enter_context(Program(("-m", "bench.empty", *texts), home))
    program.wait_for(READY)
    program.settle()
    program.press(b"\t")
    program.settle()
    return program


def _module(stack: ExitStack, home: Path, courses: Path) -> Program:
    arguments = ("-m", "tutor", "--courses", str(courses), "play", course.REF)
    program = stack.enter_context(Program(arguments, home))
    program.wait_for("not started")
    program.settle()
    return program


def _question(stack: ExitStack, home: Path, courses: Path) -> Program:
    program = _module(stack, home, courses)
    for expected in (course.FIRST_PAGE, "Which advice do you give?"):
        program.press(ENTER)
        program.wait_for(expected)
        program.settle()
    return program


def report(measured: list[Place]) -> str:
    """What a person waits, what the processor does, and the bytes that a slow line carries."""
    parts = [table("Key to repaint, wall clock", [_row(place, place.times) for place in measured])]
    if all(map(all, (place.cpu for place in measured))):
        rows = [_row(place, place.cpu) for place in measured]
        parts.append(table("Key to repaint, processor time", rows))
    parts.append("Bytes for a key, median")
    parts += [f"  {place.name}: {median(place.bytes):.0f}" for place in measured]
    return "\n".join(parts)


def _row(place: Place, samples: list[float]) -> Row:
    if place.base is None:
        return Row(place.name, samples)
    base = place.base.times if samples is place.times else place.base.cpu
    return Row(place.name, samples, base, TARGET)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.keys", description=__doc__)
    parser.add_argument("--rounds", type=int, default=60, help="keys in each list (60)")
    rounds = parser.parse_args().rounds
    with TemporaryDirectory() as folder, ExitStack() as stack:
        root = Path(folder)
        measured = places(stack, root / "home", course.write_course(root / "courses"))
        for number in range(rounds + 5):
            if number == 5:
                for place in measured:
                    place.forget()
            for place in measured if number % 2 else reversed(measured):
                place.press()
        print(report(measured))


if __name__ == "__main__":
    main()
