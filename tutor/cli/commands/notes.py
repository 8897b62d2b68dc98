"""`tutor notes`: the notes and bookmarks of a learner, to keep or to print."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.study.frames import BookmarkRow, NotebookFrame, NoteRow

EXAMPLE = """\
examples:
  tutor notes > notes.md
  tutor --profile "Maj Lind" notes --format json"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "notes",
        help="notes and bookmarks, as Markdown or JSON",
        description="Write out the notes and bookmarks of a learner; changes nothing.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("--format", choices=("md", "json"), default="md", help="md if not given")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the notes and bookmarks."""
    from tutor.cli.desks import notebook_of

    frame = notebook_of(args)
    if frame is None:
        print("Nothing has been done yet on this computer.", file=sys.stderr)
    elif args.format == "json":
        json.dump(_as_json(frame), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        print("\n".join(_markdown(frame)))
    return 0


def _as_json(frame: "NotebookFrame") -> dict[str, Any]:
    return {
        "learner": frame.learner,
        "notes": [
            {**_common(row), "id": row.id, "text": row.text, "side": row.side.value}
            for row in frame.notes
        ],
        "bookmarks": [_common(row) for row in frame.bookmarks],
    }


def _common(row: "NoteRow | BookmarkRow") -> dict[str, Any]:
    return {
        "about": row.about.value,
        "title": row.title,
        "module": row.place,
        "at": row.at.isoformat(),
    }


def _markdown(frame: "NotebookFrame") -> Iterator[str]:
    from tutor.content.harmless import harmless

    yield f"# Notes of {_one_line(frame.learner)}"
    for row in frame.notes:
        side = f"{row.side.value}: " if row.side else ""
        yield from ("", f"## {_one_line(row.title)}", "")
        yield f"{_one_line(row.place)}, {row.about.value}, {row.at:%Y-%m-%d}"
        yield ""
        yield from (harmless(line) for line in f"{side}{row.text}".split("\n"))
    if frame.bookmarks:
        yield from ("", "# Bookmarks", "")
    for mark in frame.bookmarks:
        yield f"- {_one_line(mark.title)} ({_one_line(mark.place)}, {mark.about.value})"


def _one_line(text: str) -> str:
    from tutor.content.harmless import harmless

    return " ".join(harmless(text).split())
