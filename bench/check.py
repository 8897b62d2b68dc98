"""Checking a course of 1,000 questions: time against tomli alone, and memory.

python -m bench.check [--rounds N] [--modules N] [--questions N]
"""

import argparse
import random
import tracemalloc
from collections.abc import Callable
from datetime import date
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import tomli

from bench.figures import Row, table
from tutor.content.check import check
from tutor.content.files import Folder
from tutor.content.gather import everything
from tutor.content.read import Reader

TODAY = date(2026, 1, 1)
VOCABULARY = 4_000
"""Different words; the n-th most frequent comes 1/n as often as the first (Zipf), as in prose."""

_HEAD = """\
format    = 1
id        = "many"
title     = '''A course of many questions'''
summary   = '''Nothing to learn here.'''
version   = "1.0.0"
modules   = [{modules}]
"""
_MODULE = """\
title     = '''Module {name}'''
topic     = "wps-participation"
summary   = '''Nothing to learn here.'''
minutes   = 60
lessons   = ["l-1"]
scenarios = []

[objectives]
o1 = '''Explain what is measured.'''
o2 = '''Apply what is measured.'''
"""
_LESSON = """\
title      = '''A lesson'''
objectives = ["o1", "o2"]

[p-1]
title = '''A page'''
text  = '''{text} [@handbook]'''
"""
_SOURCES = """\
[handbook]
title     = '''A handbook'''
issuer    = '''A headquarters'''
date      = "2020"
authority = "guidance"
as_of     = "2026-01"
"""


class Author:
    """Writes questions of the length of the bundled ones, about 1,600 characters; by dice."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        letters = self._dice.choices("aeioubcdfglmnprst", k=VOCABULARY * 9)
        lengths = self._dice.choices(range(2, 10), k=VOCABULARY)
        self._words = ["".join(letters[9 * n : 9 * n + size]) for n, size in enumerate(lengths)]
        self._weights = list(accumulate(1 / (number + 1) for number in range(VOCABULARY)))

    def sentence(self, words: int) -> str:
        """A sentence of that many words."""
        drawn = self._dice.choices(self._words, cum_weights=self._weights, k=words)
        return " ".join(drawn).capitalize() + "."

    def question(self, name: str) -> str:
        """A block."""
        right = self._dice.choice("abcd")
        lines = [
            f"[{name}]",
            'kind = "single"',
            f'objective = "{self._dice.choice(["o1", "o2"])}"',
            f"difficulty = {self._dice.randint(1, 4)}",
            'source = "handbook"',
            f"vignette = '''{self.sentence(70)}'''",
            f"prompt = '''{self.sentence(14)[:-1]}?'''",
        ]
        for letter in "abcd":
            lines.append(f"{letter}.text = '''{self.sentence(14)}'''")
            lines.append(f"{letter}.why = '''{self.sentence(24)}'''")
        return "\n".join([*lines, f'correct = "{right}"', ""])


def write_course(root: Path, modules: int, questions: int) -> list[Path]:
    """The course in the folder `root`; returns its files."""
    author = Author(1)
    names = [f"m-{number:02}" for number in range(modules)]
    texts = {
        "course.toml": _HEAD.format(modules=", ".join(f'"{name}"' for name in names)),
        "sources.toml": _SOURCES,
    }
    for name in names:
        asked = [f"q-{number}" for number in range(questions // modules)]
        texts[f"{name}/module.toml"] = _MODULE.format(name=name)
        texts[f"{name}/lessons/l-1.toml"] = _LESSON.format(text=author.sentence(200))
        texts[f"{name}/questions.toml"] = "\n".join(map(author.question, asked))
    for file, text in texts.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return [root / file for file in texts]


def seconds(work: Callable[[], object]) -> float:
    """Processor time that it takes: another program beside it costs nothing."""
    begin = process_time()
    work()
    return process_time() - begin


def peak(work: Callable[[], object]) -> float:
    """Megabytes of memory that Python holds at most meanwhile."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.check", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="rounds (9)")
    parser.add_argument("--modules", type=int, default=10, help="modules (10)")
    parser.add_argument("--questions", type=int, default=1_000, help="questions in all (1000)")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        root = Path(folder) / "many"
        files = write_course(root, given.modules, given.questions)
        report = check([root], TODAY)
        errors = [one for one in report.diagnostics if one.severity.value == "error"]
        assert not errors, errors[0]
        work: dict[str, Callable[[], object]] = {
            "tomli alone": lambda: [tomli.loads(path.read_text("utf-8")) for path in files],
            "read with its places and models": lambda: everything(Reader(Folder.at(root))),
            "tutor check": lambda: check([root], TODAY),
        }
        times: dict[str, list[float]] = {name: [] for name in work}
        for _ in range(given.rounds):
            for name, one in work.items():
                times[name].append(seconds(one))
        base = times["tomli alone"]
        size = sum(path.stat().st_size for path in files) / 1e6
        title = f"{given.questions:,} questions, {len(files)} files, {size:.1f} MB (processor time)"
        rows = [Row(name, took, () if took is base else base) for name, took in times.items()]
        print(table(title, rows))
        for name, one in work.items():
            print(f"{name:<44}{peak(one):9.1f} MB at most")


if __name__ == "__main__":
    main()
