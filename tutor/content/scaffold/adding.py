"""Something added to a file that its author wrote: everything else in it stays byte for byte.

What was added is read again with the whole file. Where that does not say the same as before and
the new thing, nothing is done.
"""

import re

from tutor.content.blocks import Parsed, parse_bytes
from tutor.content.positions import KeySpan

_BOM = "\ufeff"


def with_block(data: bytes, block: str, name: str) -> bytes | None:
    """The file with a block behind its last one; None where it would not be read as one.

    `name` is the id of the block. Line ends are those that the file has.
    """
    after = behind(data, block)
    old, new = parse_bytes(data, name), parse_bytes(after, name)
    there = {one.name for one in new.blocks}
    return after if name in there and _kept(old, new) else None


def behind(data: bytes, blocks: str) -> bytes:
    """The file with more behind its end, one empty line between, in the line ends that it has."""
    text = data.decode("utf-8")
    end = _line_end(text)
    between = "" if not text.removeprefix(_BOM) else _missing(text, end)
    return (text + between + blocks.replace("\n", end)).encode("utf-8")


def with_entry(data: bytes, key: str, entry: str) -> bytes | None:
    """The file with one more text in a list of its head; None where that cannot be done safely."""
    text = data.decode("utf-8")
    old = parse_bytes(data, key)
    head = next((one for one in old.blocks if not one.name), None)
    listed = head.data.get(key) if head is not None else None
    place = head.positions.get((key,)) if head is not None else None
    if head is None or not isinstance(listed, list) or place is None:
        return None
    plain, end = head.positions.lines.text, _line_end(text)
    mark = _BOM if text.startswith(_BOM) else ""
    if text != mark + plain.replace("\n", end):
        return None
    last = head.positions.get((key, len(listed) - 1)) if listed else None
    written = _entered(plain, place, last, entry)
    after = (mark + written.replace("\n", end)).encode("utf-8")
    data_of = {one.name: one.data for one in old.blocks}
    wanted = data_of | {"": {**head.data, key: [*listed, entry]}}
    return (
        after if {one.name: one.data for one in parse_bytes(after, key).blocks} == wanted else None
    )


def _entered(text: str, place: KeySpan, last: KeySpan | None, entry: str) -> str:
    """Behind the last entry; on a line of its own where the last one stands so."""
    if last is None:
        at = place.value_start + 1
        return f'{text[:at]}"{entry}"{text[at:]}'
    before = text[place.value_start : last.value_start]
    own_line = re.search(r"\n[ \t]*\Z", before)
    comma = f",{own_line[0]}" if own_line else ", "
    return f'{text[: last.value_end]}{comma}"{entry}"{text[last.value_end :]}'


def _line_end(text: str) -> str:
    return "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"


def _missing(text: str, end: str) -> str:
    """What brings the end of the file to one empty line."""
    if not text.endswith("\n"):
        return end + end
    return "" if re.search(r"\n[ \t]*\r?\n\Z", text) else end


def _kept(old: Parsed, new: Parsed) -> bool:
    """Every block that could be read says what it said, and no new fault is there."""
    data = {one.name: repr(one.data) for one in new.blocks}
    same = all(data.get(one.name) == repr(one.data) for one in old.blocks)
    return same and len(new.diagnostics) <= len(old.diagnostics)
