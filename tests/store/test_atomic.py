"""Whole-file writes: the old bytes or the new ones, and nothing else left behind."""

import errno
import os
import stat
from pathlib import Path

import pytest

from tests.store.broken_disk import Death, Disk
from tutor.errors import StoreError
from tutor.store import atomic
from tutor.store.atomic import sweep, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_created_for_the_user_alone(folder: Path) -> None:
    write_whole(folder / "a.json", b"one")
    assert (folder / "a.json").read_bytes() == b"one"
    if os.name != "nt":
        assert stat.S_IMODE((folder / "a.json").stat().st_mode) == 0o600


def test_the_bytes_are_durable_before_the_name_and_the_name_before_the_return(
    folder: Path, disk: Disk
) -> None:
    write_whole(folder / "a.json", b"one")
    assert disk.calls == ["open", "write", "fsync", "replace", "fsync"]


def test_short_writes_are_continued(folder: Path, disk: Disk) -> None:
    disk.short(3)
    write_whole(folder / "a.json", b"0123456789")
    assert (folder / "a.json").read_bytes() == b"0123456789"


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_a_failure_at_any_step_leaves_the_old_file_and_no_other(
    folder: Path, disk: Disk, call: str
) -> None:
    write_whole(folder / "a.json", b"old")
    disk.fail(errno.ENOSPC, call)
    with pytest.raises(StoreError, match="the disk is full"):
        write_whole(folder / "a.json", b"new and longer")
    assert names(folder) == ["a.json"]
    # Only the fsync of the folder comes after the new file is in place.
    assert (folder / "a.json").read_bytes() == b"old"


def test_a_kill_at_any_step_leaves_the_old_file_or_the_new_one(folder: Path, disk: Disk) -> None:
    write_whole(folder / "a.json", b"old")
    seen = set()
    for step in range(1, 6):
        disk.die_at(step)
        with pytest.raises(Death):
            write_whole(folder / "a.json", b"new and longer")
        disk.heal()
        seen.add((folder / "a.json").read_bytes())
        sweep(folder)
        assert names(folder) == ["a.json"]
    assert seen == {b"old", b"new and longer"}


def test_sweeping_takes_only_our_own_temporary_files(folder: Path) -> None:
    for name in (".profile.json.0123abcd.tmp", "notes.tmp", ".hidden.tmp", "profile.json"):
        (folder / name).touch()
    sweep(folder)
    assert names(folder) == [".hidden.tmp", "notes.tmp", "profile.json"]


def test_sweeping_a_folder_that_is_not_there_does_nothing(folder: Path) -> None:
    sweep(folder / "gone")


def test_on_windows_a_file_that_is_open_elsewhere_is_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "WINDOWS", True)
    pauses: list[float] = []
    monkeypatch.setattr(atomic.time, "sleep", pauses.append)
    real, tries = os.replace, []

    def stubborn(source: Path, target: Path) -> None:
        tries.append(1)
        if len(tries) < 4:
            raise PermissionError(errno.EACCES, "in use")
        real(source, target)

    monkeypatch.setattr(os, "replace", stubborn)
    write_whole(folder / "a.json", b"one")
    assert (folder / "a.json").read_bytes() == b"one"
    assert len(pauses) == 3


def test_the_patience_on_windows_ends_after_about_a_second(
    folder: Path, monkeypatch: pytest.MonkeyPatch, disk: Disk
) -> None:
    monkeypatch.setattr(atomic, "WINDOWS", True)
    pauses: list[float] = []
    monkeypatch.setattr(atomic.time, "sleep", pauses.append)
    disk.fail(errno.EACCES, "replace")
    with pytest.raises(StoreError, match="may not be changed"):
        write_whole(folder / "a.json", b"one")
    assert 0.8 <= sum(pauses) <= 1.2
    assert names(folder) == []


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS])
def test_a_file_system_without_fsync_is_let_off(folder: Path, disk: Disk, number: int) -> None:
    disk.fail(number, "fsync")
    write_whole(folder / "a.json", b"one")
    assert (folder / "a.json").read_bytes() == b"one"
