"""The floors: what the static graph says, and what a running program really imports."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.store.samples import answer
from tutor.store.learner import open_learner

ROOT = Path(__file__).resolve().parents[2]


def test_imports_go_down_the_floors() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run([tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def loaded_after(arguments: str, home: Path) -> set[str]:
    """The top-level packages in memory after a command ran."""
    code = (
        "import sys; from tutor.cli.main import run\n"
        f"try:\n    run({arguments})\n"
        "except SystemExit: pass\n"
        "print('LOADED', *sorted({m.split('.')[0] for m in sys.modules}), file=sys.stderr)\n"
    )
    env = {"TUTOR_HOME": str(home), "PATH": "", "PYTHONPATH": str(ROOT), "SYSTEMROOT": ""}
    found = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=env,
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    last = found.stderr.strip().splitlines()[-1]
    assert last.startswith("LOADED"), found.stderr
    return set(last.split()[1:])


@pytest.mark.parametrize(
    "arguments",
    [
        "['list']",
        "['check', 'tests/data/valid/bridge']",
        "['progress']",
        "['play', 'wps/participation', '--plain']",
        "['profile', 'list']",
        "['class', 'plan', 'wps/participation']",
        "['--help']",
    ],
)
def test_commands_without_a_screen_do_not_load_textual(arguments: str, tmp_path: Path) -> None:
    assert not {"textual", "rich"} & loaded_after(arguments, tmp_path)


def test_help_loads_no_models(tmp_path: Path) -> None:
    assert not {"textual", "pydantic", "tomli"} & loaded_after("['--help']", tmp_path)


def test_a_start_with_nothing_new_does_not_load_the_review_library(tmp_path: Path) -> None:
    with open_learner(tmp_path, "Anna", clock=lambda: datetime.now(UTC)) as learner:
        learner.record(answer())
    code = (
        "import sys; from pathlib import Path; from datetime import UTC, datetime\n"
        "from tutor.store.learner import open_learner\n"
        "def clock(): return datetime.now(UTC)\n"
        f"with open_learner(Path({str(tmp_path)!r}), None, clock=clock) as one:\n"
        "    print(one.progress.events, 'fsrs' in sys.modules)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == ["1", "False"]


def test_the_first_paint_waits_for_no_model() -> None:
    """What is painted first needs Textual and nothing that reads courses."""
    code = (
        "import sys, tutor.tui.app\n"
        "print(*sorted({m.split('.')[0] for m in sys.modules} & "
        "{'pydantic', 'markdown_it', 'tomli', 'filelock', 'fsrs'}))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == []
