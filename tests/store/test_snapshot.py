"""The summary: trusted only as long as the journal bears it out, and never missed."""

from pathlib import Path

import pytest

from tests.store.broken_disk import Disk
from tests.store.samples import answer, page, ticking
from tutor.engine.progress import fold
from tutor.engine.renames import Renames
from tutor.errors import StoreError
from tutor.model.progress import Progress
from tutor.store import snapshot as module
from tutor.store.journal import Journal
from tutor.store.learner import open_learner
from tutor.store.places import JOURNAL
from tutor.store.snapshot import (
    SNAPSHOT_FORMAT,
    Snapshot,
    keep_copy,
    load_snapshot,
    save_snapshot,
)

FORMAT = b'"format": %d' % SNAPSHOT_FORMAT


@pytest.fixture
def saved(folder: Path) -> Snapshot:
    """A journal of six events and a snapshot of the first four."""
    journal = Journal.open(folder, device="d1", clock=ticking())
    made = journal.append_all([page(seconds=60.0), answer(), page(), answer(right=False)])
    snapshot = Snapshot(mark=journal.mark, progress=fold(Progress(), made))
    save_snapshot(folder, snapshot, clock=ticking())
    journal.append_all([page(), answer()])
    return snapshot


def test_a_snapshot_that_fits_is_used(folder: Path, saved: Snapshot) -> None:
    assert load_snapshot(folder).snapshot == saved
    assert saved.mark.events == saved.progress.events == 4


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: b"",
        lambda raw: raw[:-20],
        lambda raw: raw.replace(FORMAT, b'"format": 99', 1),
        lambda raw: raw.replace(FORMAT, b'"format": 1', 1),
        lambda raw: raw.replace(b"staff-tutor ", b"staff-tutor 9.", 1),
        lambda raw: raw.replace(b'"attempts": 2', b'"attempts": "two"', 1),
    ],
)
def test_any_other_is_left_alone_without_an_error(folder: Path, saved: Snapshot, spoil) -> None:
    path = folder / "progress.json"
    raw = path.read_bytes()
    assert spoil(raw) != raw
    path.write_bytes(spoil(raw))
    assert load_snapshot(folder).snapshot == Snapshot()
    assert load_snapshot(folder).lost == 0


def test_a_snapshot_of_another_journal_is_not_used(folder: Path, saved: Snapshot) -> None:
    path = folder / "journal.jsonl"
    raw = path.read_bytes()
    lines = raw.splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:3], *lines[4:], lines[3]]))
    assert load_snapshot(folder).snapshot == Snapshot()
    assert load_snapshot(folder).lost == 0


@pytest.mark.parametrize("gone", [True, False])
def test_a_journal_shorter_than_its_snapshot_is_reported(
    folder: Path, saved: Snapshot, gone: bool
) -> None:
    path = folder / "journal.jsonl"
    if gone:
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:200])
    found = load_snapshot(folder)
    assert (found.snapshot, found.lost) == (Snapshot(), 4)


def test_a_copy_is_kept_in_the_backups(folder: Path, saved: Snapshot) -> None:
    copy = keep_copy(folder, clock=ticking())
    assert copy == folder / "backups" / "progress-2026-03-01T120000Z.json"
    assert copy.read_bytes() == (folder / "progress.json").read_bytes()
    (folder / "progress.json").unlink()
    with pytest.raises(StoreError):
        keep_copy(folder, clock=ticking())


def test_a_folder_without_a_snapshot_starts_from_the_journal(folder: Path) -> None:
    assert load_snapshot(folder).snapshot == Snapshot()
    (folder / "progress.json").mkdir()
    assert load_snapshot(folder).snapshot == Snapshot()


def test_a_snapshot_is_written_in_one_step(folder: Path, disk: Disk) -> None:
    save_snapshot(folder, Snapshot(), clock=ticking())
    assert disk.calls == ["open", "write", "fsync", "replace", "fsync"]
    assert module.PROGRESS == "progress.json"


def test_a_summary_under_other_renames_is_not_used(tmp_path: Path) -> None:
    with open_learner(tmp_path, "Maj Lind", clock=ticking()) as learner:
        learner.record(answer("wps/basics/q1", module="wps/basics"))
        folder = learner.folder
    assert load_snapshot(folder).snapshot.mark.events == 1
    said = Renames(items={"wps/basics/q1": "wps/basics/first"})
    assert load_snapshot(folder, said.key).snapshot.mark.events == 0
    with open_learner(tmp_path, "Maj Lind", clock=ticking(), renames=said) as learner:
        assert learner.progress.module("wps/basics").items.keys() == {"wps/basics/first"}
        learner.record(answer("wps/basics/first", module="wps/basics"))
        assert learner.progress.module("wps/basics").items["wps/basics/first"].attempts == 2
    assert load_snapshot(folder, said.key).snapshot.mark.events == 2
    with open_learner(tmp_path, "Maj Lind", clock=ticking()) as learner:
        assert len(learner.progress.module("wps/basics").items) == 2
    assert b"wps/basics/q1" in (folder / JOURNAL).read_bytes()
