"""Slips planted in every bundled module: how many are named where they stand, and how many pass.

python -m bench.slips [--sites N] [--kind WORDS]
"""

import argparse
import random
from collections import Counter
from time import perf_counter

from tests.content.slips.planting import SLIPS, Bench, Fate, benches, modules, sites


def count(
    bench: Bench, files: list[str], most: int, kind: str, seed: int
) -> dict[str, Counter[Fate]]:
    """What became of each kind of slip in the files of one module."""
    found: dict[str, Counter[Fate]] = {}
    for slip in SLIPS:
        places = list(sites(bench, slip, files)) if kind in slip.name else []
        dice = random.Random(f"{seed} {slip.name}")
        chosen = places if most <= 0 else dice.sample(places, min(most, len(places)))
        found[slip.name] = Counter(bench.judge(slip, file, site) for file, site in chosen)
    return found


def table(title: str, rows: dict[str, Counter[Fate]]) -> str:
    """A line for each row that has anything, and the sum."""
    lines = [title, f"{'':<40}{'planted':>9}" + "".join(f"{fate.value:>17}" for fate in Fate)]
    total: Counter[Fate] = Counter()
    for name, counts in rows.items():
        if counts:
            total += counts
            lines.append(_row(name, counts))
    return "\n".join([*lines, _row("all", total), ""])


def _row(name: str, counts: Counter[Fate]) -> str:
    whole = counts.total()
    cells = "".join(f"{counts[fate]:>8}{_share(counts[fate], whole):>9}" for fate in Fate)
    return f"{name:<40}{whole:>9}{cells}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def main() -> None:
    """Plant, judge and print, module by module and kind by kind."""
    parser = argparse.ArgumentParser(prog="python -m bench.slips", description=__doc__)
    parser.add_argument("--sites", type=int, default=8, help="of a kind in a module (8); 0: all")
    parser.add_argument("--kind", default="", help="only kinds with these words in their name")
    parser.add_argument("--seed", type=int, default=1325)
    given = parser.parse_args()
    begin = perf_counter()
    by_module: dict[str, Counter[Fate]] = {}
    by_kind: dict[str, Counter[Fate]] = {slip.name: Counter() for slip in SLIPS}
    for bench in benches():
        for module, files in modules(bench).items():
            counts = count(bench, files, given.sites, given.kind, given.seed)
            by_module[f"{bench.folder.path.name}/{module}"] = sum(counts.values(), Counter())
            for name, counted in counts.items():
                by_kind[name] += counted
    print(table("Kinds", by_kind))
    print(table("Modules", by_module))
    print(f"{perf_counter() - begin:.0f} seconds")


if __name__ == "__main__":
    main()
