"""A program in a terminal of its own (a pty), and the moments at which it painted something."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from types import TracebackType

ROOT = Path(__file__).resolve().parents[1]
COLUMNS, ROWS = 80, 24
CTRL_Q, DOWN, ENTER, ESCAPE = b"\x11", b"\x1b[B", b"\r", b"\x1b"
PATIENCE = 30.0
"""Seconds after which a program that did not paint what it should is given up."""
QUIET = 0.06
"""Seconds without a byte after which a repaint is over."""

_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")


class Silent(Exception):
    """The program did not paint what was waited for."""


class Program:
    """A Python program in a terminal of 80 x 24. Use it in a `with`."""

    def __init__(self, arguments: Sequence[str], home: Path) -> None:
        """Start `python ARGUMENTS` in the checkout, with its data in `home`."""
        master, slave = pty.openpty()
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, size)
        self._master = master
        self._seen = b""
        self.started = perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=_environment(home),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)

    def wait_for(self, text: str) -> float:
        """Read until `text` was painted; seconds since the start."""
        wanted, end = text.encode(), perf_counter() + PATIENCE
        while wanted not in _ESCAPES.sub(b"", self._seen):
            if not self._read(end - perf_counter()):
                seen = _ESCAPES.sub(b"", self._seen)[-300:].decode(errors="replace")
                raise Silent(f"{text!r} was not painted. The last of what was: {seen}")
        moment = perf_counter() - self.started
        self._seen = b""
        return moment

    def settle(self, quiet: float = 0.5) -> None:
        """Read until nothing was painted for a while."""
        while self._read(quiet):
            pass
        self._seen = b""

    def press(self, key: bytes) -> None:
        """Send a key."""
        os.write(self._master, key)

    def key_to_repaint(self, key: bytes) -> tuple[float, int]:
        """Send a key; seconds until the last byte of what it painted, and how many bytes."""
        self._seen = b""
        sent = last = perf_counter()
        os.write(self._master, key)
        quiet = PATIENCE
        while self._read(quiet):
            last, quiet = perf_counter(), QUIET
        if not self._seen:
            raise Silent(f"the key {key!r} painted nothing")
        return last - sent, len(self._seen)

    def cpu(self) -> float | None:
        """Seconds of processor that the program has used so far; None where nobody counts it."""
        tasks = Path("/proc", str(self._process.pid), "task")
        try:
            counts = [(task / "schedstat").read_text("ascii") for task in tasks.iterdir()]
        except OSError:
            return None
        return sum(int(count.split()[0]) for count in counts) / 1e9

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(patience, 0))
        if not ready:
            return False
        try:
            found = os.read(self._master, 65536)
        except OSError:
            return False
        self._seen += found
        return bool(found)

    def __enter__(self) -> "Program":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ask the program to leave, and make it leave."""
        with suppress(OSError):
            os.write(self._master, CTRL_Q)
        while self._process.poll() is None and self._read(2.0):
            pass
        self._process.kill()
        self._process.wait()
        os.close(self._master)


def _environment(home: Path) -> Mapping[str, str]:
    dropped = ("NO_COLOR", "TEXTUAL", "COLUMNS", "LINES", "PYTHON", "COV_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(dropped)}
    return kept | {
        "TUTOR_HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONUTF8": "1",
    }
