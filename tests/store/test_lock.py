"""One window writes; a kill frees the lock."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.samples import ROOT
from tutor.errors import ProfileBusy, StoreError
from tutor.store.lock import ProfileLock

HOLDER = """
import sys, time
from pathlib import Path
from tutor.store.lock import ProfileLock
lock = ProfileLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_window_is_told(folder: Path) -> None:
    first, second = ProfileLock(folder), ProfileLock(folder)
    first.take()
    with pytest.raises(ProfileBusy, match="another window"):
        second.take()
    assert (first.held, second.held) == (True, False)
    first.give_back()
    second.take()
    assert second.held
    second.give_back()


def test_taking_twice_is_taking_once(folder: Path) -> None:
    lock = ProfileLock(folder)
    lock.take()
    lock.take()
    lock.give_back()
    ProfileLock(folder).take()


def test_a_killed_window_blocks_nobody(folder: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with pytest.raises(ProfileBusy):
            ProfileLock(folder).take()
        child.kill()
        child.wait()
        lock = ProfileLock(folder)
        lock.take()
        lock.give_back()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files in place")
def test_a_lock_is_taken_again_when_its_file_was_replaced(folder: Path) -> None:
    lock, other = ProfileLock(folder), ProfileLock(folder)
    lock.take()
    (folder / "profile.lock").unlink()
    other.take()
    with pytest.raises(ProfileBusy):
        lock.take()
    other.give_back()
    lock.take()
    lock.give_back()


def test_a_folder_that_is_gone_is_an_error_and_is_not_made_anew(folder: Path) -> None:
    folder.rmdir()
    with pytest.raises(StoreError, match="gone"):
        ProfileLock(folder).take()
    assert not folder.exists()


def test_a_place_that_cannot_hold_a_lock_is_an_error(folder: Path) -> None:
    (folder / "profile.lock").mkdir()
    with pytest.raises(StoreError, match="could not be written"):
        ProfileLock(folder).take()
