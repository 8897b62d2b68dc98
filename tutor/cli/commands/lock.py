"""`tutor lock`: note the ids of a release, so that the next one can say what it changes."""

import argparse
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.content.files import Folder

EXAMPLE = """\
examples:
  tutor check --release my-course      what this version changes for learners
  tutor lock my-course                 note its ids and fingerprints in my-course/ids.lock

The file is kept with the course. An id that was renamed needs `was` in its new block; one that was
dropped on purpose is taken out with --drop.
exit status: 0 written or unchanged, 1 ids are gone, 2 could not run"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "lock",
        help="note the ids of a release in ids.lock",
        description="Write ids.lock of each course: its ids with fingerprints of meaning and "
        "wording.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a course, or a courses folder")
    parser.add_argument(
        "--drop", action="store_true", help="take out ids that are gone without a `was`"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write each lock. Raises UsageError for a path without a course, ContentError for errors."""
    from tutor.content.library import course_folders
    from tutor.errors import UsageError

    statuses = []
    for path in map(Path, args.paths):
        folders = course_folders(path)
        if not folders:
            raise UsageError(f"{path}: there is no course here.", "Name a folder with course.toml.")
        statuses += [_lock(folder, drop=args.drop) for folder in folders]
    return max(statuses)


def _lock(folder: "Folder", *, drop: bool) -> int:
    from tutor.content.harmless import harmless
    from tutor.content.lock import FILE
    from tutor.content.locking import locking
    from tutor.content.read import COURSE
    from tutor.content.release import said
    from tutor.store.atomic import write_whole

    prepared = locking(folder)
    name, gone = folder.name(FILE), prepared.release.changes.gone
    if prepared.release.since is not None:
        print(harmless(said(prepared.release)))
    if gone and not drop:
        print(f"{name} is left as it was: {len(gone)} of its ids are gone. Add `was` to the blocks")
        print("that took over, or run this with --drop.")
        return 1
    path = folder.path / FILE
    if path.exists() and path.read_bytes() == prepared.text.encode():
        print(f"{name} is up to date, {prepared.count} ids.")
        return 0
    mode = stat.S_IMODE((folder.path / COURSE).stat().st_mode)
    write_whole(path, prepared.text.encode(), mode=mode)
    print(f"{name} written, {prepared.count} ids.")
    return 0
