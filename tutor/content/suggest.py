"""Did you mean: the name that an author most probably had in mind."""

from collections.abc import Iterable
from difflib import get_close_matches

from tutor.content.harmless import quoted

_LONGEST = 64
_MOST = 2_000
_ALIKE = 0.7


def nearest(word: str, names: Iterable[str]) -> str:
    """The name most like the word, "" when none is near. Letter case and `_` against `-` are free.

    Names beyond the first 2,000 and characters beyond the first 64 are not looked at.
    """
    spelt: dict[str, str] = {}
    for name in list(names)[:_MOST]:
        spelt.setdefault(_plain(name), name)
    close = get_close_matches(_plain(word), spelt, n=1, cutoff=_ALIKE)
    return spelt[close[0]] if close else ""


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """The hint as a sentence, or ""."""
    name = nearest(word, names)
    return f"Did you mean {quoted(name)}?" if name else ""


def _plain(word: str) -> str:
    return word[:_LONGEST].lower().replace("_", "-")
