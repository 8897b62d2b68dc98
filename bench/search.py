"""Search: one key in fifty modules of the usual size, against the tenth of a second one notices.

python -m bench.search [--rounds N]
"""

import argparse
from random import Random
from time import process_time

from bench.figures import Row, table
from tutor.engine.search import Entry, Index

MODULES, PAGES, QUESTIONS = 50, 12, 60
PAGE_WORDS, QUESTION_WORDS = 450, 45
NOTICED = 0.1
WANTED = ("g", "ge", "gend", "gender advisor", "no-such-word", "e")


def entries() -> list[Entry[int]]:
    """Invented texts, always the same, of 20,000 different words."""
    dice = Random(7)
    letters = "etaoinshrdlucmfgypwbvké"
    known = ["".join(dice.choices(letters, k=dice.randint(2, 11))) for _ in range(20_000)]
    known[:40] = ["gender", "advisor"] * 20
    sizes = ([PAGE_WORDS] * PAGES + [QUESTION_WORDS] * QUESTIONS) * MODULES
    return [
        Entry(place, " ".join(dice.choices(known, k=6)), " ".join(dice.choices(known, k=size)))
        for place, size in enumerate(sizes)
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of keys (5)")
    texts = entries()
    started = process_time()
    index = Index(texts)
    building = process_time() - started
    keys = []
    for _ in range(parser.parse_args().rounds):
        for wanted in WANTED:
            started = process_time()
            index.find(wanted)
            keys.append(process_time() - started)
    rows = [Row("index built, once", [building]), Row("a key", keys, [NOTICED] * len(keys), 1.0)]
    print(table(f"{len(index)} texts of {MODULES} modules; the base of a key is 100 ms", rows))


if __name__ == "__main__":
    main()
