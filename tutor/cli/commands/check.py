"""`tutor check`: look for mistakes in course files."""

import argparse
import gc
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.content.check import Report

EXAMPLE = """\
examples:
  tutor check courses
  tutor check courses/wps/participation/questions.toml
  tutor check --fix my-course            show what can be mended safely, ask, and write it
  tutor check --release my-course        what this version changes against ids.lock
  tutor check --format sarif courses     for code scanning; github for workflow annotations

Errors keep a block from loading, warnings should be mended, notes are shown and may stay.
`tutor explain CODE` tells more about a finding. # tutor: ok CODE reason on the line above a key
silences a warning or note there.
exit status: 0 nothing as severe as --fail-on, 1 findings, 2 could not run"""


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
        choices=("text", "short", "json", "github", "sarif"),
        default="text",
        help="text with the author's own line (default), one line each, or for programs",
    )
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "note"),
        default="warning",
        help="the least severe finding that makes the exit status 1 (default: warning)",
    )
    parser.add_argument(
        "--release", action="store_true", help="also hold each course against its ids.lock"
    )
    parser.add_argument(
        "--fix", action="store_true", help="mend what can be mended safely: shown first, then asked"
    )
    parser.add_argument("--yes", action="store_true", help="with --fix: write without asking")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check and print the findings. Raises UsageError for a path that is not there."""
    from tutor.cli.commands.fixing import fix
    from tutor.cli.desks import course_roots
    from tutor.content.diagnostics import Severity
    from tutor.content.render import render
    from tutor.errors import UsageError

    paths = [Path(path) for path in args.paths] or list(course_roots(args))
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder.")
    report = _checked(paths, args)
    aside = sys.stdout if args.format == "text" else sys.stderr
    if args.fix:
        fixable = dict.fromkeys(one.file for one in report.diagnostics if one.fix is not None)
        if fix(fixable, yes=args.yes, out=aside):
            report = _checked(paths, args)
    shown = render(report, args.format)
    if shown:
        print(shown)
    if args.format != "text":
        _tell_releases(report)
    levels = list(Severity)
    severe = levels[: levels.index(Severity(args.fail_on)) + 1]
    return 1 if any(one.severity in severe for one in report.diagnostics) else 0


def _checked(paths: Sequence[Path], args: argparse.Namespace) -> "Report":
    from tutor.content.check import check

    collecting = gc.isenabled()
    gc.disable()  # the analysis of a scenario makes a million small values and no cycle
    try:
        return check(paths, datetime.now(UTC).date(), release=args.release)
    finally:
        if collecting:
            gc.enable()


def _tell_releases(report: "Report") -> None:
    """Beside what a program reads, not in it."""
    from tutor.content.harmless import harmless
    from tutor.content.release import said

    for release in report.releases:
        print(harmless(said(release)), file=sys.stderr)
