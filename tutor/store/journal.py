"""The journal: one line per event, only ever added to, on the disk before anybody says "saved".

A line is written with one `os.write` on a descriptor opened for appending, and fsynced. The file
is opened anew for each write, so a stick that was pulled and put back is found again. What cannot
be written waits in memory, in order, and goes first at the next attempt.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any, ClassVar, Generic, Self, TypeVar
from uuid import uuid4

from tutor.errors import StoreError
from tutor.model.record import Entry, Event, Happening
from tutor.ports import Clock
from tutor.store import notices
from tutor.store.atomic import BINARY, patiently, sync, sync_folder, write_all
from tutor.store.lines import START, Lines, Link, Mark, Reading, digest, encode
from tutor.store.places import JOURNAL
from tutor.store.problems import not_written
from tutor.store.recovery import Recovery, mend


@dataclass(frozen=True, slots=True)
class Saving:
    """Whether everything is on the disk. `problem` is a sentence or ""; `waiting` counts events
    that are kept in memory until they can be written."""

    saved: bool = True
    problem: str = ""
    waiting: int = 0


E = TypeVar("E", bound=Entry)
H = TypeVar("H")


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[E]):
    """An event that is not on the disk yet, and its line."""

    event: E
    line: bytes

    @property
    def link(self) -> Link:
        """What the next event of this device refers to."""
        return Link(sequence=self.event.sequence, line=digest(self.line))


def _ignore(events: Iterator[Entry]) -> None:
    for _ in events:
        pass


def _allowed() -> None:
    """The gate of a journal that needs no lock."""


class Log(Generic[E, H]):
    """A journal of events E about happenings H. Not safe for threads: its owner has the lock."""

    LINES: ClassVar[Lines[Any]]
    """The file and the class of its events."""

    def __init__(
        self, path: Path, device: str, clock: Clock, read_only: bool, gate: Callable[[], None]
    ) -> None:
        """Use `open`."""
        self._path = path
        self._device = device
        self._clock = clock
        self._gate = gate
        self._mark = START
        self._open_end = False
        self._waiting: list[_Waiting[E]] = []
        self._problem = ""
        self._next = Link(sequence=-1, line="")
        self.read_only = read_only
        self.changed_elsewhere = False
        self.recovery: Recovery | None = None
        self.notices: list[str] = []

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        device: str,
        clock: Clock,
        read_only: bool = False,
        mending: bool = True,
        after: Mark = START,
        consume: Callable[[Iterator[E]], None] = _ignore,
        gate: Callable[[], None] = _allowed,
    ) -> Self:
        """Check the journal in `folder` from `after` on, mend it if needed, and be ready to append.

        `device`: the id under which new events are written. `consume` gets each event while it is
        checked, so that nothing is parsed twice. `gate` is called before each write and raises
        `StoreError` when nothing may be written now, for example without the lock; `mending`
        False leaves a damaged file alone at the opening for the same reason.

        Afterwards `notices` says in sentences what a learner must know, `recovery` what was
        mended, and `read_only` is true also where a newer program wrote lines. A missing file is
        an empty journal. Raises `StoreError` when the file is there and cannot be read.
        """
        journal = cls(folder / cls.LINES.file, device, clock, read_only, gate)
        reading = Reading(journal._path, cls.LINES, after)
        events = iter(reading)
        consume(events)
        _ignore(events)
        journal._judge(reading, mending)
        return journal

    # Reading

    @property
    def mark(self) -> Mark:
        """The end of what is known to be in the file."""
        return self._mark

    @property
    def saving(self) -> Saving:
        """Whether all that was appended is on the disk."""
        if self.read_only:
            return Saving(saved=False, problem=notices.ONLY_READING)
        waiting = len(self._waiting)
        return Saving(not waiting, self._problem if waiting else "", waiting)

    @property
    def settled(self) -> bool:
        """True when a snapshot may refer to `mark`: all written, and by this window alone."""
        return not (self._waiting or self._open_end or self.changed_elsewhere or self.read_only)

    @property
    def waiting(self) -> tuple[E, ...]:
        """The events that are not on the disk yet, in order."""
        return tuple(waiting.event for waiting in self._waiting)

    def read(self, *, after_bytes: int = 0) -> Iterator[E]:
        """Yield the events in the file whose lines begin at `after_bytes` or later.

        Lines that cannot be read are passed over: `open` has dealt with them. Raises `StoreError`
        when the file cannot be read.
        """
        return iter(Reading(self._path, self.LINES, Mark(bytes=after_bytes)))

    # Writing

    def append(self, happening: H) -> E:
        """Write one event down. It is on the disk on return, or `saving` says that it waits.

        Raises `StoreError` only for a value that has no form in JSON; no state of the disk does.
        """
        return self.append_all((happening,))[0]

    def append_all(self, happenings: Iterable[H]) -> tuple[E, ...]:
        """Write several events down, in order, with one fsync. As `append`."""
        made: list[_Waiting[E]] = []
        last = self._next
        for happening in happenings:
            event = self._link(happening, last)
            made.append(_Waiting(event, encode(event)))
            last = made[-1].link
        self._next = last
        if not self.read_only:
            self._waiting.extend(made)
            self.flush()
        return tuple(entry.event for entry in made)

    def flush(self) -> bool:
        """Try to write what waits. True when nothing waits any more; never raises for the disk."""
        if self.read_only or not self._waiting:
            return not self._waiting
        try:
            self._gate()
            self._write()
        except OSError as error:
            self._trouble(not_written(self._path, error))
        except StoreError as error:
            self._trouble(error)
        else:
            self._problem = ""
        return not self._waiting

    def write_waiting(self, path: Path) -> int:
        """Write the waiting lines to a new file elsewhere, as a last resort; how many they are.

        The file is a piece of a journal: its lines can be added to the journal later. They go on
        waiting here. Raises `StoreError` when the file exists or cannot be written.
        """
        try:
            fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
            try:
                write_all(fd, b"".join(waiting.line for waiting in self._waiting))
                sync(fd)
            finally:
                os.close(fd)
        except OSError as error:
            raise not_written(path, error) from error
        return len(self._waiting)

    # How it is done

    def _judge(self, reading: Reading[E], mending: bool) -> None:
        """Decide what the findings of the first pass mean, and mend what can be mended."""
        if reading.newer:
            self.read_only = True
            self.notices.append(notices.NEWER_LINES)
        if reading.breaks:
            self.notices.append(notices.broken_chain(reading.breaks))
        if reading.broken:
            reading = self._mend(reading, mending and not self.read_only)
        self._stand_after(reading)

    def _mend(self, reading: Reading[E], allowed: bool) -> Reading[E]:
        """Mend the file if that is allowed and works; the reading that describes it now."""
        problem = "the profile is open for reading only"
        if allowed:
            try:
                self.recovery = mend(self._path, reading, at=self._clock())
            except StoreError as error:
                problem = str(error).rstrip(".")
            else:
                self.notices.append(self.recovery.sentence)
                return Reading(self._path, self.LINES).exhaust()
        # An unfinished last line may be one that another window is writing at this moment.
        unfinished = reading.open_end and self.read_only
        if count := len(reading.broken) - unfinished:
            self.notices.append(notices.damage(count, problem))
        return reading

    def _stand_after(self, reading: Reading[E]) -> None:
        self._mark = reading.mark
        self._open_end = reading.open_end
        self._next = self._mark.chains.get(self._device, Link(sequence=-1, line=""))

    def _link(self, happening: H, last: Link) -> E:
        """The event for a happening, as the one after `last` on this device."""
        made: E = self.LINES.event(
            id=str(uuid4()),
            device=self._device,
            sequence=last.sequence + 1,
            previous=last.line,
            at=self._clock().astimezone(UTC),
            what=happening,
        )
        return made

    def _trouble(self, error: StoreError) -> None:
        kept = "Your work is kept in memory and saved as soon as that is possible."
        self._problem = " ".join(part for part in (str(error), error.hint, kept) if part)

    def _write(self) -> None:
        """Write the waiting lines. Raises `OSError`; what was whole by then no longer waits."""
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | BINARY
        fd = patiently(lambda: os.open(self._path, flags, 0o600))
        try:
            self._settle(fd)
            if not self._mark.bytes:
                sync_folder(self._path.parent)
            self._pour(fd)
        finally:
            os.close(fd)

    def _pour(self, fd: int) -> None:
        """Write each line, make them durable together, and forget those that are whole.

        A line that was cut short by a full disk is cut off again, or the next attempt does it.
        """
        mark, failure, whole = self._mark, None, 0
        try:
            for waiting in self._waiting:
                write_all(fd, waiting.line)
                mark, whole = _beyond(mark, waiting), whole + 1
        except OSError as error:
            failure = error
            _cut(fd, mark.bytes)
        try:
            sync(fd)
        except OSError:
            _cut(fd, self._mark.bytes)
            raise
        self._mark = mark
        del self._waiting[:whole]
        if failure is not None:
            raise failure

    def _settle(self, fd: int) -> None:
        """Make sure that the file ends where we think it does, with a line end.

        More bytes than that are our own lines from an attempt that failed, or somebody else's;
        fewer mean that the file was replaced. Nobody else's bytes are ever taken away.
        """
        extra = os.fstat(fd).st_size - self._mark.bytes
        ours = extra > 0 and self._own(fd, extra)
        if os.fstat(fd).st_size != self._mark.bytes:
            self._adopt()
            if not ours and not self.changed_elsewhere:
                self.changed_elsewhere = True
                self.notices.append(notices.CHANGED_ELSEWHERE)
        if self._open_end:
            write_all(fd, b"\n")
            self._stand_after_line_end()

    def _own(self, fd: int, extra: int) -> bool:
        """Count as written what our last attempt left whole, and cut off what it left torn.

        False when there is more, which somebody else wrote.
        """
        os.lseek(fd, self._mark.bytes, os.SEEK_SET)
        found, mark, whole = _read_all(fd, extra), self._mark, 0
        for waiting in self._waiting:
            if not found.startswith(waiting.line):
                break
            found = found[len(waiting.line) :]
            mark, whole = _beyond(mark, waiting), whole + 1
        if whole:
            sync(fd)
            self._mark = mark
            del self._waiting[:whole]
        ours = not found or (bool(self._waiting) and self._waiting[0].line.startswith(found))
        if ours:
            _cut(fd, self._mark.bytes)
        return ours

    def _adopt(self) -> None:
        """Take the file as it is now, and link what waits to the last line that is in it."""
        known = self._mark if self._mark.fits(self._path) else START
        reading = Reading(self._path, self.LINES, known)
        self._stand_after(reading.exhaust())
        entries, self._waiting = self._waiting, []
        for entry in entries:
            place = {"sequence": self._next.sequence + 1, "previous": self._next.line}
            event = entry.event.model_copy(update=place)
            self._waiting.append(_Waiting(event, encode(event)))
            self._next = self._waiting[-1].link

    def _stand_after_line_end(self) -> None:
        """The last line has got its line end: one byte more, the same hash."""
        mark = self._mark
        change = {"bytes": mark.bytes + 1, "length": mark.length + 1}
        self._mark, self._open_end = mark.model_copy(update=change), False


class Journal(Log[Event, Happening]):
    """The events of one learner."""

    LINES = Lines(JOURNAL, Event)


def _beyond(mark: Mark, waiting: _Waiting[E]) -> Mark:
    """The mark after one more line."""
    event, line = waiting.event, digest(waiting.line)
    return Mark(
        bytes=mark.bytes + len(waiting.line),
        length=len(waiting.line),
        line=line,
        lines=mark.lines + 1,
        events=mark.events + 1,
        chains=mark.chains | {event.device: Link(sequence=event.sequence, line=line)},
    )


def _cut(fd: int, size: int) -> None:
    """Shorten the file to `size` if the disk lets us; `_own` finds the rest if it does not."""
    with suppress(OSError):
        os.ftruncate(fd, size)


def _read_all(fd: int, size: int) -> bytes:
    found = b""
    while len(found) < size:
        piece = os.read(fd, size - len(found))
        if not piece:
            break
        found += piece
    return found
