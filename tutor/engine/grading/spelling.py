"""When two typed texts say the same, and when one is a slip of the other."""

import re
import unicodedata

SLIP_FROM_LETTERS = 6
"""One slip is allowed from this many letters on; in a shorter word it makes another word."""

ARTICLES = frozenset({"the", "a", "an"})

RESOLUTION_PREFIXES = (
    "united nations",
    "un",
    "unscr",
    "unsc",
    "scr",
    "s res",
    "security council",
    "resolution",
    "res",
)
"""What people write before the number of a Security Council resolution, in canonical form."""

# At most four of them: an unbounded repetition of alternatives that overlap would backtrack
# exponentially on a hostile text.
_PREFIX = re.compile(
    r"(?:(?:" + "|".join(RESOLUTION_PREFIXES) + r") ?){1,4}(?:(?:no|nr|number) ?)?(?=\d)"
)
_NUMERAL = re.compile(r"\d+|\b[ivx]+\b")
_SPACE_NOT_BETWEEN_DIGITS = re.compile(r"(?<!\d) | (?!\d)")
_YEAR_AT_END = re.compile(r"\s*\((?:19|20)\d\d\)\s*$")
_APOSTROPHES = frozenset("'’‘ʼ`´")


def spellings(accepted: str) -> tuple[str, ...]:
    """An accepted text, and the same without a year in brackets at its end.

    "UNSCR 1325 (2000)" is also accepted as "UNSCR 1325", but not with a wrong year.
    """
    bare = _YEAR_AT_END.sub("", accepted)
    return (accepted, bare) if bare and bare != accepted else (accepted,)


def canonical(text: str) -> str:
    """The text as it is compared, with single spaces; "" if nothing but blanks was typed.

    NFKC, case folded; apostrophes and invisible characters dropped; other punctuation and every
    hyphen or dash become a space; a leading article and the words before the number of a
    resolution are dropped. A text of punctuation only is kept as it is.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    visible = "".join(ch for ch in folded if unicodedata.category(ch) != "Cf")
    words = "".join(_plain(ch) for ch in visible).split()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    plain = " ".join(words or visible.split())
    return _PREFIX.sub("", plain, count=1) if _PREFIX.match(plain) else plain


def compact(text: str) -> str:
    """Canonical, without spaces except between digits: "co-ordinate" is "coordinate"."""
    return _SPACE_NOT_BETWEEN_DIGITS.sub("", canonical(text))


def is_slip(typed: str, accepted: str) -> bool:
    """Whether `typed` is `accepted` with one slip: a letter more, less, other, or two swapped.

    Damerau-Levenshtein distance of at most 1 (optimal string alignment). Never where a number
    differs, Roman numerals included: "Protocol I" is not a misspelt "Protocol II".
    """
    if sum(map(str.isalpha, compact(accepted))) < SLIP_FROM_LETTERS:
        return False
    if _numerals(typed) != _numerals(accepted):
        return False
    return _within_one(compact(typed), compact(accepted))


def _plain(char: str) -> str:
    if char in _APOSTROPHES:
        return ""
    if char == "&":
        return " and "
    is_break = unicodedata.category(char)[0] in "PZC" or char == "\N{MINUS SIGN}"
    return " " if is_break else char


def _numerals(text: str) -> list[str]:
    return _NUMERAL.findall(canonical(text))


def _within_one(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    if at is None:
        return True
    return (
        left[at + 1 :] == right[at + 1 :]
        or left[at + 1 :] == right[at:]
        or left[at:] == right[at + 1 :]
        or (left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :])
    )
