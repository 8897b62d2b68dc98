"""`tutor export`: the questions of a module for another program."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.content.interop.loss import Loss
    from tutor.model.library import Module

FORMATS = ("moodle", "gift", "csv")

EXAMPLE = """\
examples:
  tutor export wps/participation                     Moodle XML, into a file of that name
  tutor export wps/participation --format gift --out -
  tutor export my-course/my-module --out questions.csv

A path names the folder of a module or its questions.toml. What the format cannot hold is listed
question by question; a question that would come back with another key is left out.
exit status: 0 every question is in the file, 1 one was left out, 2 could not run"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    from tutor.cli.files import add_options

    parser = commands.add_parser(
        "export",
        help="the questions of a module for Moodle, as GIFT or as a table",
        description="Write the questions of a module as Moodle XML, GIFT or CSV, and say what the "
        "format cannot hold.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("module", metavar="COURSE/MODULE|PATH", help="whose questions to write")
    add_options(parser, FORMATS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the file, then list what it does not hold. Raises ContentError without a module."""
    from tutor.cli.files import deliver
    from tutor.cli.losses import tell
    from tutor.content.interop.formats import ENDINGS, FORMATS
    from tutor.content.interop.loss import WHOLE
    from tutor.errors import UsageError

    module, category, about = _module(args)
    ending = Path(args.out or "").suffix.removeprefix(".").lower()
    name = args.format or ENDINGS.get(ending, "moodle")
    form = FORMATS[name]
    made = form.write(module.items.values(), category, about)
    if not made.count:
        raise UsageError(f"{module.ref} has no question that {name} can hold.", "Try csv.")
    deliver(made.text.encode(), f"{module.ref.replace('/', '-')}.{form.ending}", args)
    losses = [*made.losses, *_left_here(module)]
    tell(losses, f"{made.count} of {len(module.items)} questions.", sys.stderr)
    return 1 if any(one.what == WHOLE for one in made.losses) else 0


def _module(args: argparse.Namespace) -> "tuple[Module, str, str]":
    """The module, the category that its questions get in Moodle, and a list of documents.

    The version is in the category, since importing twice would otherwise mix two versions.
    """
    from tutor.cli.desks import open_library
    from tutor.content.interop.documents import documents
    from tutor.content.library import Library
    from tutor.errors import UsageError

    path = Path(args.module)
    folder = path.parent if path.is_file() else path
    if (folder / "module.toml").is_file():
        if not (folder.absolute().parent / "course.toml").is_file():
            raise UsageError(
                f"{folder} is a module without a course.", "Its folder belongs into one."
            )
        library = Library.open([folder.absolute().parent])
        ref = f"{library.courses[0].head.id}/{folder.absolute().name}" if library.courses else ""
    else:
        library, ref = open_library(args), args.module.strip("/")
        if "/" not in ref:
            raise UsageError(
                f"{ref} names no module.", "For example: tutor export wps/participation"
            )
    module = library.module(ref)
    course = library.course(ref.partition("/")[0])
    parts = (f"{course.head.title} {course.head.version}", module.head.title)
    category = "/".join(["$course$", "top", *(part.replace("/", "//") for part in parts)])
    return module, category, documents(module.items.values(), course.sources)


def _left_here(module: "Module") -> "list[Loss]":
    """Lessons and scenarios, which are no questions."""
    from tutor.content.interop.loss import Loss

    lessons = [
        Loss(lesson.id, "the whole lesson", "These formats hold questions only.")
        for lesson in module.lessons
    ]
    scenarios = [
        Loss(name, "the whole scenario", "These formats hold questions only.")
        for name in module.scenarios
    ]
    return [*lessons, *scenarios]
