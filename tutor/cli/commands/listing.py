"""`tutor list`: the courses and their modules."""

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.content.library import Library
    from tutor.model.library import Course, Module

EXAMPLE = "example:\n  tutor list --json"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "list",
        help="courses and modules with minutes and counts",
        description="List the courses and modules that were found.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("--json", action="store_true", help="for other programs")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the list. Exit status 0, also when blocks were skipped; `tutor check` judges."""
    from tutor.cli.desks import open_library

    library = open_library(args)
    courses = [_course(library, course) for course in library.courses]
    if args.json:
        json.dump({"courses": courses}, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return 0
    if not courses:
        print("No course was found. Put one into the courses folder, or name it with --courses.")
    for course in courses:
        _print_course(course)
    return 0


def _course(library: "Library", course: "Course") -> dict[str, Any]:
    head = course.head
    refs = [f"{head.id}/{name}" for name in head.modules if name in course.modules]
    return {
        "id": head.id,
        "title": head.title,
        "version": head.version,
        "licence": head.licence,
        "modules": [_module(library.module(ref)) for ref in refs],
    }


def _module(module: "Module") -> dict[str, Any]:
    from tutor.engine import read_time

    head = module.head
    return {
        "ref": module.ref,
        "title": head.title,
        "topic": head.topic.value,
        "minutes": head.minutes,
        "estimated_minutes": read_time.module_minutes(module),
        "objectives": len(head.objectives),
        "pages": module.page_count,
        "questions": len(module.items),
        "scenarios": len(module.scenarios),
    }


def _print_course(course: dict[str, Any]) -> None:
    from tutor.content.harmless import harmless

    print(f"{course['id']}  {harmless(course['title'])}  (version {course['version']})")
    for module in course["modules"]:
        print(f"  {module['ref']:<28}  {harmless(module['title'])}")
        print(
            f"  {'':<28}  {module['minutes']} min ({module['estimated_minutes']} estimated), "
            f"{module['pages']} pages, {module['questions']} questions, "
            f"{_count(module['scenarios'], 'scenario')}"
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
