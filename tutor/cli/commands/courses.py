"""`tutor courses`: which courses are where, bringing installed ones up to date, removing one."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.content.library import Standing
    from tutor.content.package.unpacking import Package

EXAMPLE = """\
examples:
  tutor courses list
  tutor courses update /media/stick     newer versions of what is installed, from .course files
  tutor courses remove my-course

A course that is removed leaves the progress of learners as it is."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command and its verbs."""
    parser = commands.add_parser(
        "courses",
        help="where courses are; update or remove installed ones",
        description="List courses with the place where each lies, update or remove installed ones.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    shown = verbs.add_parser("list", help="which are there, and which is used", parents=[shared])
    shown.add_argument("--json", action="store_true", help="for other programs")
    shown.set_defaults(run=_list)
    update = verbs.add_parser("update", help="install newer versions", parents=[shared])
    update.add_argument(
        "path", metavar="PATH", type=Path, help="a .course file, or a folder with such files"
    )
    update.add_argument("--force", action="store_true", help="do not ask")
    update.set_defaults(run=_update)
    gone = verbs.add_parser("remove", help="remove an installed course", parents=[shared])
    gone.add_argument("course", metavar="COURSE", help="the id of the course")
    gone.add_argument("--yes", action="store_true", help="do not ask")
    gone.set_defaults(run=_remove)


def _list(args: argparse.Namespace) -> int:
    from tutor.cli.desks import open_library
    from tutor.content.harmless import harmless

    rows = [_row(one) for one in open_library(args).standing]
    rows += [row for row in _unreadable() if row["folder"] not in {one["folder"] for one in rows}]
    if args.json:
        json.dump({"courses": rows}, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return 0
    if not rows:
        print("No course was found. `tutor install FILE` installs one.")
    for row in rows:
        used = "" if row["in_use"] else "  left aside, another one has the same id"
        used = "  cannot be read; install it again" if row["from"] == "damaged" else used
        print(harmless(f"{row['id']} {row['version']}  {row['title']}"))
        print(harmless(f"  {row['from']}: {row['folder']}{used}"))
        if row["changed"]:
            print(harmless(f"  changed by hand: {', '.join(row['changed'])}"))
    return 0


def _row(one: "Standing") -> dict[str, Any]:
    from tutor.cli.packages import courses_home
    from tutor.content.library import bundled_courses
    from tutor.content.package.installed import changed, installed

    found = installed(one.folder) if one.root == courses_home() else None
    place = "bundled" if one.root == bundled_courses() else "added"
    if one.root == courses_home():
        place = "installed" if found else "own"
    return {
        "id": one.head.id,
        "version": one.head.version,
        "title": one.head.title,
        "from": place,
        "folder": str(one.folder),
        "in_use": one.in_use,
        "changed": list(changed(found)) if found else [],
    }


def _unreadable() -> list[dict[str, Any]]:
    """Installed courses as their manifests name them; those that can be read are rows already."""
    from tutor.cli.packages import courses_home
    from tutor.content.package.installed import changed, installed_in

    return [
        {
            "id": one.manifest.course,
            "version": one.manifest.version,
            "title": one.manifest.title,
            "from": "damaged",
            "folder": str(one.folder),
            "in_use": False,
            "changed": list(changed(one)),
        }
        for one in installed_in(courses_home())
    ]


def _update(args: argparse.Namespace) -> int:
    """Install what is newer than what is installed; everything else is named and left."""
    from tutor.cli.packages import install, offered
    from tutor.model.course import edition

    status, newest = 0, dict[str, Any]()
    for path, package in _packages(args.path):
        if package is None or not _newer(path.name, package):
            status |= package is None
            continue
        about = package.manifest
        kept = newest.get(about.course)
        if kept is None or edition(kept.manifest.version) < edition(about.version):
            newest[about.course] = package
    for package in newest.values():
        status |= not install(offered(package), force=args.force)
    return int(status)


def _newer(name: str, package: "Package") -> bool:
    """True for a later version of something that was installed; otherwise says what it is."""
    from tutor.cli.packages import courses_home
    from tutor.content.harmless import harmless
    from tutor.content.package.installed import installed_in
    from tutor.model.course import edition

    about = package.manifest
    manifests = (one.manifest for one in installed_in(courses_home()))
    here = [one.version for one in manifests if one.course == about.course]
    if not here:
        print(harmless(f"{name}: {about.course} is not installed; `tutor install` does that."))
        return False
    if any(edition(version) >= edition(about.version) for version in here):
        print(harmless(f"{name}: {about.course} {here[0]} is up to date."))
        return False
    return True


def _packages(path: Path) -> "Iterator[tuple[Path, Package | None]]":
    """The package, or each one in a folder; None for one that cannot be used, which is said."""
    from tutor.cli.packages import read_package
    from tutor.content.harmless import harmless
    from tutor.content.package.packing import SUFFIX
    from tutor.errors import TutorError, UsageError

    if not path.is_dir():
        yield path, read_package(path)
        return
    files: Sequence[Path] = sorted(path.glob(f"*{SUFFIX}"))
    if not files:
        raise UsageError(f"There is no {SUFFIX} file in {path}.")
    for file in files:
        try:
            yield file, read_package(file)
        except TutorError as error:
            print(harmless(f"{file.name}: {error}"), file=sys.stderr)
            yield file, None


def _remove(args: argparse.Namespace) -> int:
    from tutor.cli.packages import agreed, courses_home, installed_library
    from tutor.content.harmless import harmless
    from tutor.content.package.installed import changed
    from tutor.study.installing import removable, remove, where

    found = removable(installed_library(), args.course, courses_home())
    for one in found:
        print(harmless(f"{one.manifest.course} {one.manifest.version} in {one.folder}"))
        if files := changed(one):
            print(harmless(f"Files that were changed by hand: {', '.join(files)}"))
    if not args.yes and not agreed("Remove it? Progress of learners is kept. [y/N] "):
        print("Nothing was removed.")
        return 1
    remove(courses_home(), found)
    print(f"{args.course} is removed.")
    rest = [one for one in installed_library().standing if one.head.id == args.course]
    if rest:
        print(harmless(f"{where(rest[0])} is used again."))
    return 0
