"""A value that a model refuses, in one sentence and with the mend."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from pydantic import BaseModel

from tutor.content.diagnostics import Rule
from tutor.content.harmless import harmless, listed, quoted
from tutor.content.origin import author_path, spelt
from tutor.content.positions import KeyPath
from tutor.content.shape_rules import (
    BAD_ID,
    DATE,
    LINK,
    NEWER,
    NOT_ONE,
    OUT_OF_RANGE,
    UNKNOWN_KIND,
    WRONG_TYPE,
)
from tutor.content.suggest import did_you_mean
from tutor.model.base import ID_PATTERN
from tutor.model.course import FORMAT, CourseHead
from tutor.model.items import Cloze, Single
from tutor.model.scenario import HOUR_PATTERN

_LARGEST_SHOWN = 10**12
_LETTER = r"^[a-h]$"


@dataclass(frozen=True, slots=True)
class Said:
    """A rule with its sentence. `on_key`: the caret belongs under the key."""

    rule: Rule
    message: str
    hint: str = ""
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class _Case:
    key: str
    """The place as the author writes it, for example `b.credit`."""
    value: object
    context: dict[str, object]
    in_list: bool


def sentence(
    model: type[BaseModel],
    kind: str,
    location: KeyPath,
    value: object,
    context: dict[str, object],
) -> Said:
    """`kind`, `value` and `context` are pydantic's error type, its input and its context."""
    path = author_path(location)
    case = _Case(spelt(path), value, context, bool(path) and isinstance(path[-1], int))
    special = _special(model, kind, location, case)
    if special is not None:
        return special
    return _SENTENCES.get(kind, _other)(case)


def _special(model: type[BaseModel], kind: str, location: KeyPath, case: _Case) -> Said | None:
    if model is CourseHead and location == ("format",):
        return _format(case)
    if isinstance(case.value, (date, datetime, time)):
        written = case.value.isoformat()[:10]
        hint = f'Between quotes: {case.key} = "{written}"'
        return Said(DATE, f"{quoted(case.key)} is read as a date without quotes.", hint)
    if model is Single and location == ("correct",) and isinstance(case.value, tuple):
        return _one_correct(case)
    if kind == "string_pattern_mismatch" and len(location) > 1 and case.value == location[-1]:
        return _bad_key(case)
    if model is Cloze and location[:1] == ("gaps",) and len(location) == 2:
        hint = f"Write {case.key}.accept = ['''...'''], or {case.key}.choices and .correct"
        return Said(WRONG_TYPE, f"{quoted(case.key)} is a gap and has parts.", hint, on_key=True)
    return None


def _format(case: _Case) -> Said:
    if isinstance(case.value, int) and not isinstance(case.value, bool) and case.value > FORMAT:
        message = (
            f"The course has format {_shown(case.value)}, and this version of the tutor reads "
            f"format {FORMAT}."
        )
        return Said(NEWER, message, "Update the tutor.")
    return Said(WRONG_TYPE, "`format` is the number 1.", "No quotes: format = 1")


def _one_correct(case: _Case) -> Said:
    letters = case.value if isinstance(case.value, tuple) else ()
    if len(letters) == 1 and isinstance(letters[0], str):
        hint = f'Without brackets: correct = "{harmless(letters[0])[:20]}"'
        return Said(WRONG_TYPE, "`correct` names one answer here, so it is no list.", hint)
    message = (
        f"A question of kind single has exactly one right answer, and {len(letters)} stand here."
    )
    return Said(NOT_ONE, message, 'Keep one, or write kind = "multiple".')


def _bad_key(case: _Case) -> Said:
    word = str(case.value)
    if case.context.get("pattern") == _LETTER:
        message = f"{quoted(word)} is no letter from a to h."
        return Said(BAD_ID, message, "Points of a rubric are lettered a to h.", on_key=True)
    message = f"{quoted(word)} cannot be an id: small letters a to z, digits and single hyphens."
    return Said(BAD_ID, message, _mended_id(word), on_key=True)


def _text(case: _Case) -> Said:
    value = case.value
    if isinstance(value, tuple):
        return Said(
            WRONG_TYPE, f"{quoted(case.key)} is one text, no list.", "Take the brackets away."
        )
    if isinstance(value, dict):
        inner = next(iter(value), "")
        message = f"{quoted(case.key)} is a text itself and has no parts."
        hint = f"Write {case.key} = '''...''' without {quoted('.' + str(inner))}."
        return Said(WRONG_TYPE, message, hint, on_key=True)
    message = f"{_place(case)} is a text and stands between quotes."
    return Said(WRONG_TYPE, message, f"With quotes: {_line(case, _in_quotes(value))}")


def _number(case: _Case) -> Said:
    value = case.value
    message = f"{_place(case)} is a whole number."
    if isinstance(value, str) and re.fullmatch(r"\s*[+-]?\d{1,9}\s*", value):
        message = f"{_place(case)} is a number and stands without quotes."
        return Said(WRONG_TYPE, message, f"No quotes: {_line(case, value.strip())}")
    if isinstance(value, float) and abs(value) < _LARGEST_SHOWN:
        return Said(WRONG_TYPE, message, f"For example: {_line(case, str(round(value)))}")
    return Said(WRONG_TYPE, message, f"For example: {_line(case, '1')}")


def _decimal(case: _Case) -> Said:
    value = case.value
    if isinstance(value, str) and re.fullmatch(r"\s*\d{0,6}[.,]?\d{1,6}\s*", value):
        message = f"{_place(case)} is a number and stands without quotes."
        plain = value.strip().replace(",", ".")
        return Said(WRONG_TYPE, message, f"No quotes: {_line(case, plain)}")
    return Said(WRONG_TYPE, f"{_place(case)} is a number.", f"For example: {_line(case, '0.5')}")


def _truth(case: _Case) -> Said:
    value = case.value
    word = value.strip().lower() if isinstance(value, str) else ""
    if word in ("true", "false"):
        message = f"{_place(case)} stands without quotes."
        return Said(WRONG_TYPE, message, f"No quotes: {_line(case, word)}")
    message = f"{_place(case)} is true or false."
    return Said(WRONG_TYPE, message, f"For example: {_line(case, 'true')}")


def _list(case: _Case) -> Said:
    message = f"{quoted(case.key)} is a list and stands in brackets."
    return Said(WRONG_TYPE, message, f'For example: {case.key} = ["...", "..."]')


def _parts(case: _Case) -> Said:
    message = f"{quoted(case.key)} has parts, and a single value stands here."
    inner = "text" if len(case.key) == 1 else "..."
    hint = f"Write the parts on lines of their own: {case.key}.{inner} = '''...'''"
    return Said(WRONG_TYPE, message, hint, on_key=True)


def _pattern(case: _Case) -> Said:
    pattern = str(case.context.get("pattern", ""))
    word = case.value if isinstance(case.value, str) else ""
    if pattern == ID_PATTERN:
        message = (
            f"{quoted(word)} cannot be an id: small letters a to z, digits and single hyphens."
        )
        return Said(BAD_ID, message, _mended_id(word))
    if pattern == _LETTER:
        message = f"{quoted(word)} is no answer letter: answers are lettered a to h."
        return Said(BAD_ID, message, f'For example: {case.key} = "a"')
    if pattern == HOUR_PATTERN:
        message = f"{quoted(word)} is no hour of the day."
        return Said(DATE, message, f'Four digits between quotes: {case.key} = "0610"')
    if pattern.startswith(r"^\d{4}"):
        message = f"{quoted(word)} is no date of the form year-month-day."
        return Said(DATE, message, f'For example: {case.key} = "2000-10-31", "2000-10" or "2000"')
    if pattern.startswith("^https"):
        message = f"{quoted(word)} is no address that begins with https:// and has no blank."
        return Said(LINK, message, "Leave the key out if the document has no such address.")
    return Said(
        OUT_OF_RANGE, f"{quoted(word)} is not written as {quoted(case.key)} needs it.", _form(case)
    )


def _form(case: _Case) -> str:
    forms = {
        "version": 'Three numbers: version = "1.0.0"',
        "lang": 'A language, or a language and a country: lang = "en" or lang = "pt-BR"',
    }
    return forms.get(case.key, "The skeleton shows the form: tutor new WHAT NAME --stdout")


def _closed_list(case: _Case) -> Said:
    allowed = re.findall(r"'([^']*)'", str(case.context.get("expected", "")))
    if not isinstance(case.value, str):
        return _text(case)
    hint = did_you_mean(case.value, allowed)
    choices = f"Possible: {listed(allowed)}."
    message = f"{quoted(case.value)} is not possible for {quoted(case.key)}."
    return Said(UNKNOWN_KIND, message, f"{hint} {choices}".strip())


def _too_short(case: _Case) -> Said:
    if isinstance(case.value, str):
        message = f"{_place(case)} is empty."
        return Said(OUT_OF_RANGE, message, "Write the text, or take the key out if it is optional.")
    least = _shown(case.context.get("min_length"))
    count = _shown(case.context.get("actual_length"))
    message = f"{_things(case)} has {count} entries and needs at least {least}."
    return Said(OUT_OF_RANGE, message, "Add what is missing.")


def _too_long(case: _Case) -> Said:
    most = _shown(case.context.get("max_length"))
    if isinstance(case.value, str):
        message = f"{_place(case)} has {len(case.value):,} characters; the limit is {most}."
        return Said(OUT_OF_RANGE, message, "Shorten it or split it.")
    count = _shown(case.context.get("actual_length"))
    message = f"{_things(case)} has {count} entries; the limit is {most}."
    return Said(OUT_OF_RANGE, message, "Take some out, or split the block.")


def _beyond(words: str, limit: str) -> Callable[[_Case], Said]:
    def said(case: _Case) -> Said:
        edge = _shown(case.context.get(limit))
        message = f"{_place(case)} is {_shown(case.value)}; it must be {words} {edge}."
        return Said(OUT_OF_RANGE, message, "Correct the number.")

    return said


def _other(case: _Case) -> Said:
    hint = "The skeleton shows what each key can have: tutor new WHAT NAME --stdout"
    return Said(WRONG_TYPE, f"{_place(case)} cannot have this value.", hint)


_SENTENCES: dict[str, Callable[[_Case], Said]] = {
    "string_type": _text,
    "int_type": _number,
    "int_from_float": _number,
    "int_parsing": _number,
    "float_type": _decimal,
    "float_parsing": _decimal,
    "finite_number": _decimal,
    "bool_type": _truth,
    "bool_parsing": _truth,
    "tuple_type": _list,
    "dict_type": _parts,
    "model_type": _parts,
    "model_attributes_type": _parts,
    "string_pattern_mismatch": _pattern,
    "literal_error": _closed_list,
    "enum": _closed_list,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "greater_than_equal": _beyond("at least", "ge"),
    "less_than_equal": _beyond("at most", "le"),
    "greater_than": _beyond("more than", "gt"),
    "less_than": _beyond("less than", "lt"),
}


def _place(case: _Case) -> str:
    return f"An entry of {quoted(case.key)}" if case.in_list else quoted(case.key)


def _things(case: _Case) -> str:
    lists = {"answers": "The list of answers", "gaps": "The list of gaps"}
    return lists.get(case.key) or quoted(case.key)


def _line(case: _Case, value: str) -> str:
    return f"{case.key} = [{value}]" if case.in_list else f"{case.key} = {value}"


def _in_quotes(value: object) -> str:
    if isinstance(value, (int, float)) and abs(value) < _LARGEST_SHOWN:
        return f"'''{str(value).lower()}'''"
    return "'''...'''"


def _shown(value: object) -> str:
    """A number, or the word for one that nobody meant to write."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        value = int(value) if isinstance(value, float) and value.is_integer() else value
        return f"{value:,}" if abs(value) < _LARGEST_SHOWN else "a very large number"
    return "something else"


def _mended_id(word: str) -> str:
    mended = "-".join(re.findall("[a-z0-9]+", word[:64].lower()))
    return f"For example: {mended}" if mended and mended != word else ""
