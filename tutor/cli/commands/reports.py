"""`tutor reports`: what a learner reported as wrong, for the author of the course."""

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.study.frames import NotebookFrame, ReportRow

EXAMPLE = """\
examples:
  tutor reports
  tutor reports --format csv > reports.csv"""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so is a formula for a spreadsheet (OWASP, CSV injection)."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "reports",
        help="questions and pages that were reported as wrong",
        description="Write out what a learner reported, with the id, the fingerprint and the "
        "version of the course, for its author; changes nothing.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    formats = ("md", "csv", "json")
    parser.add_argument("--format", choices=formats, default="md", help="md if not given")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the reports."""
    from tutor.cli.desks import notebook_of

    frame = notebook_of(args)
    if frame is None:
        print("Nothing has been done yet on this computer.", file=sys.stderr)
    elif args.format == "json":
        json.dump([_fields(row) for row in frame.reports], sys.stdout, ensure_ascii=False, indent=2)
        print()
    elif args.format == "csv":
        _csv(frame)
    else:
        print("\n".join(_markdown(frame)))
    return 0


def _fields(row: "ReportRow") -> dict[str, str]:
    """The same names in JSON and CSV. No name of the learner: a report is about the course."""
    return {
        "id": row.id,
        "at": row.at.isoformat(),
        "about": row.about.value,
        "module": row.module,
        "ref": row.ref,
        "title": row.title,
        "problem": row.problem.value,
        "text": row.text,
        "course_version": row.course_version,
        "fingerprint_meaning": row.meaning,
        "fingerprint_wording": row.wording,
    }


def _csv(frame: "NotebookFrame") -> None:
    rows = [_fields(row) for row in frame.reports]
    names = list(rows[0]) if rows else ["id"]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([guarded(text) for text in row.values()] for row in rows)


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula, without control characters."""
    from tutor.content.harmless import harmless

    text = harmless(text)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def _markdown(frame: "NotebookFrame") -> Iterator[str]:
    from tutor.content.harmless import harmless

    yield "# Reports" if frame.reports else "No reports have been made."
    for row in frame.reports:
        yield from ("", f"## {harmless(row.ref)}: {row.problem.value}", "")
        yield f"- {row.about.value}: {' '.join(harmless(row.title).split())}"
        yield f"- reported {row.at:%Y-%m-%d}, course version {harmless(row.course_version)}"
        yield f"- fingerprint {row.meaning or 'unknown'}, wording {row.wording or 'unknown'}"
        if row.text:
            yield from ("", *(f"> {harmless(line)}" for line in row.text.split("\n")))
