"""One learner on two machines: a profile as one file to carry, and taking it in on the other side.

The file holds the journal lines as they are, so that the chain of hashes of each device holds.
"""

from dataclasses import dataclass
from pathlib import Path

from tutor.errors import StoreError
from tutor.model.base import Frozen
from tutor.ports import Clock
from tutor.store.atomic import write_whole
from tutor.store.envelope import Envelope, Kind, pack, unpack
from tutor.store.lock import ProfileLock
from tutor.store.places import JOURNAL, backups_folder, make_folder, spare, stamp
from tutor.store.problems import not_read
from tutor.store.profiles import ProfileCard, create_profile, find_profile
from tutor.store.union import Union, union

SUFFIX = ".tutor-profile"
LARGEST = 200 * 1024 * 1024
"""Bytes of a profile file that are read: far above 100,000 answers."""


class Carried(Frozen):
    """What the file holds: whose it is, and the journal line by line."""

    name: str
    journal: tuple[str, ...]


KIND = Kind("profile file", 1, Envelope[Carried])


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an import, for the learner: who, how much was new, what was odd."""

    name: str
    created: bool
    added: int
    notices: tuple[str, ...]


def export_profile(home: Path, name: str | None, target: Path, *, clock: Clock) -> ProfileCard:
    """Write a learner's journal into one file; the profile is only read.

    Raises `StoreError` when there is no such learner, or the file is there already.
    """
    card = find_profile(home, name)
    if card is None:
        raise StoreError("There is no such profile to export.", "`tutor profile list` names them.")
    if target.exists():
        raise StoreError(f"{target} is there already.", "Choose another file name.")
    lines = tuple(line.decode("utf-8") for line in union(_lines(card.folder), ()).lines)
    write_whole(target, pack(Carried(name=card.name, journal=lines), KIND, clock))
    return card


def import_profile(home: Path, source: Path, name: str | None, *, clock: Clock) -> Taken:
    """Merge a file into the learner it names, or into `name`; makes the learner if new.

    The journal that was there is copied to `backups/` first. Raises `StoreError`, also as
    `ProfileBusy` while a window has the profile open and as `NewerFormat`; nothing is changed then.
    """
    carried = _read(source)
    who = name or carried.name
    theirs = [line.encode("utf-8") for line in carried.journal]
    union((), theirs)  # what cannot be merged is refused before anybody is made
    card = find_profile(home, who)
    created = card is None
    card = card or create_profile(home, who, clock=clock)
    lock = ProfileLock(card.folder)
    lock.take()
    try:
        merged = union(_lines(card.folder), theirs)
        notices = _write(card.folder, merged, clock)
    finally:
        lock.give_back()
    return Taken(card.name, created, merged.added, notices)


def _read(source: Path) -> Carried:
    try:
        if source.stat().st_size > LARGEST:
            raise StoreError(f"{source} is too large for a profile file.", "Check the file name.")
        raw = source.read_bytes()
    except OSError as error:
        raise not_read(source, error) from error
    return unpack(raw, KIND).value


def _lines(folder: Path) -> list[bytes]:
    path = folder / JOURNAL
    try:
        return [line for line in path.read_bytes().split(b"\n") if line.strip()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise not_read(path, error) from error


def _write(folder: Path, merged: Union, clock: Clock) -> tuple[str, ...]:
    notices: list[str] = []
    backups = backups_folder(folder)
    path = folder / JOURNAL
    if merged.added and path.exists():
        make_folder(backups)
        copy = spare(backups / f"journal-{stamp(clock())}.before-import.jsonl")
        write_whole(copy, path.read_bytes())
        notices.append(f"The journal as it was is kept in {copy}.")
    if merged.refused:
        make_folder(backups)
        aside = spare(backups / f"journal-{stamp(clock())}.refused.jsonl")
        write_whole(aside, b"\n".join(merged.refused) + b"\n")
        notices.append(
            f"{len(merged.refused)} events have the same id and another content; "
            f"they were not merged and are kept in {aside}."
        )
    if merged.cloned:
        notices.append(
            "A profile folder was copied and used on both sides; both histories are kept."
        )
    if merged.added:
        write_whole(path, b"\n".join(merged.lines) + b"\n")
    return tuple(notices)
