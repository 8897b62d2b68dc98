"""A table of questions in: commas, semicolons or tabs, whatever the spreadsheet wrote."""

import csv
from collections.abc import Callable
from io import StringIO

from tutor.content.interop.keys import Keys, parts, put
from tutor.content.interop.loss import WHOLE, Loss, NotRead
from tutor.content.interop.tables import (
    FRACTIONS,
    IDS,
    NUMBERS,
    TEXTS,
    TRUTHS,
    from_lines,
    unguarded,
)
from tutor.model.base import LETTERS
from tutor.model.items import KINDS

Row = tuple[str, str, Keys, list[Loss]]
"""The id that the row brings, its place, its keys, and what was lost of it."""

_COLUMNS = {"question": "prompt", "type": "kind", "key": "correct", "feedback": "why"}
"""Headings that other tables use."""

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_KEYS = frozenset(
    {"id", *LETTERS, *(name for kind in KINDS.values() for name in kind.model_fields)}
)
_MOST = 20_000
"""Characters of one cell: the longest text of the format."""


def read(text: str) -> tuple[list[Row], list[Loss]]:
    """The rows, and those that hold no question. Raises NotRead."""
    lines = StringIO(text.removeprefix("\ufeff"), newline="")
    delimiter = _delimiter(lines.readline())
    lines.seek(0)
    try:
        table = [row for row in csv.reader(lines, delimiter=delimiter, strict=True) if any(row)]
    except csv.Error as error:
        raise NotRead(f"This is no table that can be read: {error}.") from error
    if not table:
        raise NotRead("The table is empty.")
    heads = [_heading(cell) for cell in table[0]]
    if "prompt" not in heads:
        raise NotRead(
            "The table has no column prompt. Its first line names the columns: id, kind, "
            "objective, prompt, a.text, a.why, b.text, b.why, correct ..."
        )
    found: list[Row] = []
    losses = [
        Loss("first line", head, "No key is called so; the column is left out.")
        for head in heads
        if head and not _known(head)
    ]
    heads = [head if _known(head) else "" for head in heads]
    for number, cells in enumerate(table[1:], 2):
        try:
            found.append(_row(heads, cells, f"row {number}"))
        except ValueError as error:
            losses.append(Loss(f"row {number}", WHOLE, str(error)))
    return found, losses


def _known(path: str) -> bool:
    """True for a key of some kind; a key with parts may be a gap of the author's own name."""
    first, _, rest = path.partition(".")
    return first in _KEYS or bool(rest)


def _delimiter(line: str) -> str:
    """What stands most often between the headings."""
    outside = "".join(line.split('"')[::2])
    return max(",;\t", key=outside.count)


def _heading(cell: str) -> str:
    name = unguarded(cell).strip()
    return _COLUMNS.get(name.lower(), name)


def _row(heads: list[str], cells: list[str], place: str) -> Row:
    keys: Keys = {}
    own = ""
    losses: list[Loss] = []
    if len(cells) > len(heads) and any(cells[len(heads) :]):
        losses.append(Loss(place, "cells", "It has more cells than there are headings."))
    for path, cell in zip(heads, cells, strict=False):
        text = unguarded(cell.replace("\r\n", "\n").replace("\r", "\n"))
        if path == "id":
            own = text.strip()
        elif not path and text.strip():
            losses.append(Loss(place, "cells", f"A cell under no key: {text.strip()[:60]}"))
        elif text.strip():
            put(keys, path, _value(path, text))
    if "prompt" not in keys:
        raise ValueError("It has no prompt.")
    _kind(keys)
    return own, place, keys, losses


def _value(path: str, text: str) -> object:
    name = path.rpartition(".")[2]
    if len(text) > _MOST:
        raise ValueError(f"{path} has more than {_MOST:,} characters.")
    if name in IDS and not ("." in path and name == "correct"):
        listed = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
        return [_number(path, part, int) for part in listed] if name == "panel" else listed
    if name in TEXTS:
        return from_lines(text)
    if name in NUMBERS:
        return _number(path, text, int)
    if name in FRACTIONS:
        return _number(path, text.replace(",", "."), float)
    if name in TRUTHS or (name == "answer" and "." in path):
        return _truth(path, text)
    return text


def _number(path: str, text: str, of: Callable[[str], float]) -> float:
    try:
        return of(text.strip())
    except ValueError:
        raise ValueError(f"{path}: {text.strip()[:40]!r} is no number.") from None


def _truth(path: str, text: str) -> bool:
    if text.strip().lower() not in _TRUTH:
        raise ValueError(f"{path}: {text.strip()[:40]!r} is neither true nor false.")
    return _TRUTH[text.strip().lower()]


def _kind(keys: Keys) -> None:
    """The kind, and the keys whose form hangs on it."""
    correct = keys.get("correct")
    listed = correct if isinstance(correct, list) else []
    if "kind" not in keys:
        keys["kind"] = "multiple" if len(listed) > 1 else "single"
    if keys["kind"] == "single" and len(listed) == 1:
        keys["correct"] = listed[0].strip().lower()
    elif listed:
        keys["correct"] = [letter.strip().lower() for letter in listed]
    answer = keys.get("answer")
    if isinstance(answer, str):
        number = keys["kind"] == "number"
        keys["answer"] = (
            _number("answer", answer.replace(",", "."), float)
            if number
            else _truth("answer", answer)
        )
    for letter in LETTERS:
        if keys["kind"] == "order" and parts(keys, letter).get("text"):
            keys[letter] = parts(keys, letter)["text"]
