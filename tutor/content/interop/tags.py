"""Short values that Moodle has no field for travel as tags: `objective:o1`, `b.harm:true`.

The word before the colon is the key as an author writes it. A tag of Moodle has at most 50
characters and no `<`, `>`, backtick or line end; GIFT ends one at `]`.
"""

import re
from collections.abc import Callable, Iterable

from tutor.content.interop.keys import Keys, flat, put

LONGEST = 50
"""Characters of a tag (TAG_MAX_LENGTH of Moodle)."""

_UNSAFE = re.compile(r"[<>`\[\]\\\x00-\x1f\x7f]|\s\s|^\s|\s$")
_LISTS = frozenset({"use", "source", "was"})
_COMMON = ("objective", "difficulty", "use", "source", "sensitivity", "pin_last", "was")


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


_TYPES: dict[str, Callable[[str], object]] = {
    "difficulty": int,
    "quality": int,
    "fuzzy": int,
    "panel_best": int,
    "panel": _numbers,
    "exact": _numbers,
    "harm": lambda text: text == "true",
    "credit": float,
}
_TEXTS = ("kind", "objective", "sensitivity", "pin_last", "scoring", "misconception", "unit")
_KNOWN = re.compile(
    rf"(?:use|source|was|difficulty|fuzzy|panel|panel_best|{'|'.join(_TEXTS)}"
    r"|[a-h]\.(?:quality|harm|credit|misconception)|in\.[a-z0-9-]+|gap\.[1-8]|exact|parts|letters)"
)


def tags(keys: Keys, more: Iterable[str] = ()) -> tuple[str, ...]:
    """One tag for each value of the common keys and of the paths in `more`, where a tag can hold
    it; what it cannot hold is left out."""
    values = flat(keys)
    made = (
        f"{path}:{_spelt(one)}"
        for path in (*_COMMON, *more)
        if path in values
        for one in _each(path, values[path])
    )
    return tuple(tag for tag in made if holds(tag))


def holds(tag: str) -> bool:
    """True when both formats give the tag back as it is."""
    return len(tag) <= LONGEST and not _UNSAFE.search(tag)


def tagged(labels: Iterable[str]) -> tuple[Keys, tuple[str, ...]]:
    """The keys that tags stand for, and the tags that stand for none."""
    keys: Keys = {}
    others: list[str] = []
    for label in labels:
        path, _, text = label.partition(":")
        try:
            value = _TYPES.get(path.rpartition(".")[2], str)(text)
        except ValueError:
            value = None
        if value in (None, "") or not _KNOWN.fullmatch(path):
            others.append(label)
        elif path in _LISTS:
            listed = keys.setdefault(path, [])
            if isinstance(listed, list) and value not in listed:
                listed.append(value)
        else:
            put(keys, path, value)
    return keys, tuple(others)


def _each(path: str, value: object) -> list[object]:
    return value if isinstance(value, list) and path in _LISTS else [value]


def _spelt(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
