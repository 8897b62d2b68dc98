"""Class sessions on the disk: a folder each, with a journal that is the truth.

    with new_class(home, head, clock=clock) as room:
        state = room.record(PresentCounted(people=23))

`record` returns when the event is on the disk, or when `saving` says that it waits in memory. A
session is always folded whole when it is opened: a block of 45 minutes has a few hundred events.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import TracebackType

from tutor.engine.classroom import START, apply, fold, undoable
from tutor.errors import StoreError
from tutor.model.classroom.happenings import (
    ClassEvent,
    ClassHappening,
    Ended,
    Opened,
    StepChanged,
    Undone,
)
from tutor.model.classroom.plan import SessionHead
from tutor.model.classroom.seat_happenings import RosterNames
from tutor.model.classroom.state import ClassState, Overlay
from tutor.ports import Clock
from tutor.store.atomic import sweep, write_whole
from tutor.store.envelope import Envelope, Kind, pack, unpack
from tutor.store.journal import Log, Saving
from tutor.store.lines import Lines, Reading
from tutor.store.lock import FolderLock
from tutor.store.places import (
    CLASS_EVENTS,
    CLASS_LOCK,
    CLASS_NAMES,
    CLASS_SNAPSHOT,
    classes_folder,
    make_folder,
    slug,
    spare,
)
from tutor.store.problems import not_read, not_written

NAMES = Kind("list of names of a class session", 1, Envelope[RosterNames])
SNAPSHOT = Kind("summary of a class session", 1, Envelope[ClassState])


class ClassJournal(Log[ClassEvent, ClassHappening]):
    """The events of one class session."""

    LINES = Lines(CLASS_EVENTS, ClassEvent)


@dataclass(frozen=True, slots=True)
class ClassCard:
    """A session as a list shows it. `name` is what a command calls it; a rehearsal had no people.

    `problem`: why it could not be read, as a sentence; then the rest is empty.
    """

    name: str
    folder: Path
    module: str = ""
    title: str = ""
    begun: datetime | None = None
    last: datetime | None = None
    ended: bool = False
    rehearsal: bool = False
    problem: str = ""


def class_name(module: str, day: datetime) -> str:
    """What a session of this module on this day is called, before a number is added."""
    return f"{day:%Y-%m-%d}-{slug(module.rpartition('/')[2])}"


def new_class(home: Path, head: SessionHead, *, clock: Clock) -> "ClassRecord":
    """Begin a session; its name is made here and written into the head. Raises `StoreError`."""
    folder = spare(classes_folder(home) / class_name(head.module, clock()))
    make_folder(folder)
    room = ClassRecord(folder, clock)
    room.record(Opened(head=head.model_copy(update={"session": folder.name})))
    return room


def open_class(home: Path, name: str, *, clock: Clock) -> "ClassRecord":
    """Go on with a session, after a crash as well.

    Raises `ProfileBusy` when another window runs it, `StoreError` when there is no such session
    or it cannot be read.
    """
    return ClassRecord(find_class(home, name).folder, clock)


def find_class(home: Path, name: str) -> ClassCard:
    """The session of this name. Raises `StoreError` when there is none."""
    for folder in _folders(home):
        if folder.name == name:
            return _card(folder)
    raise StoreError(f"There is no class session named {name}.", "`tutor class list` names them.")


def list_classes(home: Path) -> tuple[ClassCard, ...]:
    """All sessions, the newest first. Never raises for one that cannot be read."""
    cards = [_card(folder) for folder in _folders(home)]
    newest = sorted(cards, key=lambda card: card.name, reverse=True)
    return tuple(sorted(newest, key=lambda card: card.last is None))


def read_class(folder: Path) -> tuple[ClassEvent, ...]:
    """The whole events of a session, without opening it for writing. Raises `StoreError`."""
    return tuple(Reading[ClassEvent](folder / CLASS_EVENTS, ClassJournal.LINES))


def class_states(home: Path) -> Iterator[ClassState]:
    """The state of every session that can be read, for what is pooled over sessions."""
    for folder in _folders(home):
        with suppress(StoreError):
            yield fold(read_class(folder))


def erase_class(home: Path, name: str) -> ClassCard:
    """Remove a session for good: journal, summary, copies.

    The folder is renamed first, so that a kill in the middle leaves no half session. Raises
    `StoreError` when there is none or it cannot be removed, `ProfileBusy` while it is open.
    """
    card = find_class(home, name)
    lock = _lock(card.folder)
    lock.take()
    lock.give_back()
    doomed = card.folder.with_name(f".erased-{card.folder.name}")
    try:
        if doomed.exists():
            shutil.rmtree(doomed)
        card.folder.rename(doomed)
        shutil.rmtree(doomed)
    except OSError as error:
        raise not_written(card.folder, error) from error
    return card


def read_names(folder: Path) -> dict[int, str]:
    """The names of a session by seat; none where none are kept. Raises `StoreError`."""
    path = folder / CLASS_NAMES
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise not_read(path, error) from error
    return dict(unpack(raw, NAMES).value.names)


def write_names(folder: Path, names: RosterNames, clock: Clock) -> None:
    """Keep these names; without any the file goes. Raises `StoreError`."""
    path = folder / CLASS_NAMES
    if names.names:
        write_whole(path, pack(names, NAMES, clock))
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise not_written(path, error) from error


def erase_names(home: Path, name: str) -> int:
    """Remove the names of a session and keep its counts; how many there were.

    Raises `StoreError` when there is no such session, `ProfileBusy` while it is open.
    """
    card = find_class(home, name)
    lock = _lock(card.folder)
    lock.take()
    try:
        count = len(read_names(card.folder))
        (card.folder / CLASS_NAMES).unlink(missing_ok=True)
    except OSError as error:
        raise not_written(card.folder, error) from error
    finally:
        lock.give_back()
    return count


def _folders(home: Path) -> list[Path]:
    """The folders that hold a session, by name."""
    try:
        found = classes_folder(home).iterdir()
        return sorted(one for one in found if (one / CLASS_EVENTS).is_file())
    except OSError:
        return []


def _lock(folder: Path) -> FolderLock:
    return FolderLock(folder / CLASS_LOCK, "class session")


def _card(folder: Path) -> ClassCard:
    try:
        events = read_class(folder)
    except StoreError as error:
        return ClassCard(folder.name, folder, problem=str(error))
    state = fold(events)
    if state.head is None:
        return ClassCard(folder.name, folder, problem="Its beginning cannot be read.")
    return ClassCard(
        name=folder.name,
        folder=folder,
        module=state.head.module,
        title=state.head.title,
        begun=events[0].at,
        last=events[-1].at,
        ended=state.overlay is Overlay.ENDED,
        rehearsal=state.head.rehearsal,
    )


class ClassRecord:
    """One session, opened for writing by this window. Safe to call from several threads."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Use `new_class` or `open_class`."""
        self.folder = folder
        self._clock = clock
        self._guard = Lock()
        self._lock = _lock(folder)
        self._lock.take()
        self._closed = False
        self._events: list[ClassEvent] = []
        try:
            sweep(folder)
            self._journal = ClassJournal.open(
                folder,
                device=folder.name,
                clock=clock,
                consume=self._events.extend,
                gate=self._lock.take,
            )
        except BaseException:
            self._lock.give_back()
            raise
        self._state = fold(self._events)
        self._names = read_names(folder)

    @property
    def name(self) -> str:
        """What a command calls this session."""
        return self.folder.name

    @property
    def state(self) -> ClassState:
        """Where the session stands, with what still waits to be saved."""
        return self._state

    @property
    def revision(self) -> int:
        """Goes up with every event, an undo included."""
        return len(self._events)

    @property
    def events(self) -> tuple[ClassEvent, ...]:
        """Everything that was recorded, in order."""
        return tuple(self._events)

    @property
    def names(self) -> dict[int, str]:
        """The names by seat where a roster is kept."""
        return dict(self._names)

    def name_seat(self, seat: int, name: str) -> None:
        """Write a name down, apart from the journal. Raises `StoreError` when that fails."""
        with self._guard:
            names = RosterNames(names=self._names | {seat: name})
            write_names(self.folder, names, self._clock)
            self._names = dict(names.names)

    @property
    def saving(self) -> Saving:
        """Whether everything recorded is on the disk, and why not."""
        return self._journal.saving

    @property
    def notices(self) -> tuple[str, ...]:
        """What the instructor must know about the record, as sentences."""
        return tuple(self._journal.notices)

    def record(self, happening: ClassHappening) -> ClassState:
        """Write down what happened, then count it; the state after that.

        The caller has asked `engine.classroom.refusal`. Raises `StoreError` after `close`.
        """
        with self._guard:
            if self._closed:
                raise StoreError("The class session is closed: nothing more can be recorded.")
            event = self._journal.append(happening)
            self._events.append(event)
            undone = isinstance(happening, Undone)
            self._state = fold(self._events) if undone else apply(self._state, event)
            if isinstance(happening, StepChanged | Ended):
                self._snapshot()
            return self._state

    def undo(self) -> ClassEvent | None:
        """Take back the last event that counts; that event, or None where there is none."""
        last = undoable(self._events)
        if last is not None:
            self.record(Undone(event=last.id))
            kept = {seat: name for seat, name in self._names.items() if seat in self._state.seats}
            if kept != self._names:
                write_names(self.folder, RosterNames(names=kept), self._clock)
                self._names = kept
        return last

    def close(self) -> Saving:
        """Save what waits, write the summary, let the next window run it. May be called twice."""
        with self._guard:
            if not self._closed:
                self._journal.flush()
                self._snapshot()
                self._lock.give_back()
                self._closed = True
            return self._journal.saving

    def __enter__(self) -> "ClassRecord":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _snapshot(self) -> None:
        """Write the summary if it would be true; it is for other programs and for people."""
        if self._journal.settled and self._state is not START:
            with suppress(StoreError):
                write_whole(self.folder / CLASS_SNAPSHOT, pack(self._state, SNAPSHOT, self._clock))
