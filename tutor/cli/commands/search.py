"""`tutor search`: where the courses speak of something."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.study.frames import HitRow

EXAMPLE = """\
examples:
  tutor search gender advisor
  tutor search 1325 --json"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "search",
        help="find pages, terms, sources and questions that were answered",
        description="Find what holds every word; case and accents do not count. Questions that "
        "are still to be answered are not shown.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("words", nargs="+", metavar="WORD")
    parser.add_argument("--json", action="store_true", help="for other programs")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what was found; 1 when there is nothing. Changes nothing."""
    from tutor.cli.desks import find

    hits = find(args, " ".join(args.words))
    if args.json:
        json.dump([asdict(hit) for hit in hits], sys.stdout, ensure_ascii=False, indent=2)
        print()
    elif hits:
        print("\n\n".join("\n".join(lines_of(hit)) for hit in hits))
    else:
        print("Nothing was found.", file=sys.stderr)
    return 0 if hits else 1


def lines_of(hit: "HitRow") -> list[str]:
    """A hit as text: what it is, where, and the words around the place."""
    from tutor.content.harmless import harmless

    where = hit.where.module if hit.kind in ("page", "question") else ""
    lines = [f"{hit.kind}: {hit.title}", f"    {hit.place}{f'  ({where})' if where else ''}"]
    return [harmless(line) for line in (*lines, f"    {hit.excerpt}")]
