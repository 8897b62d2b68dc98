"""`tutor class` from plan to erase, and a whole session by typed words."""

import io
import json
import os
import shutil
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from tests.study.classroom.rooms import class_desk
from tests.worlds import BRIDGE
from tutor.cli.main import run
from tutor.cli.plain import class_render
from tutor.cli.plain.classroom import HELP, PlainCockpit
from tutor.content.library import bundled_courses
from tutor.study.classroom.agenda import Selection
from tutor.study.classroom.rehearse import rehearse
from tutor.study.classroom.words import WORDS
from tutor.study.frames.classroom import Part

REF = "bridge/crossing"
GOLDEN = Path(__file__).parents[1] / "transcripts" / "class-bridge-crossing.txt"
BLOCK = """\
present 20
next
discuss
timer 3
timer +1
stop
next
open
go 1
hands A9 B6 C5
hands A9 B6 C5 Z1
hands A9 B60 C5
hands A9 B6 C5
close
discuss
open
hands A4 B2
table 1 A 5
table 2 C 9
close
bars 1
bars 2
reveal
debrief
park who pays the toll?
undo
park who owns the toll?
go 4
next
decide
next
next
open
cards A10 B10
close
decide
decide A
next
pause
next
pause
decide A
next
debrief
go 99
go 5
stage
?
next
point calm and clear
hotwash
hotwash
hotwash
nonsense
log =1+1
blank
blank
end
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path))
    return tmp_path


def tutor(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    """What a command printed; its errors where it could not run."""
    assert run(["class", *words, "--courses", str(BRIDGE)]) == status
    shown = capsys.readouterr()
    return shown.err if status == 2 else shown.out


class Echo(io.StringIO):
    """Typed lines that show up in the transcript, as on a terminal."""

    def __init__(self, typed: str, sink: io.StringIO) -> None:
        super().__init__(typed)
        self._sink = sink

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        self._sink.write(line)
        return line


def test_a_whole_session_by_typed_words(tmp_path: Path) -> None:
    session = class_desk(tmp_path).open_class(REF, wanted=Selection())
    sink = io.StringIO()
    assert PlainCockpit(session, Echo(BLOCK, sink), sink).run() == 0
    session.close()
    found = sink.getvalue()
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        GOLDEN.write_text(found, encoding="utf-8", newline="\n")
    assert found == GOLDEN.read_text("utf-8")
    assert session.state.overlay == "ended"
    assert session.state.ignored == 0


TEST = """\
present 10
next
stage
sheets AB C- BA
sheets ABC
sheets ZZ
stage
scratch 1 1 A
scratch 1 1 A
scratch 1 9 C
scratch 1 2 Z
scratch
appeal 2 1 two answers are right
appeal 1
stage
stage
"""


def test_a_team_test_by_typed_words(tmp_path: Path) -> None:
    desk = class_desk(tmp_path, bundled_courses())
    steps = [row.step for row in desk.plan("wps/participation", Selection(test=2)).rows]
    test = next(step for step in steps if step.items)
    session, sink = desk.open_class("wps/participation", [test]), io.StringIO()
    assert PlainCockpit(session, Echo(TEST, sink), sink).run() == 0
    said = sink.getvalue()
    for sentence in (
        "has no answer Z",
        "Type a word for each sheet",
        "The test has no question 9",
        "Type table, question and letter",
        "Type table, question and reason",
        "The team test is done.",
        "Table 1: ",
    ):
        assert sentence in said
    kept = session.state.tests[0]
    assert len(kept.sheets) == 3
    assert sorted(len(sheet) for sheet in kept.sheets) == [1, 2, 2]
    assert [len(one.said.text) > 0 for one in kept.appeals] == [True]
    session.close()


def test_every_part_of_the_wall_has_its_text() -> None:
    assert set(class_render._PARTS) == set(get_args(Part))


def test_the_help_names_every_word() -> None:
    missing = [word for word in WORDS if word not in HELP]
    assert missing == []


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(
    "rest", ["", " x", " 1", " A5 of x", " 99999999", " = = =", " \x00[/]", " ٣"]
)
def test_nonsense_gets_a_sentence_and_never_a_traceback(
    word: str, rest: str, tmp_path: Path
) -> None:
    session = class_desk(tmp_path).open_class(REF)
    sink = io.StringIO()
    typed = io.StringIO(f"next\n{word}{rest}\nopen\n{word}{rest}\n")
    assert PlainCockpit(session, typed, sink).run() == 0
    session.close()


def test_plan_says_minutes_and_interaction(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = tutor(capsys, "plan", REF)
    assert "slide      The near side" in shown
    assert "interaction" in shown.splitlines()[-1]
    assert "no lesson nowhere" in tutor(capsys, "plan", REF, "--lesson", "nowhere", status=2)
    assert "0 to 20" in tutor(capsys, "plan", REF, "--test", "99", status=2)


def test_rehearse_report_list_and_erase(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tutor(capsys, "list") == "No class has been taught on this computer yet.\n"
    last = tutor(capsys, "rehearse", REF, "--people", "12", "--seed", "3").splitlines()[-1]
    name = last.split()[4].rstrip(";")
    assert "rehearsal" in tutor(capsys, "list")
    report = tutor(capsys, "report", name)
    assert report == tutor(capsys, "report", name)
    assert "## Votes" in report
    assert "Item statistics" not in report
    read = json.loads(tutor(capsys, "report", name, "--format", "json"))
    assert read["facts"]["Rehearsal"].startswith("yes")
    assert "needs a file" in tutor(capsys, "report", name, "--format", "xlsx", status=2)
    out = home / "r.xlsx"
    tutor(capsys, "report", name, "--format", "xlsx", "--out", str(out))
    assert out.read_bytes()[:2] == b"PK"
    taken = ("report", name, "--format", "csv", "--out", str(out))
    assert "exists already" in tutor(capsys, *taken, status=2)
    assert "no class session named" in tutor(capsys, "erase", "other", "--yes", status=2)
    assert "is erased" in tutor(capsys, "erase", name, "--yes")
    assert not any((home / "classes").iterdir())


def test_a_session_left_is_resumed(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("present 7\nnext\nnext\nopen\nhands A3\n"))
    shown = tutor(capsys, "run", REF, "--plain")
    assert "tutor class resume" in shown
    monkeypatch.setattr("sys.stdin", io.StringIO("close\nend\n"))
    shown = tutor(capsys, "resume")
    assert "[2/" in shown
    assert "3 hands of 7 present" in shown
    assert "No class session was left open" in tutor(capsys, "resume", status=2)
    assert "Add --plain" in tutor(capsys, "run", REF, status=2)


def test_a_course_that_was_changed_is_said_on_resuming(tmp_path: Path) -> None:
    course = Path(shutil.copytree(BRIDGE, tmp_path / "bridge"))
    session = class_desk(tmp_path, course).open_class(REF)
    session.close()
    questions = course / "crossing" / "questions.toml"
    text = questions.read_text("utf-8")
    asked = next(step.ref for step in session.head.agenda if step.kind == "question")
    prompt = session.material.module.items[asked].prompt
    questions.write_text(text.replace(prompt, f"{prompt} Now."), "utf-8")
    again = class_desk(tmp_path, course).resume(session.name)
    assert "The course was changed since this session began" in again.cockpit().notices[0]
    assert again.cockpit().wall.part
    again.close()


def test_a_rehearsal_counts_in_no_statistics(tmp_path: Path) -> None:
    desk = class_desk(tmp_path)
    session = desk.open_class(REF, rehearsal=True)
    list(rehearse(session, 10, Random(1)))
    session.close()
    assert desk.statistics() == {}
