"""A real terminal to test in: tmux with a server, a socket and a configuration of its own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).resolve().parents[2]
TMUX = shutil.which("tmux")
BLINK = 0.02
"""Seconds between two looks at the screen."""
PATIENCE = 20.0
"""Seconds after which what was waited for will not come: long, for a busy computer."""
STARTED = 'echo $$ > "$0.pid"; exec "$@"'
RUN = f'sh -c \'{STARTED}\' "$0" "$@"; echo $? > "$0.status"; exec sleep 600'
"""For `sh -c`: notes the process id and the exit status in files, and keeps the window open.

tmux knows the exit status too, but on some systems it misses the end of a program.
"""
TUTOR = (sys.executable, "-m", "tutor")


def flat(screen: str) -> str:
    """The screen as one line, so that a text is found wherever it was wrapped."""
    return " ".join(screen.split())


class NotSeen(AssertionError):
    """What was waited for did not come."""


class Terminal:
    """The tmux server. Close it at the end: that ends every program in it."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="tt-"))
        self._count = 0

    def open(
        self,
        *command: str,
        home: Path,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
    ) -> "Window":
        """Run a command in a window of its own; without one, the program."""
        self._count += 1
        name = f"w{self._count}"
        width, height = size
        told = {"TUTOR_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(env or {})}
        begin = ["new-session", "-d", "-s", name, "-x", str(width), "-y", str(height)]
        note = self._folder / name
        # Not as options of tmux, which sets TERM itself.
        settings = [f"{key}={value}" for key, value in told.items()]
        run = ["sh", "-c", RUN, str(note), "env", *settings, *(command or TUTOR)]
        self.ask("set", "-g", "status", "off", ";", *begin, "--", *run)
        return Window(self, name, note)

    def ask(self, *command: str) -> str:
        """Give tmux a command; what it says."""
        assert TMUX is not None, "tests in a terminal are skipped without tmux"
        plain = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        done = subprocess.run(
            [
                TMUX,
                "-u",
                "-S",
                str(self._folder / "s"),
                "-f",
                "/dev/null",
                *self._first(),
                *command,
            ],
            env=plain | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"tmux {' '.join(command)}: {done.stderr}"
        return done.stdout

    def _first(self) -> list[str]:
        """The server has to be there before it takes settings."""
        return [] if (self._folder / "s").exists() else ["start-server", ";"]

    def close(self) -> None:
        """End the server with all its windows."""
        if (self._folder / "s").exists():
            self.ask("kill-server")
        shutil.rmtree(self._folder, ignore_errors=True)


class Window:
    """One program on one screen."""

    def __init__(self, terminal: Terminal, name: str, note: Path) -> None:
        self._terminal = terminal
        self._name = name
        self._status = note.with_name(f"{name}.status")
        self.pid = int(_written(note.with_name(f"{name}.pid")))

    # Looking

    @property
    def screen(self) -> str:
        """The text on the screen."""
        return self._terminal.ask("capture-pane", "-p", "-t", self._name)

    @property
    def coloured(self) -> str:
        """The text on the screen with its escape sequences."""
        return self._terminal.ask("capture-pane", "-ep", "-t", self._name)

    def told(self, what: str) -> str:
        """A variable of tmux about this window, such as `alternate_on`."""
        return self._terminal.ask("display", "-p", "-t", self._name, f"#{{{what}}}").strip()

    def wait_until(self, true: Callable[[str], bool], what: str, patience: float = PATIENCE) -> str:
        """Look until the screen is as wanted; the screen."""
        end = monotonic() + patience
        while True:
            screen = self.screen
            if true(screen):
                return screen
            if monotonic() > end:
                raise NotSeen(f"{what}; the screen is:\n{screen}")
            sleep(BLINK)

    def wait_for(self, *texts: str) -> str:
        """Look until all the texts are on the screen, wrapped or not; the screen."""
        return self.wait_until(
            lambda screen: all(text in flat(screen) for text in texts), f"no {texts}"
        )

    def settled(self, after: str = "", patience: float = PATIENCE) -> str:
        """The screen once it differs from `after`, looked the same twice, and nothing is at work.

        A busy computer may leave a program without the processor in the middle of a change, so
        that the screen alone does not tell.
        """
        seen = [after]

        def at_rest(screen: str) -> bool:
            seen.append(screen)
            return seen[-1] == seen[-2] != after and not self._is_working()

        return self.wait_until(at_rest, "nothing changed, or it never came to rest", patience)

    def _is_working(self) -> bool:
        """Whether a thread of the program runs or waits for the disk, where the system says so."""
        tasks = Path("/proc", str(self.pid), "task")
        try:
            told = [(task / "stat").read_text("ascii", "replace") for task in tasks.iterdir()]
        except OSError:
            return False
        return any(line.rpartition(")")[2].split()[0] in ("R", "D") for line in told)

    # Doing

    def press(self, *keys: str) -> None:
        """Press keys by their names in tmux: `a`, `Enter`, `Escape`, `C-q`."""
        self._terminal.ask("send-keys", "-t", self._name, *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._terminal.ask("send-keys", "-t", self._name, "-l", text)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End the program as a power cut would: it runs nothing more."""
        self.signal(signal.SIGKILL)

    def close(self) -> None:
        """Close the window as with the mouse, whatever runs in it."""
        self._terminal.ask("kill-session", "-t", self._name)

    def wait_for_end(self) -> int:
        """Wait until the program has ended; its exit status, or minus the signal that ended it."""
        status = int(_written(self._status))
        return 128 - status if status > 128 else status

    def wait_until_gone(self) -> None:
        """Wait for the end of a program whose window is closed, so that nobody notes its status."""
        end = monotonic() + PATIENCE
        while _is_there(self.pid):
            assert monotonic() < end, "the program goes on without a window"
            sleep(BLINK)


def _written(note: Path) -> str:
    """What a shell wrote into a file, as soon as the line is whole."""
    end = monotonic() + PATIENCE
    while not (note.exists() and note.read_text("ascii").endswith("\n")):
        assert monotonic() < end, f"nothing was written to {note.name}"
        sleep(BLINK)
    return note.read_text("ascii")


def _is_there(pid: int) -> bool:
    """Whether a process runs; one that has ended and that nobody asked about does not."""
    told = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return bool(told.stdout.strip()) and not told.stdout.strip().startswith("Z")
