"""The part of `tutor check --fix` that shows, asks and writes."""

import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from tutor.content.fixing import Mended


def fix(names: Iterable[str], *, yes: bool, out: TextIO) -> bool:
    """Offer the safe fixes of these files as a diff, and write them when the answer is yes.

    True when something was written. Raises StoreError for a file that cannot be written.
    """
    from tutor.content.fixing import diff, mended

    offered = [one for name in names if (one := mended(Path(name), name)) is not None]
    if not offered:
        print("Nothing here can be mended without a question.", file=out)
        return False
    for one in offered:
        print("\n".join(diff(one)), file=out)
    made = sum(len(one.made) for one in offered)
    fixes = "1 fix" if made == 1 else f"{made} fixes"
    files = "1 file" if len(offered) == 1 else f"{len(offered)} files"
    if not yes and not _agreed(f"Write {fixes} into {files}? [y/N] ", out):
        print("Nothing was written.", file=out)
        return False
    for one in offered:
        _write(one)
    print(f"{fixes} written into {files}.", file=out)
    return True


def _agreed(question: str, out: TextIO) -> bool:
    print(question, end="", file=out, flush=True)
    answer = sys.stdin.readline() if sys.stdin is not None else ""
    if not answer.endswith("\n"):
        print(file=out)
    return answer.strip().lower() in ("y", "yes")


def _write(one: "Mended") -> None:
    from tutor.errors import StoreError
    from tutor.store.atomic import write_whole

    if one.path.read_bytes() != one.before:
        raise StoreError(
            f"{one.name} was changed by another program meanwhile; it is left as it is.",
            "Save it there, and run this again.",
        )
    write_whole(one.path, one.after, mode=stat.S_IMODE(one.path.stat().st_mode))
