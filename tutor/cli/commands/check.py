"""`tutor check`: look for mistakes in course files."""

import argparse
import gc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

EXAMPLE = """\
examples:
  tutor check courses
  tutor check courses/wps/participation/questions.toml
  tutor check --format short courses

Errors keep a block from loading, warnings should be mended, notes are shown and may stay.
exit status: 0 clean or only notes, 1 errors or warnings, 2 could not run"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "check",
        help="look for mistakes in course files",
        description="Check courses, modules or single files, and say what, why and how to mend.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="a courses folder, a course, a module or a file"
    )
    parser.add_argument(
        "--format",
        choices=("text", "short", "json"),
        default="text",
        help="text with the author's own line (default), one line each, or JSON",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check and print the findings. Raises UsageError for a path that is not there."""
    from tutor.cli.desks import course_roots
    from tutor.content.check import check
    from tutor.content.diagnostics import Severity
    from tutor.content.render import render
    from tutor.errors import UsageError

    paths = [Path(path) for path in args.paths] or list(course_roots(args))
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder.")
    collecting = gc.isenabled()
    gc.disable()  # the analysis of a scenario makes a million small values and no cycle
    try:
        report = check(paths, datetime.now(UTC).date())
    finally:
        if collecting:
            gc.enable()
    print(render(report, args.format))
    return 1 if any(one.severity is not Severity.NOTE for one in report.diagnostics) else 0
