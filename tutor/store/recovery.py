"""Mending a journal with broken lines: copy first, set aside, keep every whole line."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tutor.store.atomic import write_whole
from tutor.store.lines import Broken, Reading
from tutor.store.places import backups_folder, make_folder, spare, stamp
from tutor.store.problems import not_read


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was done to a journal. `copy` is the whole file as it was, `aside` the broken lines."""

    kept: int
    set_aside: int
    copy: Path
    aside: Path

    @property
    def sentence(self) -> str:
        """What happened, why, and what to do, for the learner."""
        return (
            "The record of your work was damaged, most likely because the computer or the "
            f"program stopped in the middle of a write. Entries kept: {self.kept}. Damaged lines "
            f"set aside: {self.set_aside}, in {self.aside}. The file as it was is in {self.copy}. "
            "You need not do anything; the last answer before the stop may be missing."
        )


def mend(path: Path, reading: Reading[Any], *, at: datetime) -> Recovery:
    """Rewrite the journal without the broken lines that `reading` found in it.

    Order matters, since a kill can come between any two steps: the copy, the lines set aside, and
    only then the journal, each in one atomic write. Raises `StoreError`; the journal is then as
    it was.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise not_read(path, error) from error
    backups = backups_folder(path.parent)
    make_folder(backups)
    copy = spare(backups / f"journal-{stamp(at)}.broken.jsonl")
    write_whole(copy, raw)
    aside = spare(path.with_name(f"{path.name}.broken-{stamp(at)}"))
    write_whole(aside, b"\n".join(raw[broken.start : broken.end] for broken in reading.broken))
    write_whole(path, _without(raw, reading.broken))
    return Recovery(reading.mark.events, len(reading.broken), copy, aside)


def _without(raw: bytes, broken: list[Broken]) -> bytes:
    """The bytes with each broken line replaced by the whole events found inside it."""
    pieces, end = [], 0
    for line in broken:
        pieces.append(raw[end : line.start])
        pieces.extend(event + b"\n" for event in line.rescued)
        end = line.end
    pieces.append(raw[end:])
    kept = b"".join(pieces)
    return kept if not kept or kept.endswith(b"\n") else kept + b"\n"
