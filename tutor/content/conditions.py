"""The mini-grammar of scenarios, read into values. Nothing here is ever evaluated as code.

    condition  = any
    any        = all, { "or", all }
    all        = part, { "and", part }
    part       = "not", part | "(", any, ")" | indicator, comparison, number | fact
    effect     = indicator, ("+" | "-"), number | [ "not" ], fact

A comparison is one of `>= <= > < == !=`.
"""

import re
from dataclasses import dataclass
from typing import cast

from tutor.model.conditions import (
    And,
    Compare,
    Comparison,
    Condition,
    Effect,
    Known,
    Learn,
    Not,
    Or,
    Shift,
)

WORDS = frozenset({"and", "or", "not"})
"""Words of the grammar: no indicator or fact can have such a name."""

LONGEST = 400
"""Characters of a condition that are read."""

DEEPEST = 20
"""Brackets and `not` that may stand inside each other."""

_TOKEN = re.compile(
    r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)|(?P<compare>>=|<=|==|!=|>|<)|(?P<sign>[+-])|(?P<bracket>[()])"
)
_NUMBER = re.compile(r"\d{1,6}")
_BLANK = re.compile(r"\s*")
_OTHER_WORD = re.compile(r"[A-Za-z_]\w*|=[<>]|&&?|\|\|?|=|!|.", re.DOTALL)
_MENDS = {
    "=>": "Write >= for at least.",
    "=<": "Write <= for at most.",
    "=": "Two equals signs compare: ==",
    "!": "Write the word not.",
    "&&": "Write the word and.",
    "&": "Write the word and.",
    "||": "Write the word or.",
    "|": "Write the word or.",
}


@dataclass(frozen=True, slots=True)
class Slip:
    """Why a text is no condition or effect; offsets of the words in question, end exclusive."""

    message: str
    hint: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class _StopError(Exception):
    """Reading ends here; never leaves this module."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.message)
        self.slip = slip


def condition(text: str) -> Condition | Slip:
    """What a choice needs, for example `trust >= 3 and not knows-hours`."""
    try:
        reader = _Reader(_tokens(text))
        found = reader.any_of(0)
        reader.finish("Here `and`, `or` or the end is expected.")
    except _StopError as stop:
        return stop.slip
    return found


def effect(text: str) -> Effect | Slip:
    """What a choice does, for example `trust +2`, `knows-hours` or `not knows-hours`."""
    try:
        reader = _Reader(_tokens(text))
        found = reader.effect()
        reader.finish("Nothing may follow: each effect stands in quotes of its own.")
    except _StopError as stop:
        return stop.slip
    return found


def names(part: Condition) -> tuple[tuple[str, bool], ...]:
    """Every name in a condition, with True for an indicator and False for a fact."""
    if isinstance(part, Compare):
        return ((part.indicator, True),)
    if isinstance(part, Known):
        return ((part.fact, False),)
    if isinstance(part, Not):
        return names(part.part)
    return tuple(name for inner in part.parts for name in names(inner))


def _tokens(text: str) -> list[_Token]:
    if len(text) > LONGEST:
        raise _StopError(Slip(f"It is longer than {LONGEST} characters.", "", LONGEST, len(text)))
    found: list[_Token] = []
    at = _skip(text, 0)
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _StopError(_odd(text, at))
        found.append(_Token(match.lastgroup or "", match[0], at))
        at = _skip(text, match.end())
    found.append(_Token("end", "", len(text)))
    return found


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _odd(text: str, at: int) -> Slip:
    match = _OTHER_WORD.match(text, at)
    word = match[0] if match else text[at : at + 1]
    mend = _MENDS.get(word, "")
    if not mend and word.lower() != word:
        mend = f"Names and words are written in small letters: {word.lower()}"
    message = "This is no name, number or comparison of a condition."
    return Slip(message, mend, at, at + len(word))


class _Reader:
    """Reads tokens from left to right; depth is capped, so the stack is safe."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0

    @property
    def next(self) -> _Token:
        return self.tokens[self.at]

    def any_of(self, depth: int) -> Condition:
        parts = [self.all_of(depth)]
        while self._word("or"):
            parts.append(self.all_of(depth))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def all_of(self, depth: int) -> Condition:
        parts = [self.part(depth)]
        while self._word("and"):
            parts.append(self.part(depth))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def part(self, depth: int) -> Condition:
        if depth > DEEPEST:
            raise self._stop("Too many brackets stand inside each other.")
        if self._word("not"):
            return Not(self.part(depth + 1))
        if self._take("bracket", "("):
            inner = self.any_of(depth + 1)
            if not self._take("bracket", ")"):
                raise self._expected("a closing bracket")
            return inner
        name = self._name("the name of an indicator or a fact")
        if self.next.kind != "compare":
            return Known(name)
        operator = cast(Comparison, self._advance().text)
        return Compare(name, operator, self._number())

    def effect(self) -> Effect:
        if self._word("not"):
            return Learn(self._name("the name of a fact"), true=False)
        name = self._name("the name of an indicator or a fact")
        if self.next.kind != "sign":
            return Learn(name)
        return Shift(name, self._number())

    def finish(self, message: str) -> None:
        if self.next.kind != "end":
            raise self._stop(message)

    def _number(self) -> int:
        negative = self._take("sign", "-")
        if not negative:
            self._take("sign", "+")
        if self.next.kind != "id" or not _NUMBER.fullmatch(self.next.text):
            raise self._expected("a whole number")
        value = int(self._advance().text)
        return -value if negative else value

    def _name(self, wanted: str) -> str:
        if self.next.kind != "id" or self.next.text in WORDS or self.next.text.isdigit():
            raise self._expected(wanted)
        return self._advance().text

    def _word(self, word: str) -> bool:
        return self._take("id", word)

    def _take(self, kind: str, text: str) -> bool:
        if self.next.kind != kind or self.next.text != text:
            return False
        self.at += 1
        return True

    def _advance(self) -> _Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _expected(self, wanted: str) -> _StopError:
        return self._stop(f"Here {wanted} is expected.")

    def _stop(self, message: str) -> _StopError:
        hint = "For example: trust >= 3 and not knows-hours. Effects: trust +2, knows-hours."
        return _StopError(Slip(message, hint, self.next.start, self.next.end))
