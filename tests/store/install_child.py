"""The victim of the kill test: installs one edition over the other until somebody kills it.

Started once, imports once. For each line "folder" on standard input it forks a writer, prints its
process id, "installed" each time, and when it is dead "dead".
"""

import os
import sys
from itertools import cycle
from pathlib import Path

from tutor.store.installed import put

NAMES = ("one-1.0.0", "one-2.0.0")
MARK = {NAMES[0]: b"old ", NAMES[1]: b"new "}


def course(name: str) -> dict[str, bytes]:
    """Eight files of an edition; each holds its mark."""
    names = ["course.toml", *(f"module/lessons/lesson-{n}.toml" for n in range(7))]
    return dict.fromkeys(names, MARK[name] * 2_000)


def install_for_ever(courses: Path) -> None:
    """Replace whatever is there by the next edition."""
    editions = {name: course(name) for name in NAMES}
    for name in cycle(NAMES):
        there = [path for path in courses.iterdir() if not path.name.startswith(".")]
        put(courses, name, editions[name], check=lambda _: None, instead_of=there)
        os.write(1, b"installed\n")


def main() -> None:
    """Serve until standard input ends."""
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            install_for_ever(Path(line.rstrip("\n")))
        os.write(1, f"{pid}\n".encode())
        os.waitpid(pid, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
