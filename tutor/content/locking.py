"""What `tutor lock` writes for a course, and whether it may."""

from dataclasses import dataclass, replace

from tutor.content import ids, lock
from tutor.content.diagnostics import Severity
from tutor.content.files import Folder
from tutor.content.gather import everything
from tutor.content.read import Reader
from tutor.content.release import Changes, Release, changes
from tutor.content.rules.table import findings
from tutor.content.rules.versions import GONE
from tutor.errors import ContentError


@dataclass(frozen=True, slots=True)
class Locking:
    """The text of the new `ids.lock`, how many ids it has, and what it changes."""

    text: str
    count: int
    release: Release


def locking(folder: Folder) -> Locking:
    """Raises ContentError for a course with errors: what is broken would look as if it was gone."""
    reader = Reader(folder)
    view = replace(everything(reader), lock=reader.lock())
    found = (*reader.diagnostics, *findings(view, blocking=True))
    errors = [one for one in found if one.severity is Severity.ERROR and one.code != GONE.code]
    if view.head is None or errors or not ids.whole(view):
        count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
        message = f"{folder.label} has {count} and is not locked."
        raise ContentError(message, f"Run: tutor check {folder.label}")
    head, named = view.head.value, ids.named(view)
    before = view.lock
    release = Release(
        head.id,
        head.version,
        before.version if before else None,
        changes(before, named) if before else Changes(new=tuple(named)),
    )
    prints = {key: one.fingerprint for key, one in named.items()}
    return Locking(lock.write(head.version, prints), len(prints), release)
