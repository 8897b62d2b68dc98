"""Where things lie: one home folder, a folder for each learner, one for the user's courses.

<home>/courses/                     courses that the user installed or wrote
    <id>-<version>/                 one that was installed, with the manifest.json of its package
<home>/courses.lock                 held while a course is installed or removed
<home>/profiles/<slug>/             one learner
    profile.json                    name, device, settings
    journal.jsonl                   everything that happened, append-only
    progress.json                   derived from the journal, rebuildable
    profile.lock                    held by the window that writes
    exports/                        reviews and certificates that the learner exported
    backups/                        copies from before an upgrade or a repair
<home>/classes/<day>-<module>/      one class session
    events.jsonl                    everything that happened, append-only
    session.json                    derived from it, rebuildable
    class.lock                      held by the window that runs the session
    wall.key                        lets a wall in while the session runs
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import platformdirs

from tutor.store.problems import not_written

APP = "staff-tutor"
HOME_VARIABLE = "TUTOR_HOME"
PROFILE, JOURNAL, PROGRESS, LOCK = "profile.json", "journal.jsonl", "progress.json", "profile.lock"
COURSES_LOCK = "courses.lock"
CLASS_EVENTS, CLASS_SNAPSHOT, CLASS_LOCK = "events.jsonl", "session.json", "class.lock"
CLASS_NAMES = "names.json"
CLASS_WALL = "wall.key"
LONGEST_SLUG = 40
"""Characters; leaves room below the 260 that old Windows programs allow for a whole path."""
LONGEST_NAME = 80
"""Characters of a learner's name."""

_RESERVED = re.compile(r"con|prn|aux|nul|conin|conout|com[0-9]|lpt[0-9]")


def home(environ: Mapping[str, str]) -> Path:
    """The folder that holds everything: `TUTOR_HOME` if set, else the user's data folder.

    Always absolute, so that a later change of the working folder moves nothing. An empty
    variable counts as not set. Nothing is created.
    """
    chosen = environ.get(HOME_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def profiles_folder(root: Path) -> Path:
    """Where the learners' folders are."""
    return root / "profiles"


def courses_folder(root: Path) -> Path:
    """Where the user's own courses are."""
    return root / "courses"


def classes_folder(root: Path) -> Path:
    """Where the class sessions are."""
    return root / "classes"


def exports_folder(profile: Path) -> Path:
    """Where reviews and certificates go that a learner exports on the screen."""
    return profile / "exports"


def backups_folder(profile: Path) -> Path:
    """Where copies of a learner's files go before a repair or an upgrade."""
    return profile / "backups"


def tidy_name(name: str) -> str:
    """A name as it is kept: printable characters, single blanks, at most `LONGEST_NAME`."""
    words = "".join(sign if sign.isprintable() else " " * sign.isspace() for sign in name).split()
    return " ".join(words)[:LONGEST_NAME].strip()


def same_name(name: str) -> str:
    """The form in which two names are compared: tidy, one Unicode form, no case."""
    return unicodedata.normalize("NFKC", tidy_name(name)).casefold()


def slug(name: str) -> str:
    """A folder name for a learner that every file system takes: `a-z`, `0-9` and `-`.

    Never a reserved Windows name, never a trailing dot, at most `LONGEST_SLUG` characters. A name
    without any Latin letter becomes `learner-` and eight digits of its hash. Two names may share
    a slug; whoever creates the folder adds a number.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].rstrip("-")
    if not short:
        return "learner-" + sha256(same_name(name).encode()).hexdigest()[:8]
    return f"learner-{short}" if _RESERVED.fullmatch(short) else short


def stamp(moment: datetime) -> str:
    """A moment as part of a file name, UTC to the second: `2026-03-01T140502Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")


def spare(path: Path) -> Path:
    """`path` if it is free, else with `-2`, `-3`, ... at the end, before `.json` or `.jsonl`."""
    ending = path.suffix if path.suffix in {".json", ".jsonl"} else ""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.name.removesuffix(ending)}-{number}{ending}")
        number += 1
    return free


def make_folder(folder: Path) -> None:
    """Create a folder and its parents, for this user only (0700 on POSIX).

    Raises `StoreError` when that is not possible, also when a file is in the way.
    """
    try:
        missing = [folder, *folder.parents]
        for step in reversed(missing):
            if not step.is_dir():
                step.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise not_written(folder, error) from error
