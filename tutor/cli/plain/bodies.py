"""What a learner works with, as text; and what was typed, as a response. One entry per body."""

import re
from collections.abc import Callable
from typing import Any

from tutor.content.harmless import harmless
from tutor.engine.grading.number import value_of
from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written
from tutor.study.frames import (
    Blank,
    Body,
    ExtremesBody,
    GapBody,
    Option,
    OrderBody,
    PairBody,
    PickBody,
    ScaleBody,
    SortBody,
    StatementsBody,
    TruthBody,
    WriteBody,
)

PLACES = "ABCDEFGHIJKL"
"""Letters by place on the screen; the author's own letters are never shown."""

END_OF_TEXT = "."
"""A line with this alone ends a text of several lines."""


class NotUnderstoodError(ValueError):
    """What was typed is no answer to this question; the text says what would be."""


def lines(body: Body) -> list[str]:
    """The answers to work with."""
    return _SHOW[type(body)](body)


def how(body: Body) -> str:
    """What to type."""
    return _HOW[type(body)](body)


def read(body: Body, typed: str) -> Response:
    """The response that was typed. Raises NotUnderstoodError with a sentence."""
    return _READ[type(body)](body, typed.strip())


def _options(options: tuple[Option, ...], labels: str = PLACES) -> list[str]:
    return [
        f"{label}. {harmless(option.text)}" for label, option in zip(labels, options, strict=False)
    ]


def _letters(typed: str, options: tuple[Option, ...]) -> tuple[str, ...]:
    found = re.findall(r"[A-Za-z]", typed)
    if not found or (re.search(r"[A-Za-z]{2}", typed) and len(found) > len(options)):
        raise NotUnderstoodError("Type the letters of the answers.")
    keys = []
    for letter in found:
        place = PLACES.find(letter.upper())
        if not 0 <= place < len(options):
            raise NotUnderstoodError(f"There is no answer {letter.upper()}.")
        keys.append(options[place].key)
    return tuple(dict.fromkeys(keys))


def _read_pick(body: PickBody, typed: str) -> Response:
    chosen = _letters(typed, body.options)
    if not body.many and len(chosen) != 1:
        raise NotUnderstoodError("Type one letter.")
    return Choice(chosen=chosen)


def _read_truth(_body: TruthBody, typed: str) -> Response:
    word = typed.casefold()
    if word in ("t", "true"):
        return Truth(value=True)
    if word in ("f", "false"):
        return Truth(value=False)
    raise NotUnderstoodError("Type t for true or f for false.")


def _show_pairs(body: PairBody) -> list[str]:
    stems = [f"{n}. {harmless(stem.text)}" for n, stem in enumerate(body.stems, start=1)]
    return [*stems, "", "to be matched with:", *_options(body.partners)]


def _read_pairs(body: PairBody, typed: str) -> Response:
    found = re.findall(r"(\d{1,3})\s*[-=:]?\s*([A-Za-z])", typed)
    if not found:
        raise NotUnderstoodError("Type number and letter for each pair, for example: 1C 2A.")
    pairs = {}
    for number, letter in found:
        stem, place = int(number) - 1, PLACES.find(letter.upper())
        if not (0 <= stem < len(body.stems) and 0 <= place < len(body.partners)):
            raise NotUnderstoodError(f"There is no pair {number}{letter.upper()}.")
        pairs[body.stems[stem].key] = body.partners[place].key
    return Pairs(pairs=pairs)


def _read_order(body: OrderBody, typed: str) -> Response:
    order = _letters(typed, body.lines)
    if len(order) != len(body.lines):
        raise NotUnderstoodError("Type all the letters, from first to last.")
    return Ordering(order=order)


def _read_text(body: WriteBody, typed: str) -> Response:
    if not typed:
        raise NotUnderstoodError("Type an answer, or /next to leave it blank.")
    if body.number and value_of(typed, body.unit) is None:
        unit = f" in {harmless(body.unit)}" if body.unit else ""
        raise NotUnderstoodError(f"Type a number{unit}, for example 12 or 2.5.")
    return Written(text=typed)


def _read_statements(body: StatementsBody, typed: str) -> Response:
    words = {"t": "true", "f": "false"}
    spaced = re.sub(r"[\s,;:=-]+", "", typed.casefold())
    if re.fullmatch(f"[tf]{{{len(body.lines)}}}", spaced):
        said = dict(zip(body.lines, spaced, strict=True))
        return Pairs(pairs={line.key: words[letter] for line, letter in said.items()})
    found = re.findall(r"([A-Za-z])\s*[-=:]?\s*(true|false|[tf])\b", typed, re.IGNORECASE)
    if not found:
        raise NotUnderstoodError("Type t or f for each statement in turn, or for example: A t B f.")
    pairs = {}
    for letter, word in found:
        pairs[_at(body.lines, letter, "statement")] = words[word[0].casefold()]
    return Pairs(pairs=pairs)


def _show_sort(body: SortBody) -> list[str]:
    bins = [f"{n}. {harmless(one.text)}" for n, one in enumerate(body.bins, start=1)]
    return [*_options(body.lines), "", "to be sorted into:", *bins]


def _read_sort(body: SortBody, typed: str) -> Response:
    found = re.findall(r"([A-Za-z])\s*[-=:]?\s*(\d{1,3})", typed)
    if not found:
        raise NotUnderstoodError("Type letter and number for each line, for example: A2 B1.")
    pairs = {}
    for letter, number in found:
        if not 0 < int(number) <= len(body.bins):
            raise NotUnderstoodError(
                f"There is no bin {number}: they go from 1 to {len(body.bins)}."
            )
        pairs[_at(body.lines, letter, "line")] = body.bins[int(number) - 1].key
    return Pairs(pairs=pairs)


def _at(options: tuple[Option, ...], letter: str, noun: str) -> str:
    """The key of the line with this letter on the screen."""
    place = PLACES.find(letter.upper())
    if not 0 <= place < len(options):
        raise NotUnderstoodError(f"There is no {noun} {letter.upper()}.")
    return options[place].key


def _show_gaps(body: GapBody) -> list[str]:
    lines = []
    for gap in body.gaps:
        choices = ", ".join(
            f"{label} {harmless(text)}" for label, text in zip(PLACES, gap.choices, strict=False)
        )
        lines.append(f"({gap.number}) {choices or 'to be typed'}")
    return lines


def _read_gaps(body: GapBody, typed: str) -> Response:
    """Parts between semicolons, in order; a part that begins with `2:` is for that gap."""
    pairs: dict[str, str] = {}
    parts = typed.split(";") if len(body.gaps) > 1 else [typed]
    if len(parts) > len(body.gaps):
        raise NotUnderstoodError(f"There are {len(body.gaps)} gaps: type one text for each.")
    for place, part in enumerate(parts):
        named = re.match(r"\s*\(?(\d{1,2})\s*[):=]\s*", part)
        number = int(named[1]) if named else place + 1
        text = part[named.end() :].strip() if named else part.strip()
        if not 0 < number <= len(body.gaps):
            raise NotUnderstoodError(f"There is no gap {number}.")
        if text:
            gap = body.gaps[number - 1]
            pairs[gap.key] = _in_gap(gap, text)
    if not pairs:
        raise NotUnderstoodError("Type what stands in the gaps, for example: 1: commander; 2: B.")
    return Pairs(pairs=pairs)


def _in_gap(gap: Blank, text: str) -> str:
    """A typed text, or the choice that it names by its letter or in full."""
    if not gap.choices:
        return text
    whole = [choice for choice in gap.choices if choice.casefold() == text.casefold()]
    place = PLACES.find(text.upper()) if len(text) == 1 else -1
    if not whole and not 0 <= place < len(gap.choices):
        last = PLACES[len(gap.choices) - 1]
        raise NotUnderstoodError(f"Gap {gap.number} takes a letter from A to {last}.")
    return whole[0] if whole else gap.choices[place]


def _read_scale(body: ScaleBody, typed: str) -> Response:
    numbered = {str(number): step.key for number, step in enumerate(body.steps, start=1)}
    if typed not in numbered:
        raise NotUnderstoodError(f"Type a number from 1 to {len(body.steps)}.")
    return Choice(chosen=(numbered[typed],))


def _read_extremes(body: ExtremesBody, typed: str) -> Response:
    signs = dict(re.findall(r"(best|worst|[+-])\s*[:=]?\s*([A-Za-z])\b", typed, re.IGNORECASE))
    named = {"+": "best", "-": "worst"}
    pairs = {
        named.get(sign, sign.casefold()): _at(body.options, letter, "answer")
        for sign, letter in signs.items()
    }
    if len(pairs) < 2:
        raise NotUnderstoodError("Type + and the best, - and the worst, for example: +B -D.")
    if pairs["best"] == pairs["worst"]:
        raise NotUnderstoodError("The best and the worst cannot be the same answer.")
    return Pairs(pairs=pairs)


def _how_to_pick(body: PickBody) -> str:
    if body.title:
        return "Type the letters of the lines that are wrong"
    return "Type the letters of all that are right" if body.many else "Type a letter"


def _how_to_write(body: WriteBody) -> str:
    if body.lines > 1:
        return "Write your text; a line with only a full stop ends it"
    what = "a number" if body.number else "your answer"
    return f"Type {what}{f' in {harmless(body.unit)}' if body.unit else ''}"


def _how_to_fill(body: GapBody) -> str:
    if len(body.gaps) == 1:
        return "Type a letter" if body.gaps[0].choices else "Type what stands in the gap"
    return "Type what stands in the gaps, a semicolon between them"


_SHOW: dict[type[Body], Callable[[Any], list[str]]] = {
    PickBody: lambda body: [
        *([harmless(body.title), ""] if body.title else []),
        *_options(body.options),
    ],
    TruthBody: lambda _body: ["T. True", "F. False"],
    PairBody: _show_pairs,
    OrderBody: lambda body: _options(body.lines),
    WriteBody: lambda _body: [],
    StatementsBody: lambda body: _options(body.lines),
    SortBody: _show_sort,
    GapBody: _show_gaps,
    ScaleBody: lambda body: [f"{n}. {one.text}" for n, one in enumerate(body.steps, start=1)],
    ExtremesBody: lambda body: _options(body.options),
}
_HOW: dict[type[Body], Callable[[Any], str]] = {
    PickBody: lambda body: _how_to_pick(body),
    TruthBody: lambda _body: "Type t or f",
    PairBody: lambda _body: "Type the pairs, for example 1C 2A",
    OrderBody: lambda _body: "Type all letters from first to last, for example C A B",
    WriteBody: lambda body: _how_to_write(body),
    StatementsBody: lambda body: f"Type t or f {len(body.lines)} times, for example t f f t",
    SortBody: lambda _body: "Type letter and number of each, for example A2 B1",
    GapBody: lambda body: _how_to_fill(body),
    ScaleBody: lambda body: f"Type a number from 1 to {len(body.steps)}",
    ExtremesBody: lambda _body: "Type + and the best, - and the worst, for example +B -D",
}
_READ: dict[type[Body], Callable[[Any, str], Response]] = {
    PickBody: _read_pick,
    TruthBody: _read_truth,
    PairBody: _read_pairs,
    OrderBody: _read_order,
    WriteBody: _read_text,
    StatementsBody: _read_statements,
    SortBody: _read_sort,
    GapBody: _read_gaps,
    ScaleBody: _read_scale,
    ExtremesBody: _read_extremes,
}
