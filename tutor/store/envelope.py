"""The wrapper of every whole file: `{format, program, saved_at, data}`, and how versions meet.

An older format climbs a ladder of steps, one format each; a newer one is refused, never guessed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from typing import Generic, TypeVar

from pydantic import AwareDatetime, JsonValue, TypeAdapter, ValidationError

from tutor import __version__
from tutor.errors import NewerFormat, StoreError
from tutor.model.base import Frozen
from tutor.ports import Clock

PROGRAM = f"staff-tutor {__version__}"

Raw = dict[str, JsonValue]
Step = Callable[[Raw], Raw]
"""Turns the `data` of one format into that of the next. Pure; may raise KeyError, TypeError or
ValueError for data that is not what the format says."""

T = TypeVar("T")
_RAW = TypeAdapter(Raw)
_SPOILT = (ValidationError, KeyError, TypeError, ValueError)


class Envelope(Frozen, Generic[T]):
    """What is in a file. `program` and `saved_at` are for people and for support."""

    format: int
    program: str
    saved_at: AwareDatetime
    data: T


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A kind of file: its name in sentences, its present format, its envelope, its ladder.

    `steps[n]` upgrades the data of format n to n + 1.
    """

    noun: str
    format: int
    envelope: type[Envelope[T]]
    steps: Mapping[int, Step] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unpacked(Generic[T]):
    """The content of a file and the format it was written in."""

    value: T
    was: int


def pack(value: T, kind: Kind[T], clock: Clock) -> bytes:
    """The bytes of a file: JSON that people can read, with a line end."""
    saved_at = clock().astimezone(UTC)
    envelope = kind.envelope(format=kind.format, program=PROGRAM, saved_at=saved_at, data=value)
    return envelope.model_dump_json(indent=1).encode() + b"\n"


def unpack(raw: bytes, kind: Kind[T]) -> Unpacked[T]:
    """The content of a file, upgraded in memory if it is older.

    Raises `NewerFormat` when a newer program wrote it, and `StoreError` when it is no such file.
    """
    unreadable = StoreError(
        f"The {kind.noun} cannot be read: the file is damaged or was changed by hand.",
        "Nothing in it was overwritten.",
    )
    try:
        document = _RAW.validate_json(raw)
    except ValidationError as error:
        raise unreadable from error
    was, data = document.get("format"), document.get("data")
    if not isinstance(was, int) or isinstance(was, bool) or not isinstance(data, dict):
        raise unreadable
    if was > kind.format:
        raise NewerFormat(
            f"A newer version of this program wrote the {kind.noun}.",
            "It is opened for reading only. Use the newer version to go on.",
        )
    try:
        for step in range(was, kind.format):
            data = kind.steps[step](data)
        whole = _RAW.dump_json({**document, "format": kind.format, "data": data})
        return Unpacked(kind.envelope.model_validate_json(whole).data, was)
    except _SPOILT as error:
        raise unreadable from error


def loose(raw: bytes) -> Raw:
    """The `data` of a file that `unpack` refused, as far as it is JSON; for rescuing a name."""
    try:
        data = _RAW.validate_json(raw).get("data")
    except ValidationError:
        return {}
    return data if isinstance(data, dict) else {}
