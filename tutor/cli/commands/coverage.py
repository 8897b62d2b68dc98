"""`tutor coverage`: which objective is served by which pages, questions and decisions."""

import argparse
import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from textwrap import wrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.engine.coverage import Coverage
    from tutor.model.library import Module

EXAMPLE = """\
examples:
  tutor coverage wps
  tutor coverage wps/participation
  tutor coverage wps --format csv > coverage.csv

exit status: 0 nothing is missing, 1 there are gaps, 2 could not run"""
FORMATS = ("text", "csv", "json")
WIDTH = 79
LEVELS = range(1, 6)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "coverage",
        help="objectives against pages, questions and decisions",
        description="Show what serves each objective, with kinds, difficulty and use of the "
        "questions, and name the gaps.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("course", metavar="COURSE[/MODULE]", help="a course or one module")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text is the default")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the matrix. Raises ContentError for a course or module that is not there."""
    from tutor.engine.coverage import coverage

    found = [(module, coverage(module)) for module in _modules(args)]
    shown = {"text": _text, "csv": _csv, "json": _json}[args.format](found)
    print(shown, end="" if args.format == "csv" else "\n")
    return 1 if any(row.gaps for _, rows in found for row in rows) else 0


Found = Sequence[tuple["Module", "tuple[Coverage, ...]"]]


def _modules(args: argparse.Namespace) -> list["Module"]:
    from tutor.cli.desks import open_library
    from tutor.errors import UsageError

    library = open_library(args)
    course_id, _, module_id = args.course.strip("/").partition("/")
    course = next((one for one in library.courses if one.head.id == course_id), None)
    if course is None:
        known = ", ".join(one.head.id for one in library.courses)
        raise UsageError(f"There is no course {course_id!r}.", f"There are: {known}.")
    names = [module_id] if module_id else [m for m in course.head.modules if m in course.modules]
    return [library.module(f"{course_id}/{name}") for name in names]


def _text(found: Found) -> str:
    return "\n".join(line for module, rows in found for line in _module(module, rows))


def _module(module: "Module", rows: "tuple[Coverage, ...]") -> list[str]:
    from tutor.content.harmless import harmless

    head = f"{'':<14}{'pages':>6}{'asked':>7}{'exam':>6}{'pre':>5}{'kinds':>7}"
    head += f"   {'difficulty 1-5':<16}{'decisions':>9}"
    lines = [harmless(f"{module.head.title} ({module.ref})"), "", head]
    lines += [_line(row) for row in rows]
    gaps = [f"{row.objective}: {gap}" for row in rows for gap in row.gaps]
    lines += ["", *(gaps or ["Every objective has what it needs."]), ""]
    for row in rows:
        text = harmless(f"{row.objective}  {row.text}")
        lines += wrap(text, WIDTH, subsequent_indent=" " * (len(row.objective) + 2))
    return [*lines, ""]


def _line(row: "Coverage") -> str:
    levels = " ".join(f"{row.difficulty.get(level, 0) or '.':>2}" for level in LEVELS)
    return (
        f"{row.objective:<14}{len(row.pages):>6}{row.questions:>7}{row.uses.get('exam', 0):>6}"
        f"{row.uses.get('pretest', 0):>5}{len(row.kinds):>7}   {levels:<16}"
        f"{sum(row.decisions.values()):>9}"
    )


def _csv(found: Found) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    levels = [f"difficulty {level}" for level in LEVELS]
    writer.writerow(["module", "objective", "text", "pages", "questions", "checkpoint", "practice",
                     "exam", "pretest", *levels, "kinds", "decisions", "gaps"])  # fmt: skip
    for module, rows in found:
        for row in rows:
            uses = [row.uses.get(use, 0) for use in ("checkpoint", "practice", "exam", "pretest")]
            kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(row.kinds.items()))
            writer.writerow([module.ref, row.objective, _cell(row.text), len(row.pages),
                             row.questions, *uses,
                             *(row.difficulty.get(level, 0) for level in LEVELS), kinds,
                             sum(row.decisions.values()), " ".join(row.gaps)])  # fmt: skip
    return out.getvalue()


def _cell(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text


def _json(found: Found) -> str:
    data = [
        {
            "module": module.ref,
            "objectives": [asdict(row) | {"gaps": list(row.gaps)} for row in rows],
        }
        for module, rows in found
    ]
    return json.dumps(data, ensure_ascii=False, indent=2)
