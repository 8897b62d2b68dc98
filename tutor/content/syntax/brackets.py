"""T009, T010, T019: lists."""

import re

from tutor.content.diagnostics import Diagnostic, Fix
from tutor.content.syntax.block_text import BlockText, shorten

# The deepest key of the format has three parts; what goes beyond 32 is an accident or an attack.
MAX_NESTING = 32
_STRING = r"""(?:"[^"\\\n]*"|'[^'\n]*'|\'\'\'[^'\n]+\'\'\')"""
_STRINGS = rf"{_STRING}(?:[ \t]*,[ \t]*{_STRING})*[ \t]*,?"
"""Entries of a list on one line, whose ends are beyond doubt."""


def too_deep(block: BlockText, _at: int) -> Diagnostic | None:
    """T019: more brackets inside brackets, or parts of a key, than MAX_NESTING."""
    if max(block.statement.depth, block.key.count(".") + 1) <= MAX_NESTING:
        return None
    message = f"This goes more than {MAX_NESTING} levels deep; no course needs that."
    hint = "Write a plain list, or a key of two or three parts."
    return block.report("T019", block.statement.start, 1, message, hint)


def comma_missing(block: BlockText, at: int) -> Diagnostic | None:
    """T010: a new entry starts, or a wrong sign stands, where a comma is expected."""
    if (
        not block.value.startswith("[")
        or not block.statement.value < at < block.statement.value_end
    ):
        return None
    before = block.slice(block.statement.value, at).rstrip()
    sign = block.slice(at, at + 1)
    if before[-1:] in "[,{=" or not (sign.isalnum() or sign in "\"'[{;|/&+-"):
        return None
    message = "Between two entries of this list a comma is missing."
    if sign in ";|/&":
        message = f"The entries of a list are separated by commas, not by `{sign}`."
    entry = shorten(block.slice(at, at + 30).split(",")[0])
    gap = block.slice(at - 1, at)
    fix = Fix(at, at + 1, ",") if sign == ";" else None
    if sign in "\"'" and before[-1:] in "\"'" and gap.isspace():
        place = block.statement.value + len(before)
        fix = Fix(place, place, ",")
    return block.report("T010", at, 1, message, f"Write a comma before `{entry}`.", fix)


def bracket_missing(block: BlockText, at: int) -> Diagnostic | None:
    """T009: a list without its ] or its [."""
    if block.value.startswith("["):
        return _no_closing(block, at)
    tail = block.tail.strip()
    if block.statement.loose or not tail.startswith((",", "]")) or not block.statement.strings:
        return None
    message = "Several entries stand here without the opening [ of a list."
    if "]" not in tail:
        message = "Several entries stand here without the brackets of a list."
    hint = 'Write a list between [ and ]: ["a", "c"].'
    start, value = block.statement.value, block.value.rstrip()
    whole = Fix(start, start + len(value), f"[{value}]") if _listed(block) else None
    return block.report("T009", start, 1, message, hint, whole)


def _listed(block: BlockText) -> bool:
    """True for `"a", "c"` on one line: strings, commas between them, and nothing else."""
    return re.fullmatch(_STRINGS, block.value.rstrip()) is not None


def _no_closing(block: BlockText, at: int) -> Diagnostic | None:
    wrong = block.slice(at, at + 1)
    if not block.statement.open_bracket and wrong not in (")", "}", ">"):
        return None
    place = block.statement.value_end if block.statement.open_bracket else at
    message = "The list that starts with [ has no closing ]."
    if wrong in (")", "}", ">"):
        message = f"The list that starts with [ ends with {wrong} in place of ]."
    hint = "Write ] behind the last entry."
    start, value = block.statement.value, block.value.rstrip()
    fix = None
    if re.fullmatch(_STRINGS, value[1:].rstrip(")}>").strip()):
        fix = Fix(start, start + len(value), f"{value.rstrip(')}>')}]")
    return block.report("T009", max(place - 1, start), 1, message, hint, fix)
