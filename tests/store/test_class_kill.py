"""SIGKILL in the middle of a class: no acknowledged event is lost, the state comes back.

A fast variant runs with the suite; `CLASS_KILLS=100 pytest -n0 tests/store/test_class_kill.py`
is the long one.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.samples import ROOT, ticking
from tests.store.test_kill import kill_once
from tutor.engine.classroom import fold
from tutor.store import classroom

KILLS = int(os.environ.get("CLASS_KILLS", "12"))
PER_SESSION = 10
"""Kills of one session before the next one begins."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


def test_no_acknowledged_event_of_a_class_is_lost_by_a_kill(tmp_path: Path) -> None:
    chance = random.Random(20260302)
    command = [sys.executable, "-m", "tests.store.class_kill_child"]
    total, mended = 0, 0
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        acknowledged: list[str] = []
        for number in range(KILLS):
            home = tmp_path / str(number // PER_SESSION)
            if number % PER_SESSION == 0:
                home.mkdir()
                acknowledged = []
            before = len(acknowledged)
            acknowledged += kill_once(child, home, chance.randint(1, 9), chance.uniform(0, 0.012))
            total += len(acknowledged) - before
            name = classroom.list_classes(home)[0].name
            with classroom.open_class(home, name, clock=ticking()) as room:
                mended += bool(room.notices)
                kept = [event.id for event in room.events]
                assert [one for one in kept if one in set(acknowledged)] == acknowledged
                assert room.state == fold(classroom.read_class(room.folder))
                assert room.state.ignored == 0
        assert child.stdin is not None
        child.stdin.close()
    assert total > KILLS
    print(f"{KILLS} kills, {total} acknowledged, {mended} records mended")
