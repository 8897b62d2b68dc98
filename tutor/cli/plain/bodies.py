"""What a learner works with, as text; and what was typed, as a response. One entry per body."""

import re
from collections.abc import Callable
from typing import Any

from tutor.content.harmless import harmless
from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written
from tutor.study.frames import (
    Body,
    Option,
    OrderBody,
    PairBody,
    PickBody,
    TruthBody,
    WriteBody,
)

PLACES = "ABCDEFGHIJKL"
"""Letters by place on the screen; the author's own letters are never shown."""


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
    found = re.findall(r"(\d+)\s*[-=:]?\s*([A-Za-z])", typed)
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


def _read_text(_body: WriteBody, typed: str) -> Response:
    if not typed:
        raise NotUnderstoodError("Type an answer, or /next to leave it blank.")
    return Written(text=typed)


_SHOW: dict[type[Body], Callable[[Any], list[str]]] = {
    PickBody: lambda body: _options(body.options),
    TruthBody: lambda _body: ["T. True", "F. False"],
    PairBody: _show_pairs,
    OrderBody: lambda body: _options(body.lines),
    WriteBody: lambda _body: [],
}
_HOW: dict[type[Body], Callable[[Any], str]] = {
    PickBody: lambda body: (
        "Type the letters of all that are right" if body.many else "Type a letter"
    ),
    TruthBody: lambda _body: "Type t or f",
    PairBody: lambda _body: "Type the pairs, for example 1C 2A",
    OrderBody: lambda _body: "Type all letters from first to last, for example C A B",
    WriteBody: lambda body: f"Type your answer{f' in {body.unit}' if body.unit else ''}",
}
_READ: dict[type[Body], Callable[[Any, str], Response]] = {
    PickBody: _read_pick,
    TruthBody: _read_truth,
    PairBody: _read_pairs,
    OrderBody: _read_order,
    WriteBody: _read_text,
}
