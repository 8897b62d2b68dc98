"""Builds what is shipped, and installs it where nothing of the checkout can be seen."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
UV = shutil.which("uv")
NO_NETWORK = re.compile(
    r"dns error|network|offline|failed to fetch|timed out|could not connect|connection|"
    r"temporary failure in name resolution|no matching distribution|retries",
    re.IGNORECASE,
)
BIN = "Scripts" if sys.platform == "win32" else "bin"


def run(
    command: Sequence[str | Path], folder: Path, text: str = "", **env: str
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with nothing of this checkout or its environment in sight."""
    dropped = ("PYTHON", "VIRTUAL_ENV", "UV_PROJECT", "TUTOR_", "NO_COLOR", "COV_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(dropped)}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=kept | {"PYTHONUTF8": "1"} | env,
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def prepared(command: Sequence[str | Path], folder: Path) -> None:
    """Run a step that may need the network; skip the tests when that is what is missing."""
    done = run(command, folder)
    if done.returncode == 0:
        return
    said = (done.stderr or done.stdout).strip()
    if NO_NETWORK.search(said):
        pytest.skip(f"packaging needs the network here: {said.splitlines()[-1]}")
    raise AssertionError(f"{' '.join(map(str, command))}\n{said}")


def build(kind: str, source: Path, out: Path) -> Path:
    """Build the `wheel` or the `sdist` of a folder or of an sdist; the file."""
    if UV is not None:
        prepared([UV, "build", f"--{kind}", "--out-dir", out, source], out.parent)
    elif kind == "wheel" and _has("pip"):
        prepared([sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", out, source], out.parent)
    elif _has("build"):
        prepared([sys.executable, "-m", "build", f"--{kind}", "-o", out, source], out.parent)
    else:
        pytest.skip(f"to build the {kind} takes uv, or pip or build in this environment")
    (found,) = out.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return found


def install(wheel: Path, folder: Path) -> Path:
    """Install the wheel alone in a new environment; the folder of its commands."""
    python = folder / BIN / "python"
    if UV is not None:
        prepared([UV, "venv", "--python", sys.executable, folder], folder.parent)
        prepared([UV, "pip", "install", "--python", python, wheel], folder.parent)
    else:
        prepared([sys.executable, "-m", "venv", folder], folder.parent)
        prepared([python, "-m", "pip", "install", wheel], folder.parent)
    return folder / BIN


def _has(module: str) -> bool:
    found = subprocess.run(
        [sys.executable, "-c", f"import {module}"], capture_output=True, check=False
    )
    return found.returncode == 0
