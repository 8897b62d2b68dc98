"""Courses put in place and taken away: whole or not at all, whatever happens in between."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.install_child import NAMES, course
from tutor.errors import ContentError, StoreError
from tutor.store import installed
from tutor.store.installed import put, take_away
from tutor.store.lock import FolderLock
from tutor.store.places import COURSES_LOCK

ROOT = Path(__file__).resolve().parents[2]
FILES = {"course.toml": b"1", "module/lessons/one.toml": b"2"}


def anything(_: Path) -> None:
    """A check that finds nothing."""


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_course_is_there_with_every_file(tmp_path: Path) -> None:
    courses = tmp_path / "home" / "courses"
    folder, remains = put(courses, "one-1.0.0", FILES, check=anything)
    assert (folder, remains) == (courses / "one-1.0.0", ())
    assert files(folder) == FILES
    assert [path.name for path in courses.iterdir()] == ["one-1.0.0"]
    take_away(courses, [folder])
    assert list(courses.iterdir()) == []


def test_the_old_one_is_there_until_the_new_one_is(tmp_path: Path) -> None:
    old, _ = put(tmp_path / "c", "one-1.0.0", FILES, check=anything)
    seen: list[bool] = []

    def look(waiting: Path) -> None:
        assert files(waiting) == FILES
        seen.append(old.is_dir() and not (tmp_path / "c" / "one-1.0.0-2").exists())

    new, _ = put(tmp_path / "c", "one-1.0.0", FILES, check=look, instead_of=[old])
    assert seen == [True]
    assert new.name == "one-1.0.0-2"
    assert [path.name for path in (tmp_path / "c").iterdir()] == ["one-1.0.0-2"]


def test_what_the_check_refuses_leaves_everything_as_it_was(tmp_path: Path) -> None:
    old, _ = put(tmp_path / "c", "one-1.0.0", FILES, check=anything)

    def refuse(_: Path) -> None:
        raise ContentError("no")

    with pytest.raises(ContentError):
        put(tmp_path / "c", "one-2.0.0", FILES, check=refuse, instead_of=[old])
    assert [path.name for path in (tmp_path / "c").iterdir()] == ["one-1.0.0"]


def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, _ = put(tmp_path / "c", "one-1.0.0", FILES, check=anything)

    def full(_: int, data: bytes) -> None:
        if data == b"2":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(installed, "write_all", full)
    with pytest.raises(StoreError, match="the disk is full"):
        put(tmp_path / "c", "one-2.0.0", FILES, check=anything, instead_of=[old])
    assert [path.name for path in (tmp_path / "c").iterdir()] == ["one-1.0.0"]


def test_an_old_one_that_is_held_open_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, _ = put(tmp_path / "c", "one-1.0.0", FILES, check=anything)
    rename = Path.rename

    def as_on_windows(self: Path, target: Path) -> Path:
        if self == old:
            raise PermissionError(13, "Access is denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", as_on_windows)
    new, remains = put(tmp_path / "c", "one-2.0.0", FILES, check=anything, instead_of=[old])
    assert remains == (old,)
    assert files(new) == files(old) == FILES
    with pytest.raises(StoreError, match="could not be removed"):
        take_away(tmp_path / "c", [old])
    assert sorted(path.name for path in (tmp_path / "c").iterdir()) == ["one-1.0.0", "one-2.0.0"]


def test_two_windows_do_not_install_at_once(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / COURSES_LOCK, "courses folder")
    lock.take()
    with pytest.raises(StoreError, match="Another window"):
        put(tmp_path / "c", "one-1.0.0", FILES, check=anything)
    lock.give_back()
    put(tmp_path / "c", "one-1.0.0", FILES, check=anything)


KILLS = 40


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the child forks")
def test_a_kill_leaves_the_old_course_or_the_new_one(tmp_path: Path) -> None:
    """What a reader finds after a kill is one of the two editions, whole; nothing piles up."""
    chance = random.Random(20260301)
    courses = tmp_path / "courses"
    command = [sys.executable, "-m", "tests.store.install_child"]
    editions = {name: course(name) for name in NAMES}
    put(courses, NAMES[0], editions[NAMES[0]], check=anything)
    moments = set()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for _ in range(KILLS):
            child.stdin.write(f"{courses}\n")
            child.stdin.flush()
            pid = int(child.stdout.readline())
            for _ in range(chance.randint(0, 2)):
                assert child.stdout.readline() == "installed\n"
            time.sleep(chance.uniform(0, 0.02))
            os.kill(pid, signal.SIGKILL)
            while child.stdout.readline() != "dead\n":
                pass
            there = {path.name: files(path) for path in courses.iterdir() if path.name[0] != "."}
            assert there
            assert all(found == editions[name[:9]] for name, found in there.items())
            assert len(list(courses.iterdir())) <= 4
            moments.add(tuple(sorted(path.name[:9] for path in courses.iterdir())))
        child.stdin.close()
    assert {NAMES[0], NAMES[1], ".incoming"} <= {one for moment in moments for one in moment}
