"""A wall frame as a line of JSON, and back. A type without a place in a frame has no way through.

Each value is written as its declared type says; one of several dataclasses carries its name, so
that parts with the same fields are told apart.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ValidationError

from tutor.errors import TutorError
from tutor.study.frames.classroom import WallFrame

MOST_BYTES = 1 << 20
"""A line on the wire; the longest page of a course has a few thousand."""

KIND = "is"


class WireError(TutorError):
    """What came or should go over the wire is no wall frame."""


def pack(frame: WallFrame) -> bytes:
    """One line. Raises WireError for anything else than a wall frame, and for one too large."""
    if type(frame) is not WallFrame:
        raise WireError(f"A {type(frame).__name__} does not go over the wire.")
    line = json.dumps(_out(frame), separators=(",", ":")).encode("ascii") + b"\n"
    if len(line) > MOST_BYTES:
        raise WireError("This page is too long for the wall.", "Make it shorter in the course.")
    return line


def unpack(line: bytes) -> WallFrame:
    """The frame of a line. Raises WireError for anything else."""
    try:
        read = json.loads(line)
        frame = _in(read, WallFrame)
    except (ValueError, TypeError, KeyError, RecursionError, ValidationError) as error:
        raise WireError("What came over the wire is no wall frame.") from error
    assert isinstance(frame, WallFrame)
    return frame


def _out(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if is_dataclass(value):
        inner = {one.name: _out(getattr(value, one.name)) for one in fields(value)}
        return {KIND: type(value).__name__, **inner}
    if isinstance(value, tuple):
        return [_out(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _out(one) for key, one in value.items()}
    return value.value if isinstance(value, Enum) else value


def _in(read: Any, wanted: Any) -> Any:
    """`read` as a value of the type `wanted`. Raises one of the errors that `unpack` knows."""
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return _one_of(read, get_args(wanted))
    if origin is tuple:
        return _tuple(read, get_args(wanted))
    if origin is dict:
        inner = get_args(wanted)[1]
        return {_in(key, str): _in(one, inner) for key, one in dict(read).items()}
    if is_dataclass(wanted):
        return _dataclass(read, wanted)
    if issubclass(wanted, BaseModel):
        return wanted.model_validate_json(json.dumps(read))
    if issubclass(wanted, Enum):
        return wanted(read)
    if wanted is float and type(read) is int:
        return float(read)
    if type(read) is not wanted:
        raise TypeError(wanted)
    return read


def _one_of(read: Any, choices: tuple[Any, ...]) -> Any:
    if read is None and NoneType in choices:
        return None
    several = [one for one in choices if one is not NoneType]
    if len(several) == 1:
        return _in(read, several[0])
    named = {one.__name__: one for one in several}
    return _in(read, named[read[KIND]])


def _tuple(read: Any, inner: tuple[Any, ...]) -> tuple[Any, ...]:
    if type(read) is not list:
        raise TypeError(tuple)
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_in(one, inner[0]) for one in read)
    return tuple(_in(one, kind) for one, kind in zip(read, inner, strict=True))


def _dataclass(read: Any, wanted: Any) -> Any:
    given = dict(read)
    if given.pop(KIND) != wanted.__name__:
        raise TypeError(wanted)
    known = _hints(wanted)
    if given.keys() != known.keys():
        raise KeyError(wanted)
    return wanted(**{name: _in(one, known[name]) for name, one in given.items()})


@cache
def _hints(wanted: Any) -> dict[str, Any]:
    hints = get_type_hints(wanted)
    return {one.name: hints[one.name] for one in fields(wanted)}
