"""`tutor preview` in a real terminal, beside an editor that is another process."""

import subprocess
import sys
from pathlib import Path

from tests.content.courses import QUESTIONS, bridge
from tests.terminal.tmux import TUTOR, Terminal

EDIT = """
import os, pathlib, sys
path, old, new, way = sys.argv[1:]
path = pathlib.Path(path)
text = path.read_text("utf-8").replace(old, new)
if way == "rename":
    beside = path.with_name("." + path.name + ".swp")
    beside.write_text(text, "utf-8")
    os.replace(beside, path)
else:
    path.write_text(text, "utf-8")
"""
"""An editor: it saves by renaming a new file over the old one, or writes into the old one."""


def edit(path: Path, old: str, new: str, way: str) -> None:
    subprocess.run([sys.executable, "-c", EDIT, str(path), old, new, way], check=True)


def test_what_another_process_saves_is_shown_and_nothing_is_written(
    terminal: Terminal, home: Path, tmp_path: Path
) -> None:
    course = bridge(tmp_path)
    window = terminal.open(*TUTOR, "preview", f"{course / 'crossing'}:q-single", home=home)
    window.wait_for("Which resolution opened the agenda?", "no findings")
    edit(course / QUESTIONS, "a.why = '''The first", "a.why = ''The first", "rename")
    window.wait_for("You see its last good version.", "1 error", "E T0")
    edit(course / QUESTIONS, "opened the agenda?", "began the agenda?", "in place")
    edit(course / QUESTIONS, "a.why = ''The first", "a.why = '''The first", "in place")
    window.wait_for("Which resolution began the agenda?", "no findings")
    window.press("Enter")
    window.wait_for("Esc List")
    window.press("a")
    window.wait_for("(*)")
    window.press("Escape")
    window.wait_for("Esc Leave")
    window.press("Escape")
    assert window.wait_for_end() == 0
    assert not home.exists(), "a preview leaves nothing behind"
