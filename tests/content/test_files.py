"""What lies in a course folder and must not be opened: links, pipes, folders, giants."""

import os
import sys
from pathlib import Path

import pytest

from tests.content.courses import bridge
from tutor.content import files
from tutor.content.decode import MAX_BYTES
from tutor.content.diagnostics import Diagnostic
from tutor.content.files import Folder

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def code(folder: Path, name: str) -> str:
    read = Folder.at(folder).read(name)
    return read.code if isinstance(read, Diagnostic) else "read"


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"x = 1\n")
    assert Folder.at(tmp_path).read("a.toml") == b"x = 1\n"


def test_a_course_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    bridge(tmp_path)
    (tmp_path / "link").symlink_to("bridge")
    assert code(tmp_path / "link", "course.toml") == "read"


@posix
@pytest.mark.parametrize("target", ["/etc/passwd", "b.toml", "loop.toml", "../outside.toml"])
def test_links_are_not_followed(tmp_path: Path, target: str) -> None:
    inside = tmp_path / "course"
    inside.mkdir()
    (tmp_path / "outside.toml").write_text("x = 1")
    (inside / "b.toml").write_text("x = 1")
    (inside / "loop.toml").symlink_to(target)
    assert code(inside, "loop.toml") in ("F901", "F902")


@posix
def test_a_linked_folder_on_the_way_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "course"
    (tmp_path / "elsewhere").mkdir()
    inside.mkdir()
    (tmp_path / "elsewhere" / "a.toml").write_text("x = 1")
    (inside / "lessons").symlink_to("../elsewhere")
    (inside / "self").symlink_to(".")
    assert code(inside, "lessons/a.toml") == "F902"
    assert code(inside, "self/lessons/a.toml") == "F902"
    assert Folder.at(inside).toml_files("lessons") == ()
    assert Folder.at(inside).folders() == ()


@pytest.mark.parametrize("name", ["../outside.toml", "a/../../outside.toml", "/etc/passwd"])
def test_paths_that_leave_the_folder(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "course"
    inside.mkdir()
    (tmp_path / "outside.toml").write_text("x = 1")
    assert code(inside, name) in ("F901", "F902")


@posix
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.toml")
    assert code(tmp_path, "a.toml") == "F903"


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    assert code(tmp_path, "a.toml") == "F903"


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "lessons").write_text("x = 1")
    assert code(tmp_path, "lessons/a.toml") in ("F901", "F902")
    assert Folder.at(tmp_path).toml_files("lessons") == ()


def test_a_giant_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.toml").open("wb") as file:
        file.truncate(50_000_000_000 if sys.platform == "linux" else MAX_BYTES + 1)
    assert code(tmp_path, "a.toml") == "T020"


def test_exactly_one_mebibyte_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"#" * MAX_BYTES)
    assert code(tmp_path, "a.toml") == "read"


def test_a_missing_file(tmp_path: Path) -> None:
    found = Folder.at(tmp_path).read("a.toml")
    assert isinstance(found, Diagnostic)
    assert "not there" in found.message


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").write_text("x = 1")

    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.os, "open", refuse)
    found = Folder.at(tmp_path).read("a.toml")
    assert isinstance(found, Diagnostic)
    assert found.message == "This file cannot be read: permission was denied."


@posix
def test_a_device_is_not_read() -> None:
    assert code(Path("/dev"), "zero") == "F903"


def test_names_are_shown_with_forward_slashes(tmp_path: Path) -> None:
    assert Folder(tmp_path, "courses/wps").name("a/b.toml") == "courses/wps/a/b.toml"
    assert Folder(tmp_path, ".").name("a.toml") == "a.toml"
    assert Folder(tmp_path, "/").name("a.toml") == "/a.toml"
