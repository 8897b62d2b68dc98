"""Learners: who there is, making one, and reading `profile.json` whatever state it is in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from tutor.errors import NewerFormat, StoreError
from tutor.model.base import Frozen
from tutor.model.settings import Settings, tolerant
from tutor.ports import Clock
from tutor.store.atomic import write_whole
from tutor.store.envelope import Envelope, Kind, Raw, loose, pack, unpack
from tutor.store.places import (
    JOURNAL,
    PROFILE,
    backups_folder,
    make_folder,
    profiles_folder,
    same_name,
    slug,
    spare,
    stamp,
    tidy_name,
)
from tutor.store.problems import not_read

DEFAULT_NAME = "Learner"
"""Who is there at the first start, before anybody gave a name."""

PROFILE_FORMAT = 1


class Profile(Frozen):
    """Who a journal belongs to. `device` is the id under which this folder writes events."""

    name: str
    created: AwareDatetime
    device: str
    settings: Settings = Settings()


_RAW = TypeAdapter(Raw)

KIND = Kind("profile", PROFILE_FORMAT, Envelope[Profile])


@dataclass(frozen=True, slots=True)
class ProfileCard:
    """A learner in the chooser. `last_used` is when something was last written, UTC.

    `problem` is a sentence when the profile cannot be read or is from a newer program.
    """

    folder: Path
    name: str
    last_used: datetime | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """A profile, what to tell the learner about it, and whether it must not be written."""

    profile: Profile
    notices: tuple[str, ...] = ()
    newer: bool = False
    on_disk: bool = True


def list_profiles(home: Path) -> tuple[ProfileCard, ...]:
    """The learners in `home`, the one used last first. Changes nothing.

    Raises `StoreError` when the folder is there and cannot be read.
    """
    root = profiles_folder(home)
    try:
        folders = [entry for entry in root.iterdir() if _is_profile(entry)]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise not_read(root, error) from error
    cards = sorted((_card(folder) for folder in folders), key=lambda card: same_name(card.name))
    never = datetime.min.replace(tzinfo=UTC)
    return tuple(sorted(cards, key=lambda card: card.last_used or never, reverse=True))


def find_profile(home: Path, name: str | None) -> ProfileCard | None:
    """The learner with this name or folder name, without regard to case; None: the last used.

    Raises `StoreError` as `list_profiles` does.
    """
    cards = list_profiles(home)
    if name is None:
        return cards[0] if cards else None
    named = [card for card in cards if same_name(card.name) == same_name(name)]
    return next(
        iter(named or [card for card in cards if card.folder.name == name.casefold()]), None
    )


def free_folder(home: Path, name: str) -> Path:
    """A folder for a new learner that nobody has yet. Nothing is created.

    A folder in which nobody ever worked is free: a kill at the first start can leave one.
    """
    first = profiles_folder(home) / slug(name)
    folder, number = first, 2
    while _is_profile(folder) or folder.is_file():
        folder, number = first.with_name(f"{first.name}-{number}"), number + 1
    return folder


def new_profile(name: str, clock: Clock) -> Profile:
    """A profile with an id of its own and a tidy name; nothing is written."""
    shown = tidy_name(name) or DEFAULT_NAME
    return Profile(name=shown, created=clock().astimezone(UTC), device=str(uuid4()))


def create_profile(home: Path, name: str, *, clock: Clock) -> ProfileCard:
    """Make a learner. Raises `StoreError` when the name is taken or nothing can be written."""
    if find_profile(home, name) is not None:
        raise StoreError(f"There is already a profile named {name}.", "Choose another name.")
    folder = free_folder(home, name)
    profile = new_profile(name, clock)
    save_profile(folder, profile, clock=clock)
    return ProfileCard(folder, profile.name, None)


def save_profile(folder: Path, profile: Profile, *, clock: Clock) -> None:
    """Write `profile.json`, and the folder if it is new. Raises `StoreError`."""
    make_folder(folder)
    write_whole(folder / PROFILE, pack(profile, KIND, clock))


def load_profile(
    folder: Path, *, clock: Clock, read_only: bool = False, kind: Kind[Profile] = KIND
) -> LoadedProfile:
    """Read `profile.json` and put it in order: upgrade an older one, set a damaged one aside.

    A copy of what was there goes first, and with `read_only` nothing is written. A repair that
    cannot be written is told and tried again at the next start. Raises `StoreError` only when
    the file is there and the system will not let us read it.
    """
    path = folder / PROFILE
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return _without_file(folder, clock)
    except OSError as error:
        raise not_read(path, error) from error
    try:
        found = unpack(raw, kind)
    except NewerFormat as newer:
        known = _rescued(loose(raw), folder, clock)
        return LoadedProfile(known, (f"{newer} {newer.hint}",), newer=True)
    except StoreError as damaged:
        mended = _with_usual_settings(folder, raw, clock, kind, read_only)
        return mended or _repaired(folder, raw, str(damaged), clock, read_only)
    if found.was == kind.format or read_only:
        return LoadedProfile(found.value)
    return _upgraded(folder, raw, found.value, found.was, clock, kind)


def _is_profile(folder: Path) -> bool:
    return (folder / PROFILE).exists() or (folder / JOURNAL).exists()


def _card(folder: Path) -> ProfileCard:
    times = [_written(folder / name) for name in (JOURNAL, PROFILE)]
    last = next((moment for moment in times if moment is not None), None)
    try:
        raw = (folder / PROFILE).read_bytes()
    except OSError as error:
        return ProfileCard(folder, folder.name, last, str(not_read(folder / PROFILE, error)))
    try:
        return ProfileCard(folder, unpack(raw, KIND).value.name, last)
    except StoreError as error:
        name = _text(loose(raw), "name") or folder.name
        return ProfileCard(folder, name, last, str(error))


def _written(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None


def _text(data: Mapping[str, object], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _rescued(data: Raw, folder: Path, clock: Clock) -> Profile:
    """A new profile with the name and the device that can still be made out."""
    fresh = new_profile(_text(data, "name") or folder.name, clock)
    return fresh.model_copy(update={"device": _text(data, "device") or fresh.device})


def _without_file(folder: Path, clock: Clock) -> LoadedProfile:
    """The folder has a journal and no profile: a new one, named like the folder."""
    profile = new_profile(folder.name, clock)
    notice = (
        f"The file {folder / PROFILE} is missing. The profile is now named {profile.name}, after "
        "its folder; the record of your work is not affected."
    )
    return LoadedProfile(profile, (notice,), on_disk=False)


def _repaired(
    folder: Path, raw: bytes, problem: str, clock: Clock, read_only: bool
) -> LoadedProfile:
    """Set a damaged file aside and write a new one with what could be made out."""
    path = folder / PROFILE
    profile = _rescued(loose(raw), folder, clock)
    if read_only:
        return LoadedProfile(profile, (f"{problem} The profile is shown as {profile.name}.",))
    aside = spare(path.with_name(f"{path.name}.broken-{stamp(clock())}"))
    try:
        write_whole(aside, raw)
        save_profile(folder, profile, clock=clock)
    except StoreError as error:
        return LoadedProfile(profile, (f"{problem} It could not be repaired: {error}",))
    notice = (
        f"{problem} It was set aside as {aside}, and a new profile named {profile.name} was "
        "written. The record of your work is not affected; please check your settings."
    )
    return LoadedProfile(profile, (notice,))


def _with_usual_settings(
    folder: Path, raw: bytes, clock: Clock, kind: Kind[Profile], read_only: bool
) -> LoadedProfile | None:
    """The profile with the usual value for each wrong setting; None where that is not all.

    The file as it was goes to the backups before it is written.
    """
    data = loose(raw)
    given = data.get("settings")
    settings, said = tolerant(given if isinstance(given, dict) else {"": None})
    if not said:
        return None
    data["settings"] = _RAW.validate_json(settings.model_dump_json())
    try:
        whole = _RAW.dump_json({**_RAW.validate_json(raw), "data": data})
        found = unpack(whole, kind)
    except (StoreError, ValidationError):
        return None
    if read_only:
        return LoadedProfile(found.value, said)
    backups = backups_folder(folder)
    try:
        make_folder(backups)
        write_whole(spare(backups / f"profile-{stamp(clock())}.settings.json"), raw)
        write_whole(folder / PROFILE, pack(found.value, kind, clock))
    except StoreError as error:
        return LoadedProfile(found.value, (*said, f"This could not be written: {error}"))
    return LoadedProfile(found.value, said)


def _upgraded(
    folder: Path, raw: bytes, profile: Profile, was: int, clock: Clock, kind: Kind[Profile]
) -> LoadedProfile:
    """Write an older profile in the present format, after a copy of the old file."""
    backups = backups_folder(folder)
    copy = spare(backups / f"profile-{stamp(clock())}.format-{was}.json")
    try:
        make_folder(backups)
        write_whole(copy, raw)
        write_whole(folder / PROFILE, pack(profile, kind, clock))
    except StoreError as error:
        return LoadedProfile(profile, (f"The profile could not be upgraded: {error}",))
    return LoadedProfile(profile, (f"The profile was upgraded. The old file is in {copy}.",))
