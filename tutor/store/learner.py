"""One learner, opened: the progress, and one verb that writes down what happened.

    with open_learner(home, None, clock=clock) as learner:
        progress = learner.record(PageRead(module="wps/basics", page="roots/first"))

`record` returns when the event is on the disk, or when `saving` says that it waits in memory.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Lock
from types import TracebackType

from tutor.engine.progress import fold
from tutor.engine.renames import NOTHING_RENAMED, Renames, respelt
from tutor.errors import ProfileBusy, StoreError
from tutor.model.progress import Progress
from tutor.model.record import Event, Happening
from tutor.model.settings import Settings
from tutor.ports import Clock
from tutor.store import notices
from tutor.store.atomic import sweep
from tutor.store.journal import Journal, Saving
from tutor.store.lock import ProfileLock
from tutor.store.places import PROFILE, PROGRESS, backups_folder, make_folder, stamp
from tutor.store.profiles import (
    DEFAULT_NAME,
    LoadedProfile,
    Profile,
    find_profile,
    free_folder,
    load_profile,
    new_profile,
    save_profile,
)
from tutor.store.snapshot import Snapshot, keep_copy, load_snapshot, save_snapshot

SNAPSHOT_EVERY = 50
"""Events between two snapshots; in a long journal a fiftieth of it, since a snapshot grows too."""

PATIENCE = 1.0
"""Seconds that `close` waits for a write under way. A signal may call it from the thread that
writes; everything acknowledged is on the disk, so there is nothing worth a deadlock."""


def open_learner(
    home: Path,
    name: str | None = None,
    *,
    clock: Clock,
    read_only: bool = False,
    renames: Renames = NOTHING_RENAMED,
) -> "Learner":
    """Open a learner by name, or the one used last; make one where there is none.

    `renames`: ids that the courses have renamed; the progress has the names of now.
    Raises `ProfileBusy` when another window has the profile open: the caller may ask again with
    `read_only=True`. Raises `StoreError` when what is there cannot be read, and when there is
    nobody to open for reading only. A folder that cannot be written is no error: work goes on in
    memory, and `notices` and `saving` say so.
    """
    card = find_profile(home, name)
    if card is None and read_only:
        raise StoreError(f"There is no profile named {name or DEFAULT_NAME}.", "Check the name.")
    folder = card.folder if card else free_folder(home, name or DEFAULT_NAME)
    lock = ProfileLock(folder)
    with ExitStack() as undo:
        undo.callback(lock.give_back)
        problem = "" if read_only else _prepare(folder, lock, new=card is None)
        if card is None:
            loaded = LoadedProfile(new_profile(name or DEFAULT_NAME, clock), on_disk=False)
        else:
            loaded = load_profile(folder, clock=clock, read_only=not lock.held)
        learner = Learner(
            folder, loaded, lock, clock, read_only=read_only, problem=problem, renames=renames
        )
        undo.pop_all()
    return learner


def _prepare(folder: Path, lock: ProfileLock, *, new: bool) -> str:
    """Take the lock and tidy up; a sentence when this profile cannot be written now.

    Raises `ProfileBusy`, which is a matter for the caller and not a state of the disk.
    """
    try:
        if new:
            make_folder(folder)
        lock.take()
    except StoreError as error:
        if isinstance(error, ProfileBusy):
            raise
        return notices.only_in_memory(f"{error} {error.hint}".rstrip())
    sweep(folder)
    sweep(backups_folder(folder))
    return ""


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the garbage collector while a long history is built.

    It makes hundreds of thousands of values that stay; the collector would look through all of
    them again and again, which takes three times as long as building them (50,000 events).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Learner:
    """A learner's profile and progress, for one window. Safe to call from several threads."""

    def __init__(
        self,
        folder: Path,
        loaded: LoadedProfile,
        lock: ProfileLock,
        clock: Clock,
        *,
        read_only: bool,
        problem: str,
        renames: Renames = NOTHING_RENAMED,
    ) -> None:
        """Use `open_learner`."""
        self.folder = folder
        self._renames = renames
        self._clock = clock
        self._lock = lock
        self._guard = Lock()
        self._profile = loaded.profile
        self._on_disk = loaded.on_disk
        self._profile_due = not loaded.on_disk
        self._closed = False
        self._since_snapshot = 0
        self._may_summarise = True
        self._progress = Progress()
        self._notices = [*loaded.notices, *([problem] if problem else [])]
        with _collector_paused():
            self._journal = self._open_journal(read_only or loaded.newer)
        if self.read_only:
            lock.give_back()
        elif lock.held and self._profile_due:
            with suppress(StoreError):
                self._gate()

    # What a front end may ask

    @property
    def name(self) -> str:
        """The name as the learner gave it. Untrusted text."""
        return self._profile.name

    @property
    def profile(self) -> Profile:
        """Name, device and settings."""
        return self._profile

    @property
    def progress(self) -> Progress:
        """What was done so far, with what still waits to be saved."""
        return self._progress

    @property
    def saving(self) -> Saving:
        """Whether everything recorded is on the disk, and why not."""
        return self._journal.saving

    @property
    def notices(self) -> tuple[str, ...]:
        """What the learner must know about the profile, as sentences; may grow while it is open."""
        return (*self._notices, *self._journal.notices)

    @property
    def read_only(self) -> bool:
        """True when nothing done in this window is saved."""
        return self._journal.read_only

    def events(self) -> Iterator[Event]:
        """Everything recorded, in journal order, for exports. Raises `StoreError`."""
        waiting = {event.id: event for event in self._journal.waiting}
        for event in self._journal.read():
            waiting.pop(event.id, None)
            yield event
        yield from waiting.values()

    # What changes something

    def record(self, *happenings: Happening) -> Progress:
        """Write down what happened, then count it; the progress after that.

        The events are on the disk on return, or `saving` says that they wait. With `read_only`
        they count until the window is closed. Raises `StoreError` after `close`.
        """
        with self._guard:
            if self._closed:
                raise StoreError("The profile is closed: nothing more can be recorded.")
            events = self._journal.append_all(happenings)
            self._progress = self._folded(self._progress, events)
            self._since_snapshot += len(events)
            if self._since_snapshot >= max(SNAPSHOT_EVERY, self._progress.events // SNAPSHOT_EVERY):
                self._snapshot()
            return self._progress

    def flush(self) -> Saving:
        """Try once more to save what waits, for example after a stick was put back."""
        with self._guard:
            self._journal.flush()
            return self._journal.saving

    def change_settings(self, settings: Settings) -> None:
        """Use these settings, and write them down unless this window only reads.

        Raises `StoreError` when they could not be written; they hold until the window is closed,
        and are written with the next event that can be.
        """
        with self._guard:
            self._profile = self._profile.model_copy(update={"settings": settings})
            self._profile_due = True
            if not self.read_only:
                self._gate()

    def rescue(self, folder: Path) -> Path:
        """Write the events that wait into a new file in another folder; the path of the file.

        Raises `StoreError` when that folder cannot be written either.
        """
        path = folder / f"staff-tutor-waiting-{stamp(self._clock())}.jsonl"
        with self._guard:
            self._journal.write_waiting(path)
        return path

    def close(self) -> Saving:
        """Save what waits, write the snapshot, let the next window write. May be called twice.

        What still waits after that is lost with this object: show `saving.problem` before.
        """
        if self._closed or not self._guard.acquire(timeout=PATIENCE):
            return self._journal.saving
        try:
            if self._profile_due and not self.read_only:
                with suppress(StoreError):
                    self._gate()
            self._journal.flush()
            if self._since_snapshot:
                self._snapshot()
            self._lock.give_back()
            self._closed = True
            return self._journal.saving
        finally:
            self._guard.release()

    def __enter__(self) -> "Learner":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # How it is done

    def _open_journal(self, read_only: bool) -> Journal:
        """Open the journal and fold what the snapshot does not cover into `_progress`."""
        found = load_snapshot(self.folder, self._renames.key)
        start = found.snapshot

        def consume(events: Iterator[Event]) -> None:
            self._progress = self._folded(start.progress, events)

        journal = Journal.open(
            self.folder,
            device=self._profile.device,
            clock=self._clock,
            read_only=read_only,
            mending=self._lock.held,
            after=start.mark,
            consume=consume,
            gate=self._gate,
        )
        if found.lost > self._progress.events:
            self._tell_shorter(found.lost)
        self._since_snapshot = self._progress.events - start.mark.events
        return journal

    def _folded(self, progress: Progress, events: Iterable[Event]) -> Progress:
        """The progress after these events, read under the names of now."""
        if self._renames:
            events = (respelt(event, self._renames) for event in events)
        return fold(progress, events)

    def _tell_shorter(self, known: int) -> None:
        where = str(self.folder / PROGRESS)
        self._may_summarise = False
        if self._lock.held:
            with suppress(StoreError):
                where = str(keep_copy(self.folder, clock=self._clock))
                self._may_summarise = True
        self._notices.append(notices.shorter(known, self._progress.events, where))

    def _gate(self) -> None:
        """Make sure that this window may write now, and that the profile itself is there.

        The folder is created only for a profile that never was on the disk: where one has gone,
        a stick was pulled, and a new folder in its place would hide that. Raises `StoreError`.
        """
        if not self._on_disk:
            make_folder(self.folder)
        self._lock.take()
        if self._profile_due and (self._on_disk or not (self.folder / PROFILE).exists()):
            save_profile(self.folder, self._profile, clock=self._clock)
        self._on_disk, self._profile_due = True, False

    def _snapshot(self) -> None:
        """Write the snapshot if it would be true. A failure costs time at the next start only."""
        mark = self._journal.mark
        self._since_snapshot = 0
        true = self._journal.settled and mark.events == self._progress.events
        if true and self._may_summarise and self._lock.held:
            with suppress(StoreError):
                snapshot = Snapshot(mark=mark, progress=self._progress, renames=self._renames.key)
                save_snapshot(self.folder, snapshot, clock=self._clock)
