"""SIGKILL at random moments: no acknowledged event is ever lost.

A kill of the process cannot show what a power cut does; that an fsync comes before the
acknowledgement is shown in test_journal.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.samples import ROOT, ticking
from tutor.store.journal import Journal

KILLS = 220
PER_FOLDER = 20
"""Kills on one journal before the next one begins, so that it does not get long."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


def kill_once(child: subprocess.Popen[str], folder: Path, least: int, after: float) -> list[str]:
    """Kill a writer `after` seconds after its `least`-th acknowledgement; all that it acknowledged.

    Counted and not only timed, so that a slow disk makes the test longer and not emptier.
    """
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(f"{folder}\n")
    child.stdin.flush()
    acknowledged: list[str] = []
    seen: set[str] = set()
    for line in child.stdout:
        match line.split():
            case ["pid", number]:
                seen.add("pid")
                pid = int(number)
            case ["ready"]:
                seen.add("ready")
            case ["dead"]:
                return acknowledged
            case [name]:
                acknowledged.append(name)
        if seen == {"pid", "ready"} and len(acknowledged) >= least:
            seen.clear()
            time.sleep(after)
            os.kill(pid, signal.SIGKILL)
    raise AssertionError("the child ended by itself")


def test_no_acknowledged_event_is_lost_by_a_kill(tmp_path: Path) -> None:
    chance = random.Random(20260301)
    command = [sys.executable, "-m", "tests.store.kill_child"]
    total, least, recoveries = 0, 0, 0
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        for number in range(KILLS // PER_FOLDER):
            folder = tmp_path / str(number)
            folder.mkdir()
            acknowledged: list[str] = []
            for _ in range(PER_FOLDER):
                wanted = chance.randint(0, 4)
                least += wanted
                acknowledged += kill_once(child, folder, wanted, chance.uniform(0, 0.012))
                journal = Journal.open(folder, device="d1", clock=ticking())
                recoveries += journal.recovery is not None
                kept = [event.id for event in journal.read()]
                lost = set(acknowledged) - set(kept)
                assert not lost, f"acknowledged and lost: {lost}, recovery: {journal.recovery}"
                assert [one for one in kept if one in set(acknowledged)] == acknowledged
                assert len(set(kept)) == len(kept)
            total += len(acknowledged)
        assert child.stdin is not None
        child.stdin.close()
    assert total >= least > KILLS
    print(f"{KILLS} kills, {total} acknowledged, {recoveries} torn lines mended")
