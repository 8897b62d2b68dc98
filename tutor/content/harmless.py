"""Texts that somebody else wrote, on their way into a sentence of ours."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_OTHER = "\u2028\u2029\ud800-\udfff"
CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DIRECTION}{_OTHER}]")
"""Control and direction characters; a tab and a line feed are none here."""

_SHOWN = 60


def harmless(text: str) -> str:
    """The text on one line, each control or direction character shown as U+FFFD, same length."""
    return CONTROLS.sub(REPLACEMENT, text).replace("\t", " ").replace("\n", " ")


def quoted(text: str, limit: int = _SHOWN) -> str:
    """The text between backticks, harmless, shortened to `limit` characters."""
    short = text if len(text) <= limit else text[: limit - 3] + "..."
    return f"`{harmless(short)}`"


def listed(names: list[str], last: str = "or") -> str:
    """Names as a person lists them: "`a`, `b` or `c`"."""
    shown = [quoted(name) for name in names]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}"
