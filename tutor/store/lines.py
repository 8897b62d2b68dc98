"""The journal as lines of bytes: reading them, checking their chain, finding the broken ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from json import JSONDecoder
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from tutor.errors import StoreError
from tutor.model.base import Frozen
from tutor.model.record import EVENT_FORMAT, Entry
from tutor.store.problems import not_read

E = TypeVar("E", bound=Entry)

_START_OF_EVENT = re.compile(rb'(?=\{"format":)')
"""Cannot occur inside a JSON string: there the quotes are escaped."""


class Link(Frozen):
    """The last line of one device: its sequence number and its SHA-256 in hex."""

    sequence: int
    line: str


class Mark(Frozen):
    """A position between two lines of a journal, and how to recognise it later.

    `bytes` is the offset; `length` and `line` are the size (with its line end) and SHA-256 of the
    line that ends there; `lines` and `events` count what is before it; `chains` is by device.
    """

    bytes: int = 0
    length: int = 0
    line: str = ""
    lines: int = 0
    events: int = 0
    chains: dict[str, Link] = {}

    def fits(self, path: Path) -> bool:
        """Whether the line that ends here is still the one in the file. Never raises."""
        if not self.bytes:
            return True
        try:
            with path.open("rb") as file:
                file.seek(self.bytes - self.length)
                raw = file.read(self.length)
        except (OSError, ValueError):
            return False
        return raw.endswith(b"\n") and digest(raw) == self.line


START = Mark()
"""The beginning of any journal."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Bytes `start` to `end` of the file, line `number` from 1, that are no whole event.

    `rescued`: whole events found inside, for example after a torn line without an end.
    """

    number: int
    start: int
    end: int
    rescued: tuple[bytes, ...]


@dataclass(frozen=True)
class Lines(Generic[E]):
    """A kind of journal: the name of its file and the class of its events.

    The class has one field more than `Entry`: `what`, with a `kind`.
    """

    file: str
    event: type[E]

    @cached_property
    def adapter(self) -> TypeAdapter[E]:
        """What reads a line of it."""
        return TypeAdapter(self.event)


class _Head(BaseModel):
    """The one field that every version of a line has."""

    model_config = ConfigDict(extra="ignore", strict=True)

    format: int


def encode(event: Entry) -> bytes:
    """An event as a journal line with its line end.

    Raises `StoreError` when the line could not be read back, as with a number that is not finite:
    such a line would be found broken at the next start, when the answer is gone.
    """
    try:
        line = event.model_dump_json().encode() + b"\n"
        type(event).model_validate_json(line)
    except ValueError as error:
        kind = getattr(getattr(event, "what", None), "kind", "unknown")
        raise StoreError(
            f"An event of kind {kind} cannot be written down: it holds a value that "
            "has no form in the file.",
            "This is a mistake in the program: please report it.",
        ) from error
    return line


def digest(line: bytes) -> str:
    """SHA-256 in hex of a line without its line end, so that an editor's CRLF breaks no chain."""
    return sha256(line.rstrip(b"\r\n")).hexdigest()


def _is_newer(line: bytes) -> bool:
    try:
        return _Head.model_validate_json(line).format > EVENT_FORMAT
    except ValidationError:
        return False


def _objects(raw: bytes) -> Iterator[bytes]:
    """What looks like a whole event inside a broken line, whatever is before and after it.

    A torn line without its end, zeroes from a power cut, an editor's byte order mark.
    """
    for piece in _START_OF_EVENT.split(raw):
        text = piece.decode("utf-8", "replace")
        try:
            _, end = JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            continue
        line = text[:end].encode("utf-8", "replace")
        if piece.startswith(line):
            yield line


class Reading(Generic[E]):
    """One pass over a journal from a mark on; iterate it once, then ask what was found.

    Yields every whole event in file order. What cannot be read is noted in `broken`, lines of a
    newer program are counted in `newer`, and `breaks` holds the numbers of lines whose `previous`
    or `sequence` does not follow the line before it of the same device. Lines without content are
    passed over. A missing file is an empty one.
    """

    def __init__(self, path: Path, lines: Lines[E], after: Mark = START) -> None:
        self._path = path
        self._adapter = lines.adapter
        self._after = after
        self._bytes, self._length, self._line = after.bytes, after.length, after.line
        self._lines, self._events = after.lines, after.events
        self._chains = {key: (link.sequence, link.line) for key, link in after.chains.items()}
        self.broken: list[Broken] = []
        self.breaks: list[int] = []
        self.newer = 0
        self.open_end = False
        """True when the file does not end with a line end."""

    def __iter__(self) -> Iterator[E]:
        """Yield the events. Raises `StoreError` when the file is there and cannot be read."""
        try:
            with self._path.open("rb") as file:
                file.seek(self._after.bytes)
                for raw in file:
                    yield from self._take(raw)
        except FileNotFoundError:
            return
        except OSError as error:
            raise not_read(self._path, error) from error

    @property
    def mark(self) -> Mark:
        """The end of what was read so far."""
        chains = {key: Link(sequence=n, line=line) for key, (n, line) in self._chains.items()}
        return Mark(
            bytes=self._bytes,
            length=self._length,
            line=self._line,
            lines=self._lines,
            events=self._events,
            chains=chains,
        )

    def exhaust(self) -> "Reading[E]":
        """Read to the end, for what is found on the way."""
        for _ in self:
            pass
        return self

    def _take(self, raw: bytes) -> Iterator[E]:
        start = self._bytes
        self._lines += 1
        self._bytes += len(raw)
        self._length = len(raw)
        self._line = digest(raw)
        self.open_end = not raw.endswith(b"\n")
        try:
            event = self._adapter.validate_json(raw)
        except ValidationError:
            yield from self._take_odd(raw, start)
            return
        if event.format > EVENT_FORMAT:
            self.newer += 1
            return
        self._follow(event, self._line)
        yield event

    def _take_odd(self, raw: bytes, start: int) -> Iterator[E]:
        """A line that is no event: empty, from a newer program, or broken with events inside."""
        if not raw.strip():
            return
        if _is_newer(raw):
            self.newer += 1
            return
        rescued = []
        for line in _objects(raw):
            try:
                event = self._adapter.validate_json(line)
            except ValidationError:
                continue
            rescued.append(line)
            self._follow(event, digest(line))
            yield event
        self.broken.append(Broken(self._lines, start, self._bytes, tuple(rescued)))

    def _follow(self, event: E, line: str) -> None:
        """Check that the event follows the one before it on its device, and make it the last."""
        sequence, previous = self._chains.get(event.device, (-1, ""))
        if event.previous != previous or event.sequence != sequence + 1:
            self.breaks.append(self._lines)
        self._chains[event.device] = (event.sequence, line)
        self._events += 1
