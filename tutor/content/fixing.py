"""`tutor check --fix`: the mends of which nobody could have meant anything else, made in a file.

Each one is made alone and the file is read again: every block that could be used says exactly
what it said before, none is lost, and the fault is gone. What does not pass stays as it was
written. Line ends and all other bytes stay as they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from tutor.content.blocks import Parsed, parse_bytes
from tutor.content.diagnostics import Diagnostic
from tutor.content.files import Folder
from tutor.content.harmless import harmless

FIXED = frozenset(
    {"T001", "T002", "T003", "T004", "T005", "T006", "T007", "T008", "T009", "T010", "T011"}
    | {"T017", "T025"}
)
"""Codes of which a finding may carry a fix; a test holds them against the findings."""

MOST = 200
"""Fixes made in one file; the others wait for the next time."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after; `made`: the findings whose fix was made, in that order."""

    path: Path
    name: str
    before: bytes
    after: bytes
    made: tuple[Diagnostic, ...]


def mended(path: Path, name: str) -> Mended | None:
    """The file at `path` with every safe fix; None when it has none or cannot be read."""
    before = Folder.at(path.parent).read(path.name)
    if isinstance(before, Diagnostic):
        return None
    data, made = before, list[Diagnostic]()
    refused: set[tuple[str, int, int]] = set()
    while len(made) < MOST:
        parsed = parse_bytes(data, name)
        found = next((one for one in parsed.diagnostics if _open(one, refused)), None)
        if found is None or found.fix is None:
            break
        after = found.fix.apply(data.decode("utf-8")).encode("utf-8")
        if _safe(found, parsed, parse_bytes(after, name)):
            data = after
            made.append(found)
            refused.clear()
        else:
            refused.add((found.code, found.fix.start, found.fix.end))
    return Mended(path, name, before, data, tuple(made)) if made else None


def diff(one: Mended) -> Iterator[str]:
    """The change as a unified diff, every line harmless; a byte order mark is named, not shown."""
    before, after = one.before.decode("utf-8"), one.after.decode("utf-8")
    if before.startswith("\ufeff") and not after.startswith("\ufeff"):
        yield f"{harmless(one.name)}: the byte order mark at the start is taken out"
    old, new = (text.removeprefix("\ufeff").splitlines() for text in (before, after))
    for line in unified_diff(old, new, one.name, one.name, lineterm=""):
        yield harmless(line)


def _open(found: Diagnostic, refused: set[tuple[str, int, int]]) -> bool:
    return found.fix is not None and (found.code, found.fix.start, found.fix.end) not in refused


def _safe(found: Diagnostic, before: Parsed, after: Parsed) -> bool:
    """The same blocks or more, the same data, and one finding of this kind less."""
    data = {block.name: repr(block.data) for block in after.blocks}
    same = all(data.get(block.name) == repr(block.data) for block in before.blocks)
    fewer = _count(after, found.code) < _count(before, found.code)
    return same and fewer and after.broken <= before.broken | data.keys()


def _count(parsed: Parsed, code: str) -> int:
    return sum(one.code == code for one in parsed.diagnostics)
