"""A number: within the tolerance or not."""

import re
import unicodedata
from decimal import Decimal

from tutor.engine.grading.base import Rules, verdict
from tutor.model.items import Number
from tutor.model.record import Verdict
from tutor.model.responses import Written

LONGEST = 60
"""Characters of a typed number that are looked at."""

_FORM = re.compile(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)", re.ASCII)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_CONTINENTAL = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+,\d+", re.ASCII)
_MINUS = dict.fromkeys(map(ord, "\N{MINUS SIGN}\N{EN DASH}\N{NON-BREAKING HYPHEN}"), "-")
_SPACES = re.compile(r"[\s'’_]+")


class NumberRules(Rules[Number, Written]):
    """What cannot be read as a number is no answer."""

    def blank(self) -> Written:
        return Written()

    def key(self, item: Number, /) -> Written:
        return Written(text=plain(item.answer))

    def clean(self, item: Number, response: Written, /) -> Written:
        return response if value_of(response.text, item.unit or "") is not None else Written()

    def grade(self, item: Number, response: Written, /) -> Verdict:
        value = value_of(response.text, item.unit or "")
        if value is None:
            return verdict(0)
        off = abs(value - Decimal(str(item.answer)))
        return verdict(float(off <= Decimal(str(item.tolerance))))

    def rule(self, item: Number, /) -> str:
        if not item.tolerance:
            return "The exact number earns 1, any other 0."
        width = f"{plain(item.tolerance)} {item.unit or ''}".strip()
        return f"An answer at most {width} away from the right one earns 1, any other 0."

    def sentence(self, _item: Number, _response: Written, verdict: Verdict, /) -> str:
        return "Your answer is right." if verdict.fraction >= 1 else "Your answer is not right."


def value_of(text: str, unit: str = "") -> Decimal | None:
    """The number that a person typed, or None. A `unit` after it may be typed as well.

    Blanks and apostrophes may group digits, and so may commas in threes (12,000); any other
    single comma is a decimal one (2,5). Any dash is a minus sign; raised digits are refused.
    """
    folded = unicodedata.normalize("NFKC", text.translate(_MINUS)[:LONGEST]).strip()
    if any(char.isdigit() and not char.isdecimal() for char in text):
        return None
    if unit and folded.casefold().endswith(unit.casefold()):
        folded = folded[: len(folded) - len(unit)]
    digits = _SPACES.sub("", folded)
    if _CONTINENTAL.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    elif digits.count(",") == 1 and "." not in digits:
        digits = digits.replace(",", ".")
    return Decimal(digits) if _FORM.fullmatch(digits) else None


def plain(value: float) -> str:
    """A number without needless digits: 12, not 12.0."""
    return f"{Decimal(str(value)).normalize():f}"
