"""Class sessions on the disk: resume, list, erase, one window at a time."""

import json
import stat
import sys
from pathlib import Path

import pytest

from tests.engine.classroom.rooms import HEAD, STEPS, hands
from tests.store.samples import ticking
from tutor.engine.classroom import fold
from tutor.errors import ProfileBusy, StoreError
from tutor.model.classroom import happenings as h
from tutor.model.classroom.state import ClassState, Phase
from tutor.store import classroom
from tutor.store.classroom import ClassRecord


def begun(home: Path) -> ClassRecord:
    room = classroom.new_class(home, HEAD, clock=ticking())
    room.record(h.PresentCounted(people=20))
    room.record(h.StepChanged(step=STEPS["q1"]))
    room.record(h.VotingOpened(round=1))
    return room


def test_a_session_resumes_at_the_same_question_round_and_clock(tmp_path: Path) -> None:
    room = begun(tmp_path)
    room.record(hands(a=4, b=3))
    room.record(h.TimerStarted(seconds=120))
    left, revision = room.state, room.revision
    room._lock.give_back()  # as a crash does: nothing is closed, no summary is written
    again = classroom.open_class(tmp_path, room.name, clock=ticking())
    assert again.state == left
    assert again.revision == revision
    assert again.state.phase is Phase.OPEN
    assert again.record(h.VotingClosed(round=1)).phase is Phase.CLOSED
    again.close()
    assert not again.notices


def test_the_journal_is_chained_private_and_has_no_single_vote(tmp_path: Path) -> None:
    with begun(tmp_path) as room:
        room.record(hands(a=4, b=3))
        path = room.folder / "events.jsonl"
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [line["sequence"] for line in lines] == list(range(len(lines)))
    assert all(line["previous"] for line in lines[1:])
    assert lines[-1]["what"]["counts"] == {"a": 4, "b": 3}
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(room.folder.stat().st_mode) == 0o700


def test_the_summary_is_derived_and_can_be_read_back(tmp_path: Path) -> None:
    with begun(tmp_path) as room:
        state = room.state
    raw = json.loads((room.folder / "session.json").read_text("utf-8"))
    assert ClassState.model_validate_json(json.dumps(raw["data"])) == state
    (room.folder / "session.json").unlink()
    with classroom.open_class(tmp_path, room.name, clock=ticking()) as again:
        assert again.state == state
    assert (room.folder / "session.json").exists()


def test_undo_is_an_event_and_survives_a_restart(tmp_path: Path) -> None:
    with begun(tmp_path) as room:
        before = room.state
        room.record(hands(a=4))
        undone = room.undo()
        assert undone is not None
        assert undone.what == hands(a=4)
        assert room.state == before
        revision = room.revision
    with classroom.open_class(tmp_path, room.name, clock=ticking()) as again:
        assert (again.state, again.revision) == (before, revision)
        assert again.state == fold(classroom.read_class(again.folder))


def test_a_torn_last_line_is_set_aside_and_the_session_goes_on(tmp_path: Path) -> None:
    with begun(tmp_path) as room:
        state = room.state
    path = room.folder / "events.jsonl"
    path.write_bytes(path.read_bytes() + b'{"format":1,"id":"x","dev')
    with classroom.open_class(tmp_path, room.name, clock=ticking()) as again:
        assert again.state == state
        assert "damaged" in again.notices[0]


def test_one_window_runs_a_session(tmp_path: Path) -> None:
    with begun(tmp_path) as room:
        with pytest.raises(ProfileBusy, match="class session is open in another window"):
            classroom.open_class(tmp_path, room.name, clock=ticking())
        with pytest.raises(ProfileBusy):
            classroom.erase_class(tmp_path, room.name)
    with pytest.raises(StoreError, match="closed"):
        room.record(h.LogLine(text="too late"))


def test_sessions_are_listed_and_erased(tmp_path: Path) -> None:
    assert classroom.list_classes(tmp_path) == ()
    begun(tmp_path).close()
    with begun(tmp_path) as second:
        second.record(h.VotingClosed(round=1))
        second.record(h.Ended())
    bad = tmp_path / "classes" / "2025-01-01-bad"
    bad.mkdir()
    (bad / "events.jsonl").write_text("no journal\n", "utf-8")
    cards = classroom.list_classes(tmp_path)
    assert [(card.name, card.ended) for card in cards[:2]] == [
        ("2026-03-01-crossing-2", True),
        ("2026-03-01-crossing", False),
    ]
    assert cards[2].problem == "Its beginning cannot be read."
    assert classroom.erase_class(tmp_path, "2026-03-01-crossing").title == "Crossing"
    assert len(classroom.list_classes(tmp_path)) == 2
    assert not list((tmp_path / "classes").glob(".erased*"))
    with pytest.raises(StoreError, match="no class session named"):
        classroom.open_class(tmp_path, "2026-03-01-crossing", clock=ticking())
    assert len(list(classroom.class_states(tmp_path))) == 2


def test_what_cannot_be_written_waits_in_memory(tmp_path: Path) -> None:
    room = begun(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tutor.store.journal.write_all", _full)
        state = room.record(hands(a=5))
        assert state.vote is not None
        assert not room.saving.saved
        assert "kept in memory" in room.saving.problem
    room.close()
    assert room.saving.saved
    assert fold(classroom.read_class(room.folder)) == state


def _full(_fd: int, _data: bytes) -> None:
    raise OSError(28, "No space left on device")
