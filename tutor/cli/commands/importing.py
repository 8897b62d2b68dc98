"""`tutor import`: questions of another program, as blocks of a questions.toml."""

import argparse
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.content.interop.formats import Candidate
    from tutor.content.interop.importing import Home, Imported
    from tutor.content.interop.loss import Loss

FORMATS = ("moodle", "gift", "csv")
LARGEST = 32 * 1024 * 1024
"""Bytes of a file: a bank of Moodle with pictures in it."""

EXAMPLE = """\
examples:
  tutor import bank.xml --stdout                     the blocks, and nothing is written
  tutor import bank.xml --into my-course/my-module   behind what is in its questions.toml
  tutor import table.csv --into my-course/my-module

A table begins with a line of headings, the keys of a question: id, kind, objective, prompt, a.text,
a.why, b.text, b.why, correct ... `tutor export --format csv` writes one to look at.

The ending of the file names the format, or --format does. Nothing that is there changes, and
nothing is written that the checker's reader cannot read. Where the file lacks a text that every
question needs, a line that begins with TODO: stands for it.
exit status: 0 every question came, 1 one was left out, 2 could not run"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "import",
        help="questions from Moodle, GIFT or a table",
        description="Add the questions of a Moodle XML, GIFT or CSV file to a module, and say what "
        "was lost or has to be written.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("file", metavar="FILE", help="the file to read")
    parser.add_argument("--format", choices=FORMATS, help="if the ending of the file does not tell")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--into", metavar="MODULE_FOLDER", help="the module that gets the questions")
    where.add_argument("--stdout", action="store_true", help="show the blocks, write nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Add the questions, then list what a person has to look at."""
    from tutor.cli.losses import tell
    from tutor.content.interop.importing import home_at, imported
    from tutor.content.interop.loss import WHOLE
    from tutor.errors import UsageError

    path = Path(args.file)
    candidates, losses = _read(path, args.format)
    home = home_at(Path(args.into)) if args.into else None
    made = imported(candidates, home, path.name)
    losses += made.losses
    if home is None:
        sys.stdout.buffer.write(made.blocks.encode())
        sys.stdout.buffer.flush()
    elif made.ids:
        _write(Path(args.into), home, made)
    came = "1 question came." if len(made.ids) == 1 else f"{len(made.ids)} questions came."
    tell(losses, came, sys.stderr)
    if not made.ids:
        raise UsageError(f"{path}: no question could be read.", "Look at the list above.")
    return 1 if any(one.what == WHOLE for one in losses) else 0


def _read(path: Path, named: str | None) -> "tuple[list[Candidate], list[Loss]]":
    """The questions of the file. Raises UsageError for one that is none of a format."""
    from tutor.content.interop.formats import ENDINGS, FORMATS
    from tutor.content.interop.loss import NotRead
    from tutor.errors import UsageError

    name = named or ENDINGS.get(path.suffix.removeprefix(".").lower())
    if name is None:
        raise UsageError(
            f"{path}: the ending of the file does not tell its format.",
            "Say it: --format moodle, gift or csv.",
        )
    try:
        return FORMATS[name].read(_text(path))
    except NotRead as reason:
        raise UsageError(f"{path}: {reason}", "If it is of another format, say it with --format.") \
            from reason  # fmt: skip


def _text(path: Path) -> str:
    from tutor.errors import UsageError
    from tutor.store.problems import because

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file.", "Look at the name.") from None
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {because(error)}.", "Look at the name."
        ) from error
    if len(data) > LARGEST:
        raise UsageError(
            f"{path} has more than {LARGEST:,} bytes.", "Export fewer questions there."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(
            f"{path} is not stored as UTF-8.",
            "Save it again: in Excel as CSV UTF-8, in an editor with the encoding UTF-8.",
        ) from None


def _write(folder: Path, home: "Home", made: "Imported") -> None:
    from tutor.content.read import QUESTIONS
    from tutor.errors import StoreError
    from tutor.store.atomic import write_whole

    path = folder / QUESTIONS
    there = path.read_bytes() if path.exists() else b""
    if there != home.before:
        raise StoreError(
            f"{path} was changed by another program meanwhile; it is left as it is.",
            "Save it there, and run this again.",
        )
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666
    write_whole(path, made.after, mode=mode)
    print(f"Written: {path.absolute()}")
