"""`tutor schema`: JSON Schema of the course files, for editors that complete and underline."""

import argparse
from pathlib import Path
from typing import Any

EXAMPLE = """\
examples:
  tutor schema                       the sorts of file, and the #:schema line of each
  tutor schema questions             the schema of questions.toml
  tutor schema --write my-courses    schemas/ and tombi.toml, for the folder you open in the editor

With the tombi extension (VS Code, Zed, Neovim) that is all. The schemas know keys, types, ranges
and word lists; `tutor check` also knows references, scenarios and the craft of questions."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "schema",
        help="JSON Schema of the course files, for editors",
        description="Print or write JSON Schema files for completion and hints in editors.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("kind", metavar="FILE", nargs="?", help="course, module, questions, ...")
    parser.add_argument("--write", metavar="DIR", type=Path, help="write all of them below DIR")
    parser.add_argument("--force", action="store_true", help="replace files that differ")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print or write. Raises UsageError for an unknown name, or where a file is in the way."""
    from tutor.content.schema.editor import schema_text
    from tutor.content.schema.files import FILES
    from tutor.errors import UsageError

    if args.kind is not None and args.kind not in FILES:
        names = ", ".join(FILES)
        raise UsageError(f"There is no schema {args.kind!r}.", f"There are: {names}.")
    if args.write is not None:
        _write(args.write, force=args.force)
    elif args.kind is not None:
        print(schema_text(args.kind), end="")
    else:
        _list(above=1)
    return 0


def _write(folder: Path, *, force: bool) -> None:
    """Nothing is written when a file of that name is there and says something else."""
    from tutor.content.read import COURSE
    from tutor.content.schema.editor import editor_files
    from tutor.errors import UsageError
    from tutor.store.atomic import write_whole
    from tutor.store.problems import not_written

    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder.", "Name the folder of your courses.")
    files = {folder / name: text.encode() for name, text in editor_files().items()}
    others = [path for path, data in files.items() if _differs(path, data)]
    if others and not force:
        raise UsageError(
            f"{others[0]} is there already with another content; nothing was written.",
            "Look at it, and give --force to replace it.",
        )
    try:
        for path in files:
            path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise not_written(folder, error) from error
    for path, data in files.items():
        write_whole(path, data, mode=0o644)
    print(f"Written: {folder / 'tombi.toml'} and {len(files) - 1} schemas. Open {folder} in an")
    print("editor with the tombi extension. Elsewhere, these are first lines of a file:\n")
    _list(above=0 if (folder / COURSE).exists() else 1)


def _differs(path: Path, data: bytes) -> bool:
    if path.is_dir():
        return True
    return path.exists() and path.read_bytes() != data


def _list(*, above: int) -> None:
    from tutor.content.schema.editor import directive
    from tutor.content.schema.files import FILES

    for kind, file in FILES.items():
        print(f"{kind:<10}  {file.pattern:<17}  {directive(kind, above)}")
    print("\nA blank line follows the #:schema line.")
