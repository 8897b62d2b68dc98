"""The same course gives the same bytes; what is in them is the course."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from tests.content.courses import BRIDGE, FILES, bridge, change
from tests.content.package.parcels import PROGRAM, packed
from tutor.content.files import Folder
from tutor.content.library import bundled_courses, course_folders
from tutor.content.package import packing
from tutor.content.package.packing import pack
from tutor.content.package.unpacking import unpack
from tutor.errors import ContentError

ROOT = Path(__file__).resolve().parents[3]


def test_two_runs_give_the_same_bytes() -> None:
    assert pack(Folder.at(BRIDGE), PROGRAM).data == packed().data


def test_nothing_of_the_machine_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another folder, day, mode, umask, order of the file system, CRLF, and another process."""
    course = bridge(tmp_path)
    for number, path in enumerate(sorted(course.rglob("*.toml"))):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        path.chmod(0o600)
        os.utime(path, (number * 10_000_000, number * 10_000_000))
    (course / "notes.txt").write_text("not of the course", "utf-8")
    scan = os.scandir

    class Backwards:
        def __init__(self, path: Path) -> None:
            with scan(path) as entries:
                self.entries = list(entries)[::-1]

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(os, "scandir", Backwards)
    assert pack(Folder.at(course), PROGRAM).data == packed().data
    code = (
        "import os, sys; from pathlib import Path; os.umask(0o077)\n"
        "from tutor.content.files import Folder; from tutor.content.package.packing import pack\n"
        f"sys.stdout.buffer.write(pack(Folder.at(Path({str(course)!r})), {PROGRAM!r}).data)"
    )
    env = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True)
    assert found.stdout == packed().data, found.stderr


def test_the_bytes_are_those_of_every_day() -> None:
    """A change here makes old packages differ from new ones of the same course: on purpose only."""
    assert sha256(packing.archive({"b": b"two\n", "a": b"one\n"})).hexdigest() == (
        "e779d9d5f115fb228756fc6d04b39220e0dfaa89639e1c12b346962d737789b8"
    )


def test_the_zip_is_plain() -> None:
    with ZipFile(BytesIO(packed().data)) as zipped:
        entries = zipped.infolist()
    assert [entry.filename for entry in entries] == sorted([*FILES, "manifest.json"])
    for entry in entries:
        assert entry.compress_type == ZIP_STORED
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.external_attr >> 16 == 0o100644
        assert (entry.extra, entry.comment, entry.create_system) == (b"", b"", 3)


def test_only_what_belongs_to_a_course_goes_in(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    wanted = ["LICENSE", "README.md", "crossing/README.fr.txt", "crossing/questions.fr.toml"]
    others = [
        ".git/config", "draft.docx", "crossing/notes.toml",
        "crossing/lessons/old/approach.toml", "schemas/course.schema.json", "tombi.toml",
    ]  # fmt: skip
    for name in (*wanted, *others):
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text("# nothing\n", "utf-8")
    (course / "manifest.json").write_text("of an earlier installation", "utf-8")
    found = pack(Folder.at(course), PROGRAM)
    assert sorted(unpack(found.data).files) == sorted([*FILES, *wanted])
    assert set(found.left_out) == {
        ".git/", "draft.docx", "crossing/notes.toml",
        "crossing/lessons/old/", "schemas/course.schema.json", "tombi.toml",
    }  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows needs a right to make links")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    (tmp_path / "secret").write_text("secret", "utf-8")
    (course / "README.md").symlink_to(tmp_path / "secret")
    with pytest.raises(ContentError, match="it is a link"):
        pack(Folder.at(course), PROGRAM)


def test_a_name_that_windows_cannot_have(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    shutil.copytree(course / "crossing", course / "aux")
    with pytest.raises(ContentError, match="Windows keeps this name for a device"):
        pack(Folder.at(course), PROGRAM)


def test_capital_letters_in_a_name_are_told(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    (course / "crossing" / "Questions.toml").write_text("", "utf-8")
    with pytest.raises(ContentError, match="capital letters"):
        pack(Folder.at(course), PROGRAM)


@pytest.mark.parametrize("version", ["1.0.1234567", "1.\N{ARABIC-INDIC DIGIT TWO}.0"])
def test_a_version_that_no_file_name_should_have(tmp_path: Path, version: str) -> None:
    course = bridge(tmp_path)
    change(course, "course.toml", "1.0.0", version)
    with pytest.raises(ContentError, match="cannot have the version"):
        pack(Folder.at(course), PROGRAM)


def test_what_could_not_be_installed_is_not_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = bridge(tmp_path)
    for name, most in (("MOST_FILES", len(FILES)), ("MOST_BYTES", 5_000)):
        with monkeypatch.context() as limits:
            limits.setattr(packing, name, most)
            with pytest.raises(ContentError, match="7 files"):
                pack(Folder.at(course), PROGRAM)


def test_without_a_head_there_is_no_package(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, "course.toml", 'id        = "bridge"', "")
    with pytest.raises(ContentError, match=r"no course\.toml that can be used"):
        pack(Folder.at(course), PROGRAM)


@pytest.mark.parametrize("course", course_folders(bundled_courses()), ids=lambda one: one.path.name)
def test_no_file_of_a_bundled_course_is_left_out(course: Folder) -> None:
    found = pack(course, PROGRAM)
    assert found.left_out == ()
    there = (path for path in course.path.rglob("*") if path.is_file())
    names = {path.relative_to(course.path).as_posix() for path in there}
    assert unpack(found.data).files.keys() == names
