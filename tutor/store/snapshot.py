"""`progress.json`: what the journal adds up to, so that a long one need not be read at each start.

Derived and disposable. A snapshot is used only when the same program wrote it and the line of the
journal that it ends at is still the same; else the journal is folded from the beginning.
"""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from tutor.errors import StoreError
from tutor.model.base import Frozen
from tutor.model.progress import Progress
from tutor.ports import Clock
from tutor.store.atomic import write_whole
from tutor.store.envelope import PROGRAM, Envelope, Kind, pack
from tutor.store.lines import START, Mark
from tutor.store.places import JOURNAL, PROGRESS, backups_folder, make_folder, spare, stamp

SNAPSHOT_FORMAT = 3
"""Goes up with every change of what the fold derives, also where an old file would still parse."""


class Snapshot(Frozen):
    """Progress and the place in the journal up to which it was folded.

    `renames`: the key of the renames under which the events were read, "" for none.
    """

    mark: Mark = START
    progress: Progress = Progress()
    renames: str = ""


KIND = Kind("summary of progress", SNAPSHOT_FORMAT, Envelope[Snapshot])


@dataclass(frozen=True, slots=True)
class LoadedSnapshot:
    """Where to begin folding: a snapshot that fits the journal, or an empty one.

    `lost` counts the events that `progress.json` knew of when the journal is shorter than that.
    """

    snapshot: Snapshot = field(default_factory=Snapshot)
    lost: int = 0


def load_snapshot(folder: Path, renames: str = "") -> LoadedSnapshot:
    """The snapshot in `folder`, if it can be trusted. Never raises, changes nothing.

    One that was made under other renames has other names in it and is not used.
    """
    try:
        envelope = KIND.envelope.model_validate_json((folder / PROGRESS).read_bytes())
    except (OSError, ValidationError):
        return LoadedSnapshot()
    snapshot = envelope.data
    if _size(folder / JOURNAL) < snapshot.mark.bytes:
        return LoadedSnapshot(lost=snapshot.mark.events)
    current = envelope.format == SNAPSHOT_FORMAT and envelope.program == PROGRAM
    current = current and snapshot.renames == renames
    if not (current and snapshot.mark.fits(folder / JOURNAL)):
        return LoadedSnapshot()
    return LoadedSnapshot(snapshot)


def save_snapshot(folder: Path, snapshot: Snapshot, *, clock: Clock) -> None:
    """Write the snapshot in one step. Raises `StoreError`; nothing is lost by that."""
    write_whole(folder / PROGRESS, pack(snapshot, KIND, clock))


def keep_copy(folder: Path, *, clock: Clock) -> Path:
    """Copy `progress.json` to the backups, before a shorter journal replaces what it says.

    Raises `StoreError`.
    """
    backups = backups_folder(folder)
    make_folder(backups)
    copy = spare(backups / f"progress-{stamp(clock())}.json")
    try:
        raw = (folder / PROGRESS).read_bytes()
    except OSError as error:
        raise StoreError(f"{folder / PROGRESS} could not be read.") from error
    write_whole(copy, raw)
    return copy


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
