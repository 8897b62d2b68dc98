"""One kind of slip: which lines it can befall, what becomes of them, and what has to be found."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Line = re.Match[str]

KEY = r"^(?P<key>[a-z][a-z0-9_.-]*)(?P<pad>[ ]*) = "
ONE_LINE = rf"{KEY}'''(?P<text>[^'\n]+)'''$"
SHORT = rf'{KEY}"(?P<text>[^"\n]+)"$'
OPENING = rf"{KEY}'''(?=\n)"
LONG = rf"{KEY}'''\n(?P<text>(?:(?!''')[\s\S])+)\n'''$"
LIST = rf"{KEY}\[\"(?P<first>[^\"\n]+)\", \"(?P<second>[^\"\n]+)\"\]$"
HEADER = r"^\[(?P<id>[a-z0-9-]+)\]$"


@dataclass(frozen=True)
class Slip:
    """`codes`: any of them names the slip. `pattern` finds the places, `change` makes the slip.

    `files` is a part of the path of files in which it can happen, "" for all. `near`: the finding
    stands within one line of the place.
    """

    name: str
    codes: frozenset[str]
    pattern: re.Pattern[str]
    change: Callable[[Line], str]
    files: str = ""
    near: bool = True

    def sites(self, text: str) -> list[Line]:
        """The places in a file."""
        return list(self.pattern.finditer(text))

    def plant(self, text: str, site: Line) -> str:
        """The file with the slip at one place."""
        return text[: site.start()] + self.change(site) + text[site.end() :]


def slip(
    name: str,
    codes: str,
    pattern: str,
    change: Callable[[Line], str],
    *,
    files: str = "",
    near: bool = True,
) -> Slip:
    """`codes` as words."""
    return Slip(name, frozenset(codes.split()), re.compile(pattern, re.M), change, files, near)


def line_of(text: str, offset: int) -> int:
    """The line of an offset, from 1."""
    return text.count("\n", 0, offset) + 1
