"""Which names a course package may hold: those of the course format, and no others.

All of them are plain small ASCII words, so they mean the same on every system: no path that leaves
the folder, no letter case that one file system knows and another does not, no second spelling of
the same letters.
"""

import re
import unicodedata
from collections.abc import Callable

MANIFEST = "manifest.json"
LONGEST = 120
"""Characters of a name with its folders; old Windows programs stop at 260 for the whole path."""

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LANGUAGE = r"(?:\.[a-z]{2}(?:-[A-Z]{2})?)?"
_TOML = rf"{_LANGUAGE}\.toml"
_COURSE_FILE = re.compile(
    rf"(?:course|sources|glossary|words){_TOML}"
    r"|ids\.lock"
    rf"|(?:{_ID}/)?(?:README|LICENSE|LICENCE){_LANGUAGE}(?:\.md|\.txt)?"
    rf"|{_ID}/(?:module|questions){_TOML}"
    rf"|{_ID}/(?:lessons|scenarios|exercises)/{_ID}{_TOML}"
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])", re.IGNORECASE)


def is_course_file(name: str) -> bool:
    """True for a name, with forward slashes, that the course format gives a meaning."""
    return _COURSE_FILE.fullmatch(name) is not None


def same(name: str) -> str:
    """The form in which two names are one on a file system that does not know letter case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def fault(name: str) -> str:
    """Why a name cannot be in a package, as the end of a sentence; empty when it can."""
    return next((why for wrong, why in _RULES if wrong(name)), "")


def _parts(name: str) -> list[str]:
    return name.split("/")


def _steps(name: str) -> bool:
    return any(part in ("", ".", "..") for part in _parts(name))


def _reserved(name: str) -> bool:
    return any(_RESERVED.fullmatch(part.split(".")[0].rstrip()) for part in _parts(name))


_RULES: tuple[tuple[Callable[[str], bool], str], ...] = (
    (lambda name: not name.isprintable(), "it holds a control character"),
    (lambda name: "\\" in name, "it holds a backslash, which is a folder on Windows only"),
    (lambda name: ":" in name, "it names a drive or a second stream of a file"),
    (lambda name: name.startswith("/"), "it is an absolute path"),
    (_steps, "it leads out of the course folder, or its path has an empty part"),
    (
        lambda name: unicodedata.normalize("NFC", name) != name,
        "its letters are not in the one form (NFC) that all systems share",
    ),
    (_reserved, "Windows keeps this name for a device"),
    (
        lambda name: any(part[-1:] in ". " for part in _parts(name)),
        "it ends in a dot or a blank, which Windows drops",
    ),
    (lambda name: len(name) > LONGEST, f"it is longer than {LONGEST} characters"),
    (lambda name: name != MANIFEST and not is_course_file(name), "no file of a course has it"),
)
