"""Files in which nothing is unusual, as nearly all are: cut by one pattern, each block read once.

Whatever is unusual (a fault, a spelling that courses do not use, a line of a text that looks like a
header) gives None, and `blocks` reads the file the careful way, statement by statement. Where this
answers, both ways give the same.
"""

import re
from dataclasses import dataclass

import tomli

_HEADER = re.compile(r"^\[([a-z0-9-]+)\][ \t]*(?:#[^\n]*)?$", re.MULTILINE)
# Accepted by tomli, and worth a finding: tables in braces, newer escapes, keys in quotes.
_UNUSUAL = re.compile(
    r"=[ \t]*\{|\\[ex]|^[ \t]*(?:[\w-]+[ \t]*\.[ \t]*)*+[\"'][^\n]*=", re.MULTILINE
)
_KEY = re.compile(r"[a-z0-9_-]+")
_SCALARS = frozenset({str, int, bool, float})
_DEEPEST = 4
_LAST = "the-last-key-of-a-block"
"""A key behind the block: when it does not stand at the top of what tomli read, a header that is
none of courses stood in between."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block: its name and header line ("" and nothing for the head), where it stands, its data.

    Offsets count in the text, ends are exclusive; `start` is where the body starts.
    """

    name: str
    header: tuple[int, int] | None
    start: int
    end: int
    data: dict[str, object]


def pieces(text: str, most: int) -> tuple[Piece, ...] | None:
    """The blocks of the file in their order; None when anything in it is unusual.

    More than `most` blocks after the head, and two of one name, are unusual too.
    """
    headers = list(_HEADER.finditer(text))
    names = {match[1] for match in headers}
    if len(headers) > most or len(names) < len(headers) or _UNUSUAL.search(text):
        return None
    found: list[Piece] = []
    ends = [*(match.start() for match in headers), len(text)]
    for match, end in zip((None, *headers), ends, strict=True):
        start = min(match.end() + 1, len(text)) if match else 0
        data = _read(text[start:end])
        if data is None:
            return None
        found.append(Piece(match[1] if match else "", match and match.span(), start, end, data))
    return tuple(found)


def _read(body: str) -> dict[str, object] | None:
    try:
        data: dict[str, object] = tomli.loads(f"{body}\n{_LAST} = 0")
    except (ValueError, RecursionError):
        return None
    if data.pop(_LAST, None) is None:
        return None
    return data if _usual(data) else None


def _usual(data: dict[str, object], depth: int = 1) -> bool:
    """Plain keys and values, lists of plain values, and keys with parts; no dates, none deeper."""
    for key, value in data.items():
        if _KEY.fullmatch(key) is None:
            return False
        if isinstance(value, dict):
            if depth >= _DEEPEST or not _usual(value, depth + 1):
                return False
        elif isinstance(value, list):
            if not all(type(part) in _SCALARS for part in value):
                return False
        elif type(value) not in _SCALARS:
            return False
    return True
