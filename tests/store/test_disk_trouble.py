"""A full disk, a pulled stick, a folder that may not be written: nothing is lost, all is told."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.broken_disk import Disk, scratch
from tests.store.samples import ROOT, answer, page, ticking, written
from tutor.errors import ProfileBusy, StoreError
from tutor.store.journal import Journal


def opened(folder: Path, **options: Any) -> Journal:
    return Journal.open(folder, device="d1", clock=ticking(), **options)


def ids(folder: Path) -> list[str]:
    """The ids in the file; fails when the next window would find anything wrong with it."""
    journal = opened(folder)
    assert journal.notices == []
    return [event.id for event in journal.read()]


@pytest.mark.parametrize("room", [0, 1, 60, 500])
def test_on_a_full_disk_events_wait_in_order_and_go_first_later(
    folder: Path, disk: Disk, room: int
) -> None:
    journal = opened(folder)
    made = [journal.append(page())]
    disk.room(room)
    made += [journal.append(answer("q1")), journal.append(answer("q2"))]
    waiting = journal.saving.waiting
    assert not journal.saving.saved
    assert waiting in (1, 2)
    for part in ("the disk is full", "kept in memory", "Free some space"):
        assert part in journal.saving.problem
    assert [event.id for event in journal.waiting] == [event.id for event in made[-waiting:]]
    disk.heal()
    made.append(journal.append(page()))
    assert (journal.saving.saved, journal.saving.problem, journal.saving.waiting) == (True, "", 0)
    assert ids(folder) == [event.id for event in made]


def test_half_a_line_is_cut_off_at_once(folder: Path, disk: Disk) -> None:
    journal = opened(folder)
    event = journal.append(page())
    disk.room(100)
    journal.append(page())
    assert ids(folder) == [event.id]


@pytest.mark.parametrize("cut_works_later", [True, False])
def test_half_a_line_that_cannot_be_cut_off_spoils_nothing(
    folder: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch, cut_works_later: bool
) -> None:
    real = os.ftruncate

    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "no")

    journal = opened(folder)
    made = [journal.append(page())]
    monkeypatch.setattr(os, "ftruncate", refuse)
    disk.room(100)
    made.append(journal.append(answer()))
    disk.heal()
    if cut_works_later:
        monkeypatch.setattr(os, "ftruncate", real)
    made.append(journal.append(page()))
    assert journal.saving.saved
    assert not journal.changed_elsewhere
    again = opened(folder)
    assert [event.id for event in again.read()] == [event.id for event in made]
    assert (again.recovery is None) == cut_works_later


def test_a_line_that_was_written_and_not_synced_is_not_written_twice(
    folder: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = opened(folder)
    made = [journal.append(page())]
    disk.fail(errno.EIO, "fsync", "ftruncate")
    made += [journal.append(page()), journal.append(answer())]
    assert journal.saving.waiting == 2
    disk.heal()
    assert journal.flush()
    assert ids(folder) == [event.id for event in made]


def test_an_event_does_not_count_as_saved_while_fsync_fails(folder: Path, disk: Disk) -> None:
    journal = opened(folder)
    disk.fail(errno.EIO, "fsync")
    for count in (1, 2, 3):
        journal.append(page())
        assert journal.saving.waiting == count
    disk.heal()
    journal.flush()
    assert len(ids(folder)) == 3


def test_of_several_lines_those_that_fit_are_saved(folder: Path, disk: Disk) -> None:
    journal = opened(folder)
    first = journal.append(page())
    size = (folder / "journal.jsonl").stat().st_size
    disk.room(2 * (size + 64) + 50)  # From the second on a line holds 64 digits more.
    made = journal.append_all([page() for _ in range(4)])
    saved = len(ids(folder)) - 1
    assert (saved, journal.saving.waiting) == (2, 2)
    disk.heal()
    journal.flush()
    assert ids(folder) == [first.id, *(event.id for event in made)]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files in place")
def test_a_pulled_stick_is_not_replaced_by_a_new_folder(folder: Path) -> None:
    journal = opened(folder)
    made = [journal.append(page())]
    stick = folder.rename(folder.with_name("unplugged"))
    made += [journal.append(answer()), journal.append(page())]
    assert "gone" in journal.saving.problem
    assert "Plug the USB stick" in journal.saving.problem
    assert not folder.exists()
    stick.rename(folder)
    assert journal.flush()
    assert ids(folder) == [event.id for event in made]


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_write_protected_folder_keeps_everything_waiting(
    folder: Path, disk: Disk, number: int
) -> None:
    disk.fail(number)
    journal = opened(folder)
    made = [journal.append(page()), journal.append(answer())]
    assert journal.saving.waiting == 2
    assert "write-protected" in journal.saving.problem
    disk.heal()
    assert journal.flush()
    assert ids(folder) == [event.id for event in made]


def test_a_closed_gate_keeps_events_waiting(folder: Path) -> None:
    closed = [True]

    def gate() -> None:
        if closed:
            raise ProfileBusy("It is open in another window.", "Close it.")

    journal = opened(folder, gate=gate)
    journal.append(page())
    assert journal.saving.problem.startswith("It is open in another window. Close it. Your work")
    assert not (folder / "journal.jsonl").exists()
    closed.clear()
    assert journal.flush()


def test_what_waits_can_be_written_elsewhere(folder: Path, disk: Disk, tmp_path: Path) -> None:
    journal = opened(folder)
    journal.append(page())
    disk.fail(errno.EIO, "fsync")
    made = [journal.append(answer()), journal.append(page())]
    disk.heal()
    assert journal.write_waiting(tmp_path / "rescued.jsonl") == 2
    kept = (tmp_path / "rescued.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["id"] for line in kept] == [event.id for event in made]
    with pytest.raises(StoreError):
        journal.write_waiting(tmp_path / "rescued.jsonl")
    assert journal.saving.waiting == 2


# Somebody else writes


def test_lines_of_another_window_are_kept_and_followed(folder: Path) -> None:
    first, second = opened(folder), opened(folder)
    made = [first.append(page())]
    made += [second.append(answer()), second.append(page())]
    made.append(first.append(answer()))
    assert ids(folder) == [event.id for event in made]
    assert second.changed_elsewhere
    assert "Another program" in second.notices[0]
    assert not second.settled


def test_a_torn_line_of_somebody_else_is_not_cut_off(folder: Path) -> None:
    journal = opened(folder)
    made = [journal.append(page())]
    with (folder / "journal.jsonl").open("ab") as file:
        file.write(b'{"format":1,"id":"other')
    made.append(journal.append(page()))
    assert b'"id":"other\n' in (folder / "journal.jsonl").read_bytes()
    assert [event.id for event in opened(folder).read()] == [event.id for event in made]


def test_a_journal_that_vanishes_alone_is_begun_again(folder: Path) -> None:
    journal = opened(folder)
    journal.append_all([page(), page()])
    (folder / "journal.jsonl").unlink()
    event = journal.append(answer())
    assert journal.changed_elsewhere
    assert ids(folder) == [event.id]


# Anything in any order


@settings(max_examples=150)
@given(st.lists(st.one_of(st.none(), st.integers(0, 1200)), min_size=1, max_size=12))
def test_no_sequence_of_full_disks_loses_or_doubles_an_event(rooms: list[int | None]) -> None:
    with pytest.MonkeyPatch.context() as patch, scratch() as folder:
        disk = Disk(patch)
        journal, made = opened(folder), []
        for room in rooms:
            disk.heal()
            if room is not None:
                disk.room(room)
            made.append(journal.append(written("x" * 100)).id)
            in_file = ids(folder)
            assert in_file == made[: len(in_file)]
            assert len(in_file) + journal.saving.waiting == len(made)
        disk.heal()
        assert journal.flush()
        assert ids(folder) == made


LIMITED = """
import resource, sys
from pathlib import Path
from tests.store.samples import ticking, written
from tutor.store.journal import Journal
folder = Path(sys.argv[1])
journal = Journal.open(folder, device="d1", clock=ticking())
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
made = [journal.append(written("x" * 300)).id for _ in range(30)]
size, waiting = (folder / "journal.jsonl").stat().st_size, journal.saving.waiting
assert 9_000 < size <= 10_000, size
assert (folder / "journal.jsonl").read_bytes().endswith(b"\\n")
assert 0 < waiting < 30 and "disk is full" in journal.saving.problem
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
assert journal.flush() and journal.saving.saved
print("\\n".join(made))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_real_limit_on_the_size_of_files_loses_nothing(folder: Path) -> None:
    command = [sys.executable, "-c", LIMITED, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert ids(folder) == done.stdout.split()
