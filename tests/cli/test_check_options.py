"""`tutor check` with --fail-on, --fix and --format; `tutor lock` and --release."""

import io
import json
import stat
import sys
from pathlib import Path

import pytest

from tests.content.courses import LESSON, QUESTIONS, SCENARIO, bridge, change
from tutor.cli.main import run
from tutor.content.render import FORMS

CURLY = "title   = “The near side”"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    bridge(tmp_path)
    return Path("bridge")


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


# --fail-on


@pytest.mark.parametrize(
    ("old", "new", "statuses"),
    [
        ("Nobody is asked", "Nobody is asked", (0, 0, 0)),
        ("Nobody is asked", "It is " + "word " * 45 + "asked", (0, 0, 1)),
        ("Nobody is asked", "The CJTF is asked", (0, 1, 1)),
        ("Nobody is asked", "As in [@nowhere] it is asked", (1, 1, 1)),
    ],
)
def test_fail_on(course: Path, old: str, new: str, statuses: tuple[int, ...]) -> None:
    change(course, LESSON, old, new)
    levels = ("error", "warning", "note")
    assert tuple(run(["check", "--fail-on", one, "bridge"]) for one in levels) == statuses
    assert run(["check", "bridge"]) == statuses[1]


def test_exit_statuses_are_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["check", "--help"])
    assert "exit status: 0 nothing as severe as --fail-on, 1 findings, 2 could" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_asked_for(
    course: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(course, LESSON, "Nobody is asked", "As in [@nowhere] it is asked")
    assert run(["check", "--format", form, "bridge"]) == 1
    assert "K702" in capsys.readouterr().out


# --fix


def test_the_diff_is_shown_and_nothing_written_without_a_yes(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(course, LESSON, "title   = '''The near side'''", CURLY)
    before = (course / LESSON).read_bytes()
    for text in ("", "\n", "n\n", "nay\n"):
        answer(monkeypatch, text)
        assert run(["check", "--fix", "bridge"]) == 1
        out = capsys.readouterr().out
        assert f"-{CURLY}\n+title   = '''The near side'''" in out
        assert "Write 1 fix into 1 file? [y/N] " in out
        assert "Nothing was written." in out
        assert (course / LESSON).read_bytes() == before


def test_a_yes_writes_and_checks_again(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(course, LESSON, "title   = '''The near side'''", CURLY)
    (course / LESSON).chmod(0o640)
    answer(monkeypatch, "y\n")
    assert run(["check", "--fix", "bridge"]) == 0
    out = capsys.readouterr().out
    assert "1 fix written into 1 file." in out
    assert out.splitlines()[-1].startswith("No findings")
    assert stat.S_IMODE((course / LESSON).stat().st_mode) == 0o640
    assert [path.name for path in (course / LESSON).parent.iterdir()] == ["approach.toml"]


def test_scripts_say_yes_and_read_their_form(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (course / LESSON).read_text("utf-8").replace("\n", "\r\n")
    text = text.replace("title   = '''The near side'''", CURLY)
    (course / LESSON).write_bytes(("\ufeff" + text).encode())
    assert run(["check", "--fix", "--yes", "--format", "json", "bridge"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out) == []
    assert "byte order mark" in said.err
    assert "2 fixes written into 1 file." in said.err
    assert (course / LESSON).read_bytes().count(b"\r\n") == text.count("\n")


def test_only_what_was_asked_for_is_mended(course: Path) -> None:
    change(course, LESSON, "title   = '''The near side'''", CURLY)
    before = (course / LESSON).read_bytes()
    assert run(["check", "--fix", "--yes", str(course / QUESTIONS)]) == 0
    assert (course / LESSON).read_bytes() == before


def test_a_file_that_changed_meanwhile_is_left_alone(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(course, LESSON, "title   = '''The near side'''", CURLY)

    class Slow(io.StringIO):
        def readline(self, *_: object) -> str:
            with (course / LESSON).open("a", encoding="utf-8") as file:
                file.write("# an editor was faster\n")
            return "y\n"

    monkeypatch.setattr(sys, "stdin", Slow())
    assert run(["check", "--fix", "bridge"]) == 2
    assert "changed by another program" in capsys.readouterr().err
    assert CURLY in (course / LESSON).read_text("utf-8")


def test_nothing_to_mend(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(course, LESSON, "Nobody is asked", "As in [@nowhere] it is asked")
    assert run(["check", "--fix", "--yes", "bridge"]) == 1
    assert "Nothing here can be mended without a question." in capsys.readouterr().out


# ids.lock


def released(course: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = run(["check", "--release", "bridge"])
    return status, capsys.readouterr().out


def rename(course: Path, file: str, former: str, now: str, was: str) -> None:
    path = course / file
    text = path.read_text("utf-8").replace(f'"{former}"', f'"{now}"')
    path.write_text(text.replace(f"[{former}]", f"[{now}]{was}"), "utf-8")


def test_a_release_without_a_lock(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = released(course, capsys)
    assert status == 1
    assert "bridge/course.toml:5:13: warning V605" in out
    assert "bridge 1.0.0: no ids.lock to compare with." in out


def test_locking_and_nothing_changed(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lock", "bridge"]) == 0
    assert "bridge/ids.lock written, 13 ids." in capsys.readouterr().out
    first = (course / "ids.lock").read_bytes()
    assert run(["lock", "bridge"]) == 0
    assert "up to date" in capsys.readouterr().out
    assert (course / "ids.lock").read_bytes() == first
    assert first.count(b"\n") == 16
    assert (course / "ids.lock").stat().st_mode == (course / "course.toml").stat().st_mode
    status, out = released(course, capsys)
    assert status == 0
    assert "bridge 1.0.0, against ids.lock of 1.0.0: this version changes nothing." in out


def test_a_release_says_what_it_changes(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lock", "bridge"]) == 0
    change(course, QUESTIONS, 'correct = "a"', 'correct = "b"')
    change(course, QUESTIONS, "answer = false", "answer = true")
    change(course, SCENARIO, "trust.start = 5", "trust.start = 6")
    rename(course, QUESTIONS, "q-order", "q-steps", '\nwas = ["q-order"]')
    rename(course, LESSON, "q-order", "q-steps", "")
    rename(course, SCENARIO, "gate", "door", '\nwas = ["gate"]')
    change(course, LESSON, "Nobody is asked", "No one is asked")
    status, out = released(course, capsys)
    assert status == 1
    assert (
        "bridge 1.0.0, against ids.lock of 1.0.0: this version asks 2 questions again "
        "(crossing/q-single, crossing/q-true); 1 scenario changed in play "
        "(crossing/scenario:toll); 2 ids renamed "
        "(crossing/q-order -> crossing/q-steps, crossing/node:toll:gate -> "
        "crossing/node:toll:door); 1 text revised (crossing/page:approach/far-side)."
    ) in out.replace("\n", " ")
    assert "V602" in out
    change(course, "course.toml", '"1.0.0"', '"2.0.0"')
    status, out = released(course, capsys)
    assert status == 0
    assert "V602" not in out
    assert run(["lock", "bridge"]) == 0
    assert "against ids.lock of 2.0.0: this version changes nothing." in released(course, capsys)[1]


def test_an_id_that_vanished_is_an_error_also_without_release(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lock", "bridge"]) == 0
    rename(course, QUESTIONS, "q-order", "q-steps", "")
    rename(course, LESSON, "q-order", "q-steps", "")
    lesson = course / LESSON
    lesson.write_text(lesson.read_text("utf-8").partition("[far-side]")[0], "utf-8")
    capsys.readouterr()
    assert run(["check", "--format", "short", "bridge"]) == 1
    out = capsys.readouterr().out
    assert "questions.toml:55:1: error V601: `q-order` is gone, and this looks like it" in out
    assert "bridge/ids.lock:8:1: error V601: `crossing/page:approach/far-side` was released" in out
    before = (course / "ids.lock").read_bytes()
    assert run(["lock", "bridge"]) == 1
    assert "2 ids gone" in capsys.readouterr().out
    assert (course / "ids.lock").read_bytes() == before
    change(course, QUESTIONS, "[q-steps]", '[q-steps]\nwas = ["q-order"]')
    assert run(["lock", "--drop", "bridge"]) == 0
    capsys.readouterr()
    assert run(["check", "bridge"]) == 0


def test_a_course_with_errors_is_not_locked(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(course, QUESTIONS, 'correct = "a"', 'correct = "d"')
    assert run(["lock", "bridge"]) == 2
    assert "bridge has an error and is not locked." in capsys.readouterr().err
    assert not (course / "ids.lock").exists()
    assert run(["lock", "nowhere"]) == 2


def test_a_lock_that_a_merge_spoilt(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lock", "bridge"]) == 0
    path = course / "ids.lock"
    path.write_text("<<<<<<< ours\n" + path.read_text("utf-8"), "utf-8")
    capsys.readouterr()
    assert run(["check", "bridge"]) == 1
    assert "bridge/ids.lock:1:1: error V604" in capsys.readouterr().out
    path.write_text("format 2\n", "utf-8")
    assert run(["check", "bridge"]) == 1
    assert "newer version of the tutor" in capsys.readouterr().out


def test_a_broken_block_is_not_gone(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lock", "bridge"]) == 0
    change(course, QUESTIONS, "[q-true]\n", "[q-true]\nbroken = 1\n")
    capsys.readouterr()
    assert run(["check", "--release", "bridge"]) == 1
    out = capsys.readouterr().out
    assert "S101" in out
    assert "V601" not in out
    assert "ids.lock" not in out


def test_a_former_id_that_is_in_use(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(course, QUESTIONS, "[q-true]\n", '[q-true]\nwas = ["q-single", "q-pay"]\n')
    assert run(["check", "--format", "short", "bridge"]) == 1
    out = capsys.readouterr().out
    assert "V603: `was` names `q-single`, which is in use itself." in out
    assert "V603: `was` names `q-pay`, and so does `q-true`." in out
