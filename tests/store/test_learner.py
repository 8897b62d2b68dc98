"""A learner, opened: what a front end sees of all this."""

import os
import re
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.store.broken_disk import Death, Disk, scratch
from tests.store.samples import (
    MODULE,
    answer,
    events,
    finished,
    histories,
    page,
    quiz,
    run_started,
    ticking,
)
from tutor.engine.progress import fold
from tutor.errors import ProfileBusy, StoreError
from tutor.model.progress import Progress
from tutor.model.record import Event, Happening
from tutor.model.settings import Settings
from tutor.store.learner import SNAPSHOT_EVERY, Learner, open_learner


def opened(home: Path, name: str | None = None, *, read_only: bool = False) -> Learner:
    return open_learner(home, name, clock=ticking(), read_only=read_only)


def forget(learner: Learner) -> None:
    """What a kill does: the lock is free, and nothing else happens."""
    learner._lock.give_back()


def same(one: Progress, other: Progress) -> bool:
    """Equal but for the times, which come from a clock that starts anew with each window."""
    return _timeless(one) == _timeless(other)


def _timeless(progress: Progress) -> str:
    return re.sub(r'"\d{4}-\d\d-\d\dT[^"]*"', '""', progress.model_dump_json())


def test_the_first_start_makes_a_learner(tmp_path: Path) -> None:
    with opened(tmp_path) as learner:
        assert (learner.name, learner.notices, learner.read_only) == ("Learner", (), False)
        assert learner.progress == Progress()
        assert learner.folder == tmp_path / "profiles" / "learner"
    assert (learner.folder / "profile.json").exists()


def test_what_was_recorded_is_there_again(tmp_path: Path) -> None:
    with opened(tmp_path, "Anna") as learner:
        progress = learner.record(page(), quiz(), answer(attempt="t1"))
        progress = learner.record(finished())
        assert learner.progress is progress
        assert learner.saving.saved
    with opened(tmp_path) as again:
        assert (again.name, again.progress) == ("Anna", progress)
        assert again.notices == ()
        assert [event.what.kind for event in again.events()] == [
            "page",
            "quiz-started",
            "answer",
            "quiz-finished",
        ]


def test_a_killed_window_is_read_back_from_its_journal(tmp_path: Path) -> None:
    learner = opened(tmp_path)
    progress = learner.record(page(), answer())
    forget(learner)
    assert not (learner.folder / "progress.json").exists()
    with opened(tmp_path) as again:
        assert (again.progress, again.notices) == (progress, ())


def test_a_kill_after_a_snapshot_reads_the_tail_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = opened(tmp_path)
    for number in range(SNAPSHOT_EVERY + 3):
        progress = learner.record(page(f"roots/p{number}"))
    forget(learner)
    folded: list[int] = []

    def counting(progress: Progress, tail: Iterable[Event]) -> Progress:
        listed = list(tail)
        folded.append(len(listed))
        return fold(progress, listed)

    monkeypatch.setattr("tutor.store.learner.fold", counting)
    with opened(tmp_path) as again:
        assert again.progress == progress
    assert folded == [3]


def test_a_snapshot_is_not_written_for_each_event(tmp_path: Path) -> None:
    with opened(tmp_path) as learner:
        for _ in range(SNAPSHOT_EVERY - 1):
            learner.record(page())
        assert not (learner.folder / "progress.json").exists()
        learner.record(page())
        assert (learner.folder / "progress.json").exists()


@settings(max_examples=40)
@given(histories)
def test_closing_and_opening_after_each_event_changes_nothing(history: list[Happening]) -> None:
    with scratch() as home:
        for happening in history:
            with opened(home) as learner:
                learner.record(happening)
        with opened(home) as learner:
            assert same(learner.progress, fold(Progress(), events(history)))
            assert learner.notices == ()


# Two windows


def test_a_second_window_is_refused_or_only_reads(tmp_path: Path) -> None:
    with opened(tmp_path) as first:
        progress = first.record(page())
        with pytest.raises(ProfileBusy):
            opened(tmp_path)
        with opened(tmp_path, read_only=True) as second:
            assert (second.read_only, second.progress) == (True, progress)
            assert second.record(answer()).events == 2
            assert "not saved" in second.saving.problem
        first.record(page())
        assert first.saving.saved
    with opened(tmp_path) as later:
        assert [event.what.kind for event in later.events()] == ["page", "page"]
        assert later.notices == ()


def test_reading_only_changes_no_byte(tmp_path: Path) -> None:
    with opened(tmp_path) as learner:
        learner.record(page())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with opened(tmp_path, read_only=True) as reader:
        reader.record(page(), answer())
        reader.change_settings(Settings(theme="dark"))
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before


def test_nobody_can_be_opened_for_reading_only_who_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no profile named Anna"):
        opened(tmp_path, "Anna", read_only=True)


def test_a_failed_opening_leaves_no_lock(tmp_path: Path) -> None:
    with opened(tmp_path) as learner:
        learner.record(page())
    journal = learner.folder / "journal.jsonl"
    aside = journal.rename(journal.with_name("aside"))
    journal.mkdir()
    with pytest.raises(StoreError):
        opened(tmp_path)
    journal.rmdir()
    aside.rename(journal)
    opened(tmp_path).close()


# Trouble


def test_a_home_that_cannot_be_written_is_no_crash(tmp_path: Path, disk: Disk) -> None:
    disk.fail(30)
    learner = opened(tmp_path / "home")
    assert "kept in memory" in learner.notices[0]
    progress = learner.record(page(), answer())
    assert (progress.events, learner.saving.waiting) == (2, 2)
    assert [event.what.kind for event in learner.events()] == ["page", "answer"]
    disk.heal()
    assert learner.flush().saved
    learner.close()
    with opened(tmp_path / "home") as again:
        assert (again.name, again.progress) == ("Learner", progress)


def test_a_known_learner_on_a_write_protected_stick_goes_on_in_memory(
    tmp_path: Path, disk: Disk
) -> None:
    with opened(tmp_path, "Anna") as learner:
        learner.record(page())
    disk.fail(30)
    with opened(tmp_path, "Anna") as learner:
        assert "write-protected" in learner.notices[0]
        assert learner.record(answer()).events == 2
        assert learner.saving.waiting == 1
        disk.heal()
    with opened(tmp_path, "Anna") as learner:
        assert (learner.progress.events, learner.notices) == (2, ())


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files in place")
def test_a_stick_that_is_pulled_and_put_back_loses_nothing(tmp_path: Path) -> None:
    home = tmp_path / "stick"
    learner = opened(home)
    learner.record(page())
    away = home.rename(tmp_path / "pocket")
    progress = learner.record(answer(), page())
    assert (learner.saving.waiting, home.exists()) == (2, False)
    away.rename(home)
    assert learner.record().events == 3
    assert learner.close().saved
    with opened(home) as again:
        assert (again.progress, again.notices) == (progress, ())


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files in place")
def test_a_stick_that_another_window_took_meanwhile_is_left_to_it(tmp_path: Path) -> None:
    learner = opened(tmp_path)
    learner.record(page())
    (learner.folder / "profile.lock").unlink()
    with opened(tmp_path) as other:
        other.record(answer())
        learner.record(page())
        assert "another window" in learner.saving.problem
    assert learner.flush().saved
    learner.close()
    with opened(tmp_path) as again:
        assert [event.what.kind for event in again.events()] == ["page", "answer", "page"]
        assert (again.progress.events, again.notices) == (3, ())


def test_what_waits_can_be_rescued_to_another_folder(tmp_path: Path, disk: Disk) -> None:
    learner = opened(tmp_path / "home")
    disk.fail(28, "fsync")
    learner.record(page(), answer())
    disk.heal()
    saved = learner.rescue(tmp_path)
    assert len(saved.read_bytes().splitlines()) == 2
    learner.close()


def test_a_deleted_journal_is_told_and_what_was_known_is_kept(tmp_path: Path) -> None:
    with opened(tmp_path) as learner:
        learner.record(page(), answer())
    known = (learner.folder / "progress.json").read_bytes()
    (learner.folder / "journal.jsonl").unlink()
    with opened(tmp_path) as again:
        (notice,) = again.notices
        assert "2 entries were known, 0 are there" in notice
        again.record(page())
    (copy,) = (learner.folder / "backups").iterdir()
    assert copy.read_bytes() == known
    with opened(tmp_path) as later:
        assert (later.progress.events, later.notices) == (1, ())


def test_a_repair_is_told_to_the_learner(tmp_path: Path) -> None:
    with opened(tmp_path) as learner:
        learner.record(page())
    with (learner.folder / "journal.jsonl").open("ab") as file:
        file.write(b'{"format":1,"id":"tor')
    with opened(tmp_path) as again:
        assert "kept: 1" in again.notices[0]
        assert again.progress.events == 1
        again.record(page())
    with opened(tmp_path) as later:
        assert (later.progress.events, later.notices) == (2, ())


@pytest.mark.parametrize("which", ["profile.json", "journal.jsonl"])
def test_a_newer_program_makes_it_read_only_and_frees_the_lock(tmp_path: Path, which: str) -> None:
    with opened(tmp_path, "Anna") as learner:
        learner.record(page(), page())
    path = learner.folder / which
    colon = b": " if which == "profile.json" else b":"
    before = (b'"format"' + colon + b"2").join(
        path.read_bytes().rsplit(b'"format"' + colon + b"1", 1)
    )
    path.write_bytes(before)
    with opened(tmp_path) as one, opened(tmp_path) as two:
        assert (one.read_only, two.read_only, one.name) == (True, True, "Anna")
        assert "newer version" in one.notices[0]
        one.record(answer())
    assert path.read_bytes() == before


def test_settings_are_kept(tmp_path: Path, disk: Disk) -> None:
    with opened(tmp_path) as learner:
        learner.change_settings(Settings(theme="dark"))
    with opened(tmp_path) as learner:
        assert learner.profile.settings.theme == "dark"
        disk.fail(28)
        with pytest.raises(StoreError, match="the disk is full"):
            learner.change_settings(Settings(theme="light"))
        assert learner.profile.settings.theme == "light"
        disk.heal()
    with opened(tmp_path) as learner:
        assert learner.profile.settings.theme == "light"


def test_nothing_is_recorded_after_closing(tmp_path: Path) -> None:
    learner = opened(tmp_path)
    learner.close()
    assert learner.close().saved
    with pytest.raises(StoreError, match="closed"):
        learner.record(page())


def test_closing_from_a_signal_in_the_middle_of_a_write_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tutor.store.learner.PATIENCE", 0.01)
    learner = opened(tmp_path)
    with learner._guard:
        learner.close()
    learner.close()


def test_many_threads_lose_nothing(tmp_path: Path) -> None:
    learner = opened(tmp_path)

    def work(name: int) -> None:
        for number in range(20):
            learner.record(page(f"p{name}/n{number}"))

    threads = [threading.Thread(target=work, args=(name,)) for name in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    learner.close()
    with opened(tmp_path) as again:
        assert len(again.progress.module(MODULE).pages) == 100
        assert (again.progress, again.notices) == (learner.progress, ())


# Killed anywhere


@pytest.mark.parametrize("before", [0, SNAPSHOT_EVERY - 2])
def test_a_kill_at_any_change_of_the_disk_loses_nothing(
    tmp_path: Path, disk: Disk, before: int
) -> None:
    """From the first start to closing, with a snapshot in between, killed at each step in turn."""
    for step in range(1, 200):
        home = tmp_path / str(step)
        learner = None
        acknowledged = 0
        if before:
            with opened(home) as learner:
                learner.record(*[page()] * before)
        disk.die_at(step)
        try:
            learner = opened(home)
            for happening in (page(), answer(), run_started()):
                learner.record(happening)
                acknowledged += 1
            learner.close()
        except Death:
            disk.heal()
            if learner is not None:
                forget(learner)
            with opened(home) as again:
                assert before + acknowledged <= again.progress.events <= before + 3
                assert len(list(again.events())) == again.progress.events
        else:
            break
    assert step > 15
