"""Where a command puts what it made: a file that was not there before, or standard output."""

import argparse
import sys
from pathlib import Path

from tutor.errors import UsageError

STANDARD_OUTPUT = "-"


def add_options(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    """`--format`, `--out` and `--force`."""
    parser.add_argument("--format", choices=formats, help=f"{formats[0]} if nothing else is said")
    parser.add_argument(
        "--out", metavar="FILE", help="the file to write, - for standard output; its ending names "
        "the format",
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help="replace a file that is there")


def format_of(args: argparse.Namespace, formats: tuple[str, ...]) -> str:
    """The format that was asked for: by name, by the ending of the file, or the first."""
    if args.format:
        return str(args.format)
    ending = Path(args.out or "").suffix.removeprefix(".").lower()
    return ending if ending in formats else formats[0]


def deliver(content: bytes, name: str, args: argparse.Namespace, *, mode: int = 0o600) -> None:
    """Write the file and say where it is. `name`: what it is called where nothing is said.

    `mode`: who may read it; what says something about a learner is for its owner only.

    Raises UsageError where a file is in the way and StoreError where it cannot be written.
    """
    from tutor.store.atomic import write_whole

    if args.out == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path = _target(Path(args.out) if args.out else Path(name), name)
    if path.exists() and not args.force:
        raise UsageError(
            f"{path} is there already and stays as it is.",
            "Give another name with --out, or --force to replace it.",
        )
    write_whole(path, content, mode=mode)
    print(f"Written: {path.absolute()}")


def _target(path: Path, name: str) -> Path:
    """The file itself; in a folder it gets its own name."""
    if path.is_dir():
        return path / name
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent}: there is no such folder.", "Make it first.")
    return path
