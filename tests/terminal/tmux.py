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
BLINK = 0.03
"""Seconds between two looks at the screen."""
PATIENCE = 20.0
"""Seconds after which what was waited for will not come: long, for a busy computer."""
TUTOR = (sys.executable, "-m", "tutor")


def flat(screen: str) -> str:
    """The screen as one line, so that a text is found wherever it was wrapped."""
    return " ".join(screen.split())


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
        options = [part for key, value in told.items() for part in ("-e", f"{key}={value}")]
        begin = ["new-session", "-d", "-s", name, "-x", str(width), "-y", str(height), *options]
        settings = ["set", "-g", "status", "off", ";", "set", "-g", "remain-on-exit", "on", ";"]
        self.ask(*settings, *begin, "--", *(command or TUTOR))
        return Window(self, name)

    def ask(self, *command: str) -> str:
        """Give tmux a command; what it says."""
        assert TMUX is not None, "tests in a terminal are skipped without tmux"
        plain = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        done = subprocess.run(
            [TMUX, "-u", "-S", str(self._folder / "s"), "-f", "/dev/null", *self._first(), *command],
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

    def __init__(self, terminal: Terminal, name: str) -> None:
        self._terminal = terminal
        self._name = name
        self.pid = int(self.told("pane_pid"))

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

    def wait_until(self, true: Callable[[str], bool], what: str) -> str:
        """Look until the screen is as wanted; the screen."""
        end = monotonic() + PATIENCE
        while True:
            screen = self.screen
            if true(screen):
                return screen
            assert monotonic() < end, f"{what}; the screen is:\n{screen}"
            sleep(BLINK)

    def wait_for(self, *texts: str) -> str:
        """Look until all the texts are on the screen, wrapped or not; the screen."""
        return self.wait_until(
            lambda screen: all(text in flat(screen) for text in texts), f"no {texts}"
        )

    def settled(self, after: str = "") -> str:
        """The screen once it differs from `after`, looked the same twice, and nothing is at work.

        A busy computer may leave a program without the processor in the middle of a change, so
        that the screen alone does not tell.
        """
        seen = [after]

        def at_rest(screen: str) -> bool:
            seen.append(screen)
            return seen[-1] == seen[-2] != after and not self._is_working()

        return self.wait_until(at_rest, "nothing changed, or it never came to rest")

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

    def wait_for_end(self) -> int:
        """Wait until the program has ended; its exit status, or minus the signal that ended it."""
        end = monotonic() + PATIENCE
        while not (told := self.told("pane_dead_status") or self.told("pane_dead_signal")):
            assert monotonic() < end, f"the program goes on; the screen is:\n{self.screen}"
            sleep(BLINK)
        return int(told) if self.told("pane_dead_status") else -int(told)
