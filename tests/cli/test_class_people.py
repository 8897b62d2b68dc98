"""What is kept about people: counts, call-signs or a roster, said in the lobby and erasable."""

import csv
import io
from pathlib import Path

import pytest

from tests.study.classroom.rooms import class_desk
from tests.worlds import BRIDGE
from tutor.cli.main import run
from tutor.cli.plain.classroom import PlainCockpit
from tutor.model.classroom.plan import Privacy
from tutor.store.places import CLASS_EVENTS, CLASS_NAMES, classes_folder

REF = "bridge/crossing"
HOSTILE = "=HYPERLINK(1) [/b] <b>"


def typed(home: Path, privacy: Privacy, text: str) -> tuple[str, Path]:
    """What the cockpit said to these lines, and the folder of the session."""
    session, sink = class_desk(home).open_class(REF, privacy=privacy), io.StringIO()
    assert PlainCockpit(session, io.StringIO(text), sink).run() == 0
    session.close()
    return sink.getvalue(), classes_folder(home) / session.name


def test_a_roster_keeps_names_apart_from_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = f"enter\nenter Lt Ada Berg\nenter {HOSTILE}\nenter Typo\nundo\nleave 1\npeople\nend\n"
    said, folder = typed(tmp_path, Privacy.ROSTER, lines)
    assert "names of those present are kept as proof of attendance" in said
    assert "type the name of whoever comes in" in said
    assert "1. Lt Ada Berg (left)" in said
    names = (folder / CLASS_NAMES).read_text("utf-8")
    assert "Ada" in names
    assert "Typo" not in names
    assert "Ada" not in (folder / CLASS_EVENTS).read_text("utf-8")
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path))
    report = ["class", "report", folder.name, "--format", "csv", "--courses", str(BRIDGE)]
    assert run(report) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out.lstrip("\ufeff"))))
    place = rows.index(["Attendance"])
    assert rows[place + 2][1] == "Lt Ada Berg"
    assert rows[place + 3][1] == f"'{HOSTILE}"
    assert run(["class", "erase", folder.name, "--names", "--yes"]) == 0
    assert "Names erased: 2" in capsys.readouterr().out
    assert not (folder / CLASS_NAMES).exists()
    assert run(report) == 0
    after = capsys.readouterr().out
    assert "Ada" not in after
    assert "erased" in after


def test_call_signs_are_dealt_and_answers_stand_under_them(tmp_path: Path) -> None:
    lines = (
        "enter Ada\nenter 3\npeople\ngo 2\nopen\nanswer Birch-2 A\nanswer 3 B\nanswer x\nclose\n"
    )
    said, folder = typed(tmp_path, Privacy.PSEUDONYMOUS, lines)
    assert "deals call-signs and keeps no names" in said
    assert "3. Cedar-3" in said
    assert "Type call-sign and answer" in said
    assert not (folder / CLASS_NAMES).exists()
    (table,) = (t for t in class_desk(tmp_path).report(folder.name).tables if "call-sign" in t.name)
    assert [row[2:] for row in table.rows] == [("Birch-2", "A"), ("Cedar-3", "B")]


def test_counts_only_deals_no_seat(tmp_path: Path) -> None:
    said, folder = typed(tmp_path, Privacy.AGGREGATE, "enter Ada\nanswer 1 A\npeople\n")
    assert "This session keeps counts only" in said
    assert "Ada" not in (folder / CLASS_EVENTS).read_text("utf-8")
    assert not (folder / CLASS_NAMES).exists()
