"""`tutor new`: a skeleton that explains itself, put where it belongs."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.errors import UsageError

if TYPE_CHECKING:
    from tutor.content.scaffold.making import Made

EXAMPLE = """\
examples:
  tutor new course "Crossing the Vela" --module "The ferry"
  tutor new question single "Who decides" --in crossing-the-vela/the-ferry
  tutor new scenario "The last ferry" --in crossing-the-vela
  tutor new question cloze x --stdout        the block only, to look at or to copy

What is to be written is marked TODO; `tutor check` lists it. Nothing that is there is overwritten:
a question is put behind the last one, a new name into the list of the course or module.
exit status: 0 written, 2 could not"""

KINDS = (
    "single", "multiple", "true-false", "statements", "match", "order", "sort", "cloze", "short",
    "number", "spot", "best-worst", "inject", "draft", "reflect",
)  # fmt: skip

WHAT = {
    "course": "a folder with a course of one module",
    "module": "a module with one lesson, in a course",
    "lesson": "a lesson with one page, in a module",
    "question": "a question of a kind, behind the last one of a module",
    "scenario": "a scenario with two decisions and three endings, in a module",
}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "new",
        help="a skeleton of a course, module, lesson, question or scenario",
        description="Write a commented skeleton to the place where it belongs.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    kinds = parser.add_subparsers(title="what", metavar="WHAT", dest="what", required=True)
    for what, about in WHAT.items():
        one = kinds.add_parser(what, help=about, description=f"Write {about}.", parents=[shared])
        if what == "question":
            one.add_argument("kind", metavar="KIND", help=", ".join(KINDS))
        one.add_argument(
            "name", metavar="NAME", help="a title, or an id such as who-decides; the id is made "
            "from it",
        )  # fmt: skip
        if what == "course":
            one.add_argument("--module", metavar="NAME", help="the name of its first module")
        one.add_argument(
            "--in",
            dest="into",
            metavar="PATH",
            default=".",
            help="the folder to write into: of the course or module (default: this one)",
        )
        one.add_argument("--stdout", action="store_true", help="print it and write nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write it, and say what and where. Raises UsageError and ContentError."""
    from tutor.content.scaffold.making import alone

    kind = getattr(args, "kind", KINDS[0])
    if kind not in KINDS:
        raise _no_kind(kind)
    if args.stdout:
        sys.stdout.write(alone(args.what, args.name, kind))
        return 0
    made = _made(args)
    _write(made)
    for one in made.writings:
        print(f"Written: {one.name}" if one.before is None else f"Added to: {one.name}")
    if made.said:
        print(made.said)
    print(
        f"What is to be written is marked TODO. It is listed by: tutor check {_shown(made.check)}"
    )
    return 0


def _no_kind(word: str) -> UsageError:
    from tutor.content.harmless import quoted
    from tutor.content.suggest import did_you_mean

    hint = did_you_mean(word, KINDS) or f"Kinds: {', '.join(KINDS)}."
    return UsageError(f"{quoted(word)} is no kind of question.", hint)


def _made(args: argparse.Namespace) -> "Made":
    from tutor.content.scaffold import making

    at = Path(args.into).resolve()
    if not at.is_dir():
        raise UsageError(f"--in {args.into}: there is no such folder.")
    if args.what == "course":
        return making.course(args.name, args.module or making.FIRST_MODULE, at)
    if args.what == "module":
        return making.module(args.name, at)
    if args.what == "question":
        return making.question(args.kind, args.name, at)
    return making.part(args.what, args.name, at)


def _write(made: "Made") -> None:
    """New files first: a list that names a file is written when the file is there."""
    from tutor.errors import StoreError
    from tutor.store.atomic import write_whole

    for one in sorted(made.writings, key=lambda writing: writing.before is not None):
        now = one.path.read_bytes() if one.path.exists() else None
        if now != one.before:
            raise StoreError(
                f"{one.name} was changed by another program meanwhile; it is left as it is.",
                "Save it there, and run this again.",
            )
        _make_folder(one.path.parent)
        mode = one.path.stat().st_mode & 0o777 if one.before is not None else 0o644
        write_whole(one.path, one.after, mode=mode)


def _make_folder(folder: Path) -> None:
    from tutor.errors import StoreError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder} cannot be made: {error.strerror}.") from error


def _shown(path: str) -> str:
    return f'"{path}"' if " " in path else path
