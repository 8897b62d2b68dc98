"""Erasing a learner: everything that was kept, for good."""

import shutil
from pathlib import Path

from tutor.errors import StoreError
from tutor.store.lock import ProfileLock
from tutor.store.problems import not_written
from tutor.store.profiles import ProfileCard, find_profile


def erase_profile(home: Path, name: str) -> ProfileCard:
    """Remove a learner's folder with journal, progress and backups.

    The folder is renamed first, so that a kill in the middle leaves no half learner behind.
    Raises `StoreError` when there is no such learner or the folder cannot be removed, and
    `ProfileBusy` while a window has the profile open.
    """
    card = find_profile(home, name)
    if card is None:
        raise StoreError(f"There is no profile named {name}.", "`tutor profile list` names them.")
    lock = ProfileLock(card.folder)
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
