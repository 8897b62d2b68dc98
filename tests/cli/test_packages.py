"""`tutor pack`, `tutor install` and `tutor courses`, as two people use them."""

import io
import json
import shutil
import stat
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.content.courses import LESSON, QUESTIONS, bridge, change
from tests.content.package.parcels import contents, whole
from tutor.cli.main import run

Said = pytest.CaptureFixture[str]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's computer, with a course under way in the current folder."""
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    bridge(tmp_path)
    return tmp_path / "home"


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def edition(version: str, title: str = "The bridge") -> str:
    """Pack the course as this version; the name of the file."""
    course = Path("course.toml")
    text = (Path("bridge") / course).read_text("utf-8")
    lines = [
        f'version   = "{version}"'
        if line.startswith("version")
        else f"title     = '''{title}'''"
        if line.startswith("title")
        else line
        for line in text.splitlines()
    ]
    (Path("bridge") / course).write_text("\n".join(lines) + "\n", "utf-8")
    assert run(["pack", "bridge", "--force"]) == 0
    return f"bridge-{version}.course"


def there(said: Said) -> list[tuple[str, str, bool]]:
    """Version, origin and use of every course bridge that is found."""
    said.readouterr()
    assert run(["courses", "list", "--json"]) == 0
    rows = json.loads(said.readouterr().out)["courses"]
    return [(row["version"], row["from"], row["in_use"]) for row in rows if row["id"] == "bridge"]


# pack


def test_a_course_is_packed_and_said(home: Path, capsys: Said) -> None:
    (Path("bridge") / "notes.docx").write_bytes(b"x")
    assert run(["pack", "bridge"]) == 0
    out = capsys.readouterr().out
    file = Path("bridge-1.0.0.course")
    assert f"sha256 {sha256(file.read_bytes()).hexdigest()}" in out
    assert "bridge 1.0.0, 7 files" in out
    assert "Left out, as no part of a course: notes.docx" in out
    assert stat.S_IMODE(file.stat().st_mode) & 0o044
    assert run(["pack", "bridge"]) == 2
    assert "stays as it is" in capsys.readouterr().err
    assert run(["pack", "bridge", "--force"]) == 0


def test_errors_are_not_packed_and_warnings_only_with_force(home: Path, capsys: Said) -> None:
    change(Path("bridge"), LESSON, "Nobody is asked", "The CJTF is asked")
    assert run(["pack", "bridge"]) == 1
    assert "pack with --force" in capsys.readouterr().err
    assert run(["pack", "bridge", "--force", "--out", "w.course"]) == 0
    change(Path("bridge"), LESSON, "The CJTF is asked", "As in [@nowhere] it is asked")
    assert run(["pack", "bridge", "--force", "--out", "e.course"]) == 1
    assert "Errors have to be mended" in capsys.readouterr().err
    assert not Path("e.course").exists()


def test_an_id_that_is_gone_since_the_last_release_is_not_packed(home: Path, capsys: Said) -> None:
    assert run(["lock", "bridge"]) == 0
    assert run(["pack", "bridge"]) == 0
    assert "against ids.lock of 1.0.0: this version changes nothing." in capsys.readouterr().out
    change(Path("bridge"), QUESTIONS, "[q-order]", "[q-other]")
    assert run(["pack", "bridge", "--force"]) == 1
    assert "V601" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["nowhere", "home", "bridge/crossing"])
def test_what_is_no_course(home: Path, path: str, capsys: Said) -> None:
    assert run(["pack", path]) == 2
    assert "there is no course here" in capsys.readouterr().err


# install


def test_a_course_is_installed_used_and_removed(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    assert run(["install", edition("1.0.0")]) == 0
    assert there(capsys) == [("1.0.0", "installed", True)]
    answer(monkeypatch, "quit\n")
    assert run(["play", "bridge/crossing", "--plain"]) == 0
    profiles = {path: path.read_bytes() for path in (home / "profiles").rglob("*.json*")}
    assert profiles
    assert run(["install", "bridge-1.0.0.course"]) == 0
    assert "nothing was changed" in capsys.readouterr().out
    assert run(["courses", "remove", "bridge", "--yes"]) == 0
    assert there(capsys) == []
    assert {path: path.read_bytes() for path in (home / "profiles").rglob("*.json*")} == profiles
    assert list((home / "courses").iterdir()) == []


def test_a_newer_version_replaces_the_one_that_is_there(home: Path, capsys: Said) -> None:
    assert run(["install", edition("1.9.0")]) == 0
    newer = edition("1.10.0")
    capsys.readouterr()
    assert run(["install", newer]) == 0
    assert "It replaces version 1.9.0, which is installed." in capsys.readouterr().out
    assert there(capsys) == [("1.10.0", "installed", True)]


def test_an_older_version_is_asked_about(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    older = edition("1.0.0")
    assert run(["install", edition("2.0.0")]) == 0
    for text in ("", "n\n"):
        answer(monkeypatch, text)
        assert run(["install", older]) == 1
        assert "Version 2.0.0, which is installed, is newer." in capsys.readouterr().out
        assert there(capsys) == [("2.0.0", "installed", True)]
    answer(monkeypatch, "y\n")
    assert run(["install", older]) == 0
    assert there(capsys) == [("1.0.0", "installed", True)]
    assert run(["install", "--force", "bridge-2.0.0.course"]) == 0
    assert run(["install", "--force", older]) == 0
    assert there(capsys) == [("1.0.0", "installed", True)]


def test_the_same_version_with_another_content_is_asked_about(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    assert run(["install", edition("1.0.0")]) == 0
    other = edition("1.0.0", "The other bridge")
    answer(monkeypatch, "\n")
    assert run(["install", other]) == 1
    assert "installed with another content" in capsys.readouterr().out
    assert run(["install", "--force", other]) == 0
    assert [path.name for path in (home / "courses").iterdir()] == ["bridge-1.0.0-2"]


def test_changes_by_hand_are_not_lost_without_a_yes(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    assert run(["install", edition("1.0.0")]) == 0
    newer = edition("1.1.0")
    mine = home / "courses" / "bridge-1.0.0" / LESSON
    mine.write_text(mine.read_text("utf-8") + "# mine\n", "utf-8")
    assert run(["courses", "list"]) == 0
    assert f"changed by hand: {LESSON}" in capsys.readouterr().out
    answer(monkeypatch, "n\n")
    assert run(["install", newer]) == 1
    assert f"Changes made by hand to the installed version are lost: `{LESSON}`." in (
        capsys.readouterr().out
    )
    assert mine.exists()


def test_a_course_that_somebody_writes_is_never_replaced(home: Path, capsys: Said) -> None:
    file = edition("1.0.0")
    bridge(home / "courses")
    assert there(capsys) == [("1.0.0", "own", True)]
    for command in (["install", "--force", file], ["courses", "remove", "bridge", "--yes"]):
        assert run(command) == 2
        assert "did not come from a package" in capsys.readouterr().err
    assert there(capsys) == [("1.0.0", "own", True)]


def test_a_copy_of_an_installed_course_is_somebodys_own(home: Path, capsys: Said) -> None:
    """Whoever begins with a copy has its manifest too; with another name or id it is theirs."""
    assert run(["install", edition("1.0.0")]) == 0
    courses = home / "courses"
    mine = Path(shutil.copytree(courses / "bridge-1.0.0", courses / "mine"))
    for command in (["install", edition("1.1.0")], ["courses", "remove", "bridge", "--yes"]):
        assert run(command) == 2
        assert "mine has the same id and did not come from a package" in capsys.readouterr().err
    change(mine, "course.toml", '"bridge"', '"mine"')
    mine.rename(courses / "bridge-1.0.0-2")
    assert run(["install", "bridge-1.1.0.course"]) == 0
    assert run(["courses", "remove", "bridge", "--yes"]) == 0
    assert [path.name for path in courses.iterdir()] == ["bridge-1.0.0-2"]
    assert run(["courses", "remove", "mine", "--yes"]) == 2


def test_a_damaged_course_is_named_and_installed_anew(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    assert run(["install", edition("1.0.0")]) == 0
    (home / "courses" / "bridge-1.0.0" / "course.toml").write_bytes(b"\x00")
    assert there(capsys) == [("1.0.0", "damaged", False)]
    assert run(["courses", "list"]) == 0
    assert "cannot be read; install it again" in capsys.readouterr().out
    answer(monkeypatch, "y\n")
    assert run(["install", "bridge-1.0.0.course"]) == 0
    assert there(capsys) == [("1.0.0", "installed", True)]


def test_another_place_with_the_same_id_is_told(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    """A bundled course gives way to an installed one; a newer bundled one only when asked."""
    bundled = tmp_path / "bundled"
    monkeypatch.setattr("tutor.content.library.bundled_courses", lambda: bundled)
    monkeypatch.setattr("tutor.study.installing.bundled_courses", lambda: bundled)
    older, newer = edition("0.9.0"), edition("1.1.0")
    change(bridge(bundled), "course.toml", "The bridge", "Bundled")
    capsys.readouterr()
    assert run(["install", newer]) == 0
    assert "The bundled version 1.0.0 is left aside" in capsys.readouterr().out
    assert there(capsys) == [("1.1.0", "installed", True), ("1.0.0", "bundled", False)]
    assert run(["courses", "remove", "bridge", "--yes"]) == 0
    assert "The bundled version 1.0.0 is used again." in capsys.readouterr().out
    answer(monkeypatch, "\n")
    assert run(["install", older]) == 1
    assert "The bundled version 1.0.0 is newer, and would be left aside." in (
        capsys.readouterr().out
    )
    assert run(["courses", "remove", "bridge", "--yes"]) == 2
    assert "was not installed" in capsys.readouterr().err


def test_what_is_not_sound_is_not_installed(home: Path, capsys: Said) -> None:
    files = contents()
    broken = files | {LESSON: files[LESSON].replace(b"Nobody", b"As in [@nowhere] nobody")}
    cases = {
        "broken.course": (whole(broken), "has errors and is not installed"),
        "named.course": (whole(files, course="other"), "names another course or version"),
        "version.course": (whole(files, version="3.0.0"), "names another course or version"),
        "half.course": (whole(files)[:-9], "not a whole zip file"),
        "up.course": (whole(files | {"../x.toml": b""}), "leads out of the course folder"),
    }
    for name, (data, why) in cases.items():
        Path(name).write_bytes(data)
        assert run(["install", "--force", name]) == 2
        assert why in capsys.readouterr().err
    assert run(["install", "nowhere.course"]) == 2
    assert run(["install", "bridge"]) == 2
    assert there(capsys) == []
    assert not list(home.rglob("*.toml"))


# update


def test_update_takes_the_newest_of_a_folder(home: Path, capsys: Said) -> None:
    assert run(["install", edition("1.0.0")]) == 0
    for version in ("1.2.0", "1.10.0", "0.5.0"):
        edition(version)
    Path("bad.course").write_bytes(b"nothing")
    Path("other.course").write_bytes(whole(contents(), course="other"))
    capsys.readouterr()
    assert run(["courses", "update", "."]) == 1
    said = capsys.readouterr()
    assert "bad.course: This is no course package" in said.err
    assert "other.course: other is not installed; `tutor install` does that." in said.out
    assert "bridge-0.5.0.course: bridge 1.0.0 is up to date." in said.out
    assert there(capsys) == [("1.10.0", "installed", True)]
    assert run(["courses", "update", "bridge-1.2.0.course"]) == 0
    assert "bridge 1.10.0 is up to date" in capsys.readouterr().out
    assert run(["courses", "update", "bridge"]) == 2
    assert "There is no .course file" in capsys.readouterr().err
