"""The line that opens a block: T005, T009, T013, T022, T024."""

import re
from dataclasses import replace

from tutor.content.diagnostics import Diagnostic, Fix
from tutor.content.positions import Lines
from tutor.content.syntax.block_text import finding, shorten
from tutor.content.syntax.keys import suggestion
from tutor.content.syntax.spaces import ORDINARY
from tutor.content.syntax.statements import Header

_ID = re.compile(r"[a-z0-9-]+")
_DOTTED = re.compile(r"[\w\"'-]+(?:[ \t]*\.[ \t]*[\w\"'-]+)+")


def check_header(file: str, lines: Lines, header: Header) -> Diagnostic | None:
    """None when the line is exactly an id in square brackets, perhaps with a comment."""
    for rule in (_odd_blank, _form, _brackets, _name, _trailing):
        if found := rule(file, lines, header):
            return found
    return None


def _at_name(
    code: str, file: str, lines: Lines, header: Header, message: str, hint: str
) -> Diagnostic:
    end = header.name_at + max(len(header.name), 1)
    end = min(end, len(lines.text))
    start = min(header.name_at, end)
    return finding(code, file, lines, start, end, message, hint, block=header.name)


def _odd_blank(file: str, lines: Lines, header: Header) -> Diagnostic | None:
    old = lines.text[header.start : header.end].split("#", 1)[0]
    new = old.translate(ORDINARY)
    if new == old:
        return None
    first = next(at for at, (a, b) in enumerate(zip(old, new, strict=True)) if a != b)
    place = header.start + first
    message = "A special blank stands in this line. It looks like a blank and is another character."
    hint = "Replace it by an ordinary blank, or delete it."
    fix = Fix(header.start, header.start + len(old), new)
    return finding("T005", file, lines, place, place + 1, message, hint, block=header.name, fix=fix)


def _form(file: str, lines: Lines, header: Header) -> Diagnostic | None:
    name = header.name.strip("\"' ")
    if header.opening == "[[":
        message = f"`[[{shorten(name)}]]` is a list of blocks; courses do not use it."
        hint = "Give each thing a block with an id of its own: [q-1], [q-2]."
        return _at_name("T022", file, lines, header, message, hint)
    if not _DOTTED.fullmatch(header.name):
        return None
    first, rest = name.split(".", 1)
    message = f"`[{shorten(name)}]` is a block inside a block; courses do not use it."
    hint = f"Use dotted keys inside [{first.strip()}]: {rest.strip()}.text = '''...'''."
    return _at_name("T022", file, lines, header, message, hint)


def _brackets(file: str, lines: Lines, header: Header) -> Diagnostic | None:
    if len(header.opening) == len(header.closing):
        return None
    missing = "closing ]" if header.opening else "opening ["
    message = f"The {missing} of the block's name `{shorten(header.name)}` is missing."
    if len(header.closing) > 1:
        message = f"Behind the block's name `{shorten(header.name)}` stands one ] too many."
    hint = f"Write [{header.name}]."
    found = _at_name("T009", file, lines, header, message, hint)
    alone = lines.text[header.start : header.end].strip(" \t[]") == header.name
    if not alone or _ID.fullmatch(header.name) is None:
        return found
    return replace(found, fix=Fix(header.start, header.end, f"[{header.name}]"))


def _name(file: str, lines: Lines, header: Header) -> Diagnostic | None:
    if _ID.fullmatch(header.name):
        return None
    message = f"`{shorten(header.name)}` cannot name a block: an id uses a-z, 0-9 and hyphens only."
    if not header.name:
        message = "Between the square brackets a name is missing."
    better = suggestion(header.name, blank="-").replace(".", "-").replace("_", "-")
    hint = f"For example: [{better}]" if better else "Write an id between the brackets: [q-1]"
    return _at_name("T013", file, lines, header, message, hint)


def _trailing(file: str, lines: Lines, header: Header) -> Diagnostic | None:
    if header.trailing < 0:
        return None
    message = f"Behind [{header.name}] the line has to end."
    hint = "Start a new line for the first key."
    start, end = header.trailing, header.end
    return finding("T024", file, lines, start, end, message, hint, block=header.name)
