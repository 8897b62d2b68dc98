"""T007, T008, T024, T025, T026: what stands where a value is expected."""

import re

from tutor.content.diagnostics import Diagnostic, Fix
from tutor.content.syntax import mending
from tutor.content.syntax.block_text import BlockText, shorten

_TRUTH = re.compile(r"\b(?:TRUE|FALSE|True|False|tRUE|fALSE)\b")
_YES_NO = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_ONE_LETTER_UP = re.compile(r"(?P<word>[A-Za-z]+)[ \t]*(?:#[^\n]*)?")
_NUMBER = re.compile(r"[+-]?[.\d][\d.,_ ]*(?P<unit>[ \t]*%)?[ \t]*(?:#[^\n]*)?")
_OTHER_SIGNS = re.compile(r"[\"\[\]{}=]|(?<!\w)'|'(?!\w)")
"""In a text without quotes: more than an apostrophe inside a word leaves its ends in doubt."""
_FINISHED = re.compile(r"[\w.+:-]+")


def truth_value(block: BlockText, _at: int) -> Diagnostic | None:
    """T007: True and False as a spreadsheet or Python writes them, yes and no."""
    place = block.statement.value - block.statement.start
    if block.value.startswith("["):
        match = _TRUTH.search(block.outside, place)
        return _truth(block, match.start(), match[0]) if match else None
    single = _ONE_LETTER_UP.fullmatch(block.value.rstrip())
    if not single:
        return None
    word = single["word"]
    if word.lower() in ("true", "false") and word != word.lower():
        return _truth(block, place, word)
    meant = _YES_NO.get(word.lower())
    if meant is None:
        return None
    message = f"`{word}` is not a truth value; there are only two: true and false."
    return block.report("T007", block.statement.value, len(word), message, f"Write {meant}.")


def _truth(block: BlockText, place: int, word: str) -> Diagnostic:
    start = block.statement.start + place
    message = f"`{word}` is not known: true and false are written in small letters."
    fix = Fix(start, start + len(word), word.lower())
    return block.report("T007", start, len(word), message, f"Write {word.lower()}.", fix)


def mend_truth(block: BlockText) -> str:
    """The statement with the truth values outside its strings in small letters; same length."""
    source, outside = block.source, block.outside
    for match in _TRUTH.finditer(outside, block.statement.value - block.statement.start):
        source = source[: match.start()] + match[0].lower() + source[match.end() :]
    return source


def no_value(block: BlockText, _at: int) -> Diagnostic | None:
    """T008: nothing behind the equals sign, or only on the next line."""
    statement = block.statement
    if statement.loose:
        return None
    between = block.slice(statement.separator[1], statement.value)
    place = statement.separator[0]
    if "\n" in between:
        message = (
            f"The value of `{block.key.strip()}` starts on the next line; it is not found there."
        )
        hint = "Start the text behind the equals sign."
        return block.report("T008", place, 1, message, hint, mending.joined(block))
    first = block.value.split("\n", 1)[0].strip()
    if first and not first.startswith("#"):
        return None
    message = f"The key `{block.key.strip()}` has no value."
    hint = "Write the value behind the equals sign, a text between ''', or delete the line."
    return block.report("T008", place, 1, message, hint)


def number(block: BlockText, _at: int) -> Diagnostic | None:
    """T026: decimal commas, thousands, per cent signs, leading zeros."""
    value = block.value.rstrip()
    match = _NUMBER.fullmatch(value)
    if not match or not any(char.isdigit() for char in value) or value.count(".") > 1:
        return None
    message = f"`{shorten(value)}` is not spelled as a number is expected."
    hint = "Use digits and a point only, as in 80 or 0.5; a text belongs between '''."
    return block.report("T026", block.statement.value, len(value), message, hint)


def unquoted(block: BlockText, at: int) -> Diagnostic | None:
    """T025: a text without quotes, as a value or in a list."""
    if block.statement.loose or not block.value:
        return None
    in_list = block.value.startswith(("[", "{"))
    start = at if in_list else block.statement.value
    text = block.slice(start, block.statement.end)
    if not text[:1].isalpha() and (in_list or text[:1] in "'\""):
        return None
    word = text
    if in_list and (found := _FINISHED.match(text)):
        word = found[0]
    half = word.rstrip().endswith(("'", '"'))
    hint = "The opening ''' is missing." if half else "Write ''' before and after the text."
    message = f"`{shorten(word)}` stands without quotes; only numbers, true and false may."
    fix = None if in_list else _with_quotes(block, text.rstrip())
    return block.report("T025", start, len(shorten(word)), message, hint, fix)


def _with_quotes(block: BlockText, text: str) -> Fix | None:
    inner = text.removesuffix("'''")
    if _OTHER_SIGNS.search(inner):
        return None
    return mending.between_three(block, inner)


def behind_value(block: BlockText, _at: int) -> Diagnostic | None:
    """T024: the value is complete and the line goes on."""
    tail = block.tail
    if block.statement.loose or not tail.strip() or tail.strip().startswith("#"):
        return None
    start = block.statement.value_end + len(tail) - len(tail.lstrip())
    message = f"Behind the value stands `{shorten(tail)}`, where the line has to end."
    hint = "Start a new line, put # before a comment, or close the text at its real end."
    return block.report("T024", start, len(shorten(tail)), message, hint)
