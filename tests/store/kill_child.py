"""The victim of the kill test: forks writers that append until somebody kills them.

Started once, imports once. For each line "folder" on standard input it forks a writer, prints
"pid N", and when the writer is dead "dead". The writer prints "ready" and then each id that
`append` has acknowledged. One `os.write` each, far below the size that a pipe could tear.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.store.samples import answer, page, written
from tutor.store.journal import Journal

LONG = written("Überlegung " * 1500)
"""About 18,000 bytes: several pages of memory, so that a kill can come in the middle."""


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def write_for_ever(folder: Path) -> None:
    """Append small and large events until killed."""
    journal = Journal.open(folder, device="d1", clock=lambda: datetime.now(UTC))
    say("ready")
    while True:
        for happening in (page(), LONG, answer()):
            event = journal.append(happening)
            if journal.saving.saved:
                say(event.id)


def main() -> None:
    """Serve until standard input ends."""
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            write_for_ever(Path(line.rstrip("\n")))
        say(f"pid {pid}")
        os.waitpid(pid, 0)
        say("dead")


if __name__ == "__main__":
    main()
