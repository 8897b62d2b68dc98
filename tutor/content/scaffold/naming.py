"""From the name that an author gives to an id and a title."""

import re
from unicodedata import combining, normalize

from tutor.content.decode import without_forbidden
from tutor.content.harmless import CONTROLS, quoted
from tutor.content.package.names import fault
from tutor.content.read import MODULE
from tutor.errors import UsageError

LONGEST = 48
"""Characters of an id that is made; the format allows 64, and a list shows fewer."""

LONGEST_NAME = 200

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)
_PARTS = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile(r"['\u2018\u2019]")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def id_of(name: str) -> str:
    """`Who decides?` -> `who-decides`. Raises UsageError where nothing is left of the name."""
    if len(name) > LONGEST_NAME:
        raise UsageError(f"A name has up to {LONGEST_NAME} characters; this one has {len(name)}.")
    plain = normalize("NFKD", name.lower().translate(_LETTERS))
    kept = "".join(sign for sign in plain if not combining(sign))
    parts = _PARTS.findall(_APOSTROPHES.sub("", kept))
    if not parts:
        raise UsageError(
            f"No id can be made of {quoted(name)}: ids have the letters a to z and digits.",
            "Give a name in these letters; the title in the file may have any.",
        )
    return _shortened("-".join(parts))


def file_id_of(name: str) -> str:
    """An id that can be the name of a file or folder on every system. Raises UsageError."""
    made = id_of(name)
    wrong = fault(f"{made}/{MODULE}")
    if wrong:
        raise UsageError(
            f"No file can have the name {quoted(made)} everywhere: {wrong}.",
            f"Take another, for example {made}-1.",
        )
    return made


def title_of(name: str, instead: str) -> str:
    """The name as a title; `instead` where it is written like an id and so is no title yet."""
    if _ID.fullmatch(name):
        return instead
    clean = without_forbidden(CONTROLS.sub("", " ".join(name.split())))
    return re.sub("'{2,}", "'", clean).strip()


def _shortened(made: str) -> str:
    if len(made) <= LONGEST:
        return made
    whole, _, _ = made[: LONGEST + 1].rpartition("-")
    return whole or made[:LONGEST]
