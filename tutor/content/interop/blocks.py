"""The keys of a question as a block of questions.toml, in the author's own style.

Every human text stands between `'''`, so nothing in it is ever a key, a header or an escape. The
few texts that these quotes cannot hold are written with ordinary ones and escapes.
"""

import re

from tutor.content.interop.keys import Keys, flat
from tutor.model.base import LETTERS

_WORDS = frozenset(
    {"kind", "objective", "source", "use", "correct", "bin", "misconception", "sensitivity",
     "pin_last", "scoring", "was"}
)  # fmt: skip
"""Keys with ids and words of closed lists: ordinary quotes, as in the guide for authors."""

_FIRST = ("kind", "objective", "difficulty", "source", "use", "sensitivity", "vignette", "plan",
          "inject", "prompt", "task", "document", "bins")  # fmt: skip
_LAST = ("correct", "answer", "tolerance", "unit", "accept", "near", "fuzzy", "panel", "panel_best",
         "model", "rubric", "extra", "scoring", "pin_last", "right", "wrong", "why", "hints",
         "notes", "misconception", "was")  # fmt: skip
_PARTS = ("text", "left", "right", "answer", "bin", "flaw", "quality", "credit", "harm", "why",
          "misconception", "accept", "choices", "correct", "fuzzy")  # fmt: skip

_BETWEEN = 150
_ORDER = (
    {name: number for number, name in enumerate(_FIRST)}
    | {letter: 100 + number for number, letter in enumerate(LETTERS)}
    | {name: 200 + number for number, name in enumerate(_LAST)}
)
_PLACES = {name: number for number, name in enumerate(_PARTS)}
_OWN_ORDER = frozenset({"bins", "rubric"})
"""Keys whose parts stay in the order that they have."""

_HEADER = re.compile(r"^[ \t]*\[.*\][ \t]*(#.*)?$", re.MULTILINE)
_WIDEST = 9


def block(name: str, keys: Keys) -> str:
    """`[name]` and a line for each key."""
    in_order = sorted(flat(keys).items(), key=lambda one: place(one[0]))
    lines = [(path, _value(path, value)) for path, value in in_order]
    width = max((min(len(path), _WIDEST) for path, _ in lines), default=0)
    return "\n".join([f"[{name}]", *(f"{path:<{width}} = {value}" for path, value in lines), ""])


def place(path: str) -> tuple[int, str, int]:
    """Where an author writes the key: what a question is, its answers, the key, the rest."""
    first, _, part = path.partition(".")
    inside = _PLACES.get(part, 0) if first not in _OWN_ORDER else 0
    return _ORDER.get(first, _BETWEEN), "" if first in _ORDER else first, inside


def _value(path: str, value: object) -> str:
    name = path.rpartition(".")[2]
    in_quotes = name in _WORDS and not (name == "correct" and "." in path)
    if name == "source" and isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list):
        return f"[{', '.join(_value(path, one) for one in value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _escaped(value) if in_quotes else _text(value)
    return repr(value)


def _text(text: str) -> str:
    """Between `'''`; several lines stand on lines of their own."""
    if "'''" in text or "\r" in text or _HEADER.search(text) or _unseen(text):
        return _escaped(text)
    if "\n" in text or text.endswith("'"):
        return f"'''\n{text}\n'''"
    return f"'''{text}'''"


def _unseen(text: str) -> bool:
    """True for signs that a text between `'''` may not hold."""
    return any((ord(sign) < 32 and sign not in "\n\t") or ord(sign) == 127 for sign in text)


def _escaped(text: str) -> str:
    short = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    signs = (
        short.get(sign) or (f"\\u{ord(sign):04x}" if ord(sign) < 32 or ord(sign) == 127 else sign)
        for sign in text
    )
    return f'"{"".join(signs)}"'
