"""`tutor pack`: a course as one file to hand on."""

import argparse
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.content.check import Report
    from tutor.content.files import Folder
    from tutor.content.package.packing import Packed

EXAMPLE = """\
examples:
  tutor pack my-course                    writes my-course-1.0.0.course
  tutor pack my-course --out E:\\          onto a stick
  tutor pack my-course --force            in spite of warnings; replaces a file that is there

The same course gives the same file on every machine. It holds the TOML files, ids.lock, README and
LICENSE, and nothing else that lies in the folder. `tutor install FILE` takes it in.
exit status: 0 written, 1 findings of `tutor check` are in the way, 2 could not run"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "pack",
        help="put a course into one file to hand on",
        description="Check a course and write it into one .course file.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("path", metavar="PATH", type=Path, help="the folder of the course")
    parser.add_argument("--out", metavar="FILE", help="the file or folder to write to")
    parser.add_argument(
        "--force", action="store_true", help="pack in spite of warnings, and replace the file"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check, pack and write. Raises UsageError for a path that is no course."""
    from tutor import __version__
    from tutor.cli.files import deliver
    from tutor.content.package.packing import pack

    folder = _course(args.path)
    report = _checked(folder)
    if not _clean(report, force=args.force):
        return 1
    packed = pack(folder, __version__)
    deliver(packed.data, packed.name, args, mode=0o644)
    if args.out != "-":
        _tell(packed, report)
    return 0


def _course(path: Path) -> "Folder":
    from tutor.content.files import Folder
    from tutor.content.library import course_folders
    from tutor.errors import UsageError

    found = course_folders(path)
    if not found:
        raise UsageError(f"{path}: there is no course here.", "Name a folder with course.toml.")
    if len(found) > 1:
        raise UsageError(
            f"{path} holds {len(found)} courses; a package holds one.",
            f"Name one of them, such as {found[0].path}.",
        )
    return Folder.at(found[0].path)


def _checked(folder: "Folder") -> "Report":
    """What `tutor check` finds; a course with ids.lock is held against it, as a release is."""
    from tutor.content.check import check
    from tutor.content.lock import FILE

    return check([folder.path], datetime.now(UTC).date(), release=folder.has(FILE))


def _clean(report: "Report", *, force: bool) -> bool:
    """True when nothing that was found is in the way; the findings are printed otherwise."""
    from tutor.content.diagnostics import Severity
    from tutor.content.render import render

    found = {one.severity for one in report.diagnostics}
    errors, warned = Severity.ERROR in found, Severity.WARNING in found
    if not errors and (force or not warned):
        return True
    print(render(report, "text"), file=sys.stderr)
    again = "Errors have to be mended." if errors else "Mend the warnings, or pack with --force."
    print(f"Not packed. {again}", file=sys.stderr)
    return False


def _tell(packed: "Packed", report: "Report") -> None:
    from tutor.content.harmless import harmless
    from tutor.content.release import said

    about = packed.manifest
    print(f"{about.course} {about.version}, {len(about.files)} files, {len(packed.data):,} bytes")
    print(f"sha256 {sha256(packed.data).hexdigest()}")
    if packed.left_out:
        print(f"Left out, as no part of a course: {harmless(', '.join(packed.left_out))}")
    for release in report.releases:
        print(harmless(said(release)))
