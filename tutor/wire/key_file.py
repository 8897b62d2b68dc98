"""The file that lets a wall in: port and token, readable by this user only (0600 on POSIX).

It lies in the folder of the session while its cockpit runs, and says nothing about the session.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe

from pydantic import Field, ValidationError

from tutor.model.base import Frozen
from tutor.store.atomic import write_whole
from tutor.store.places import CLASS_WALL, classes_folder

LONGEST = 1000
"""Bytes of a key file; more is none of ours."""


class WallKey(Frozen):
    """Where the cockpit listens on this computer, and the word that it expects."""

    port: int = Field(ge=1, le=65535)
    token: str = Field(min_length=32, max_length=100, pattern=r"^[A-Za-z0-9_-]+$")


FindKeys = Callable[[], Sequence[WallKey]]
"""Looks for keys anew each time: a cockpit that was started again has another."""


def new_token() -> str:
    """A word of 256 random bits."""
    return token_urlsafe(32)


def write_key(folder: Path, key: WallKey) -> None:
    """Let walls find the cockpit. Raises `StoreError`."""
    write_whole(folder / CLASS_WALL, key.model_dump_json().encode(), mode=0o600)


def remove_key(folder: Path) -> None:
    """No cockpit is running; does nothing where there is no key."""
    with suppress(OSError):
        (folder / CLASS_WALL).unlink()


def keys_of(folder: Path) -> Sequence[WallKey]:
    """The key of this session; none while no cockpit runs it."""
    try:
        with (folder / CLASS_WALL).open("rb") as file:
            return (WallKey.model_validate_json(file.read(LONGEST)),)
    except (OSError, ValidationError):
        return ()


def all_keys(home: Path) -> Sequence[WallKey]:
    """The keys of all cockpits, the one started last first; a crash may have left a dead one."""
    folders = sorted(_running(home), key=_age)
    return tuple(key for folder in folders for key in keys_of(folder))


def _running(home: Path) -> Iterable[Path]:
    with suppress(OSError):
        yield from (one.parent for one in classes_folder(home).glob(f"*/{CLASS_WALL}"))


def _age(folder: Path) -> float:
    """Younger first; what has just gone comes last."""
    try:
        return -(folder / CLASS_WALL).stat().st_mtime
    except OSError:
        return 0.0
