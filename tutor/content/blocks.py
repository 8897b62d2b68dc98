"""Cut a course file at its `[id]` lines and read each block alone.

One broken block never hides the others, and a text that is never closed ends at the next block.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tutor.content import ordinary
from tutor.content.decode import Decoded, decode
from tutor.content.diagnostics import Diagnostic, Fix, Span, has_errors
from tutor.content.ordinary import Piece
from tutor.content.positions import Lines, Positions
from tutor.content.syntax.block_text import finding
from tutor.content.syntax.examine import Body, examine
from tutor.content.syntax.headers import check_header
from tutor.content.syntax.statements import Header, Statement, split

# A question bank of the largest course so far has 222 blocks; beyond 2,000 a list of findings and
# a screen of questions serve nobody, and reading time stays under a second.
MAX_BLOCKS = 2_000


@dataclass(frozen=True, slots=True)
class RawBlock:
    """The source of one block, not read yet.

    `name` is what stands between the brackets, "" for the head before the first of them.
    `first_line` is the line of the header (1 for the head), `text` all below it, and `start` the
    offset of `text` in the file's text.
    """

    name: str
    header_span: Span | None
    first_line: int
    text: str
    start: int
    header: Header | None = field(default=None, repr=False)
    statements: tuple[Statement, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Block:
    """A block that can be used: what tomli read, and where each key of it stands."""

    name: str
    data: dict[str, object]
    positions: Positions = field(repr=False)
    first_line: int = 1
    header_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """One file: usable blocks in their order, findings in theirs.

    `broken` names blocks that exist and cannot be used, so that a reference to one of them is
    not reported as a reference to nothing. The head is "".
    """

    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...]
    broken: frozenset[str] = frozenset()


def cut(text: str) -> tuple[RawBlock, ...]:
    """The head, which may be empty, and then one block for each header line."""
    return _cut(Lines.of(text))


def parse(text: str, file: str) -> Parsed:
    """Blocks and findings of a text that `decode` gave; `file` is only the name to print."""
    lines = Lines.of(text)
    pieces = ordinary.pieces(text, MAX_BLOCKS)
    if pieces is not None:
        return Parsed(tuple(_block(lines, piece) for piece in pieces), ())
    return _carefully(lines, file)


def _carefully(lines: Lines, file: str) -> Parsed:
    """Statement by statement, so that each fault is found and hurts no other block."""
    raws = _cut(lines)
    blocks: list[Block] = []
    broken: set[str] = set()
    diagnostics: list[Diagnostic] = list(_too_many(file, lines, raws))
    seen: dict[str, int] = {}
    for raw in raws[: MAX_BLOCKS + 1]:
        block, found = _read(file, lines, raw)
        found.extend(_named_twice(file, lines, raw, seen))
        diagnostics.extend(found)
        if block is None or has_errors(found):
            broken.add(raw.name)
        else:
            blocks.append(block)
        if raw.header is not None:
            seen.setdefault(raw.name, raw.first_line)
    usable = {block.name for block in blocks}
    return Parsed(tuple(blocks), tuple(sorted(diagnostics)), frozenset(broken - usable))


def parse_bytes(data: bytes, file: str) -> Parsed:
    """The whole door: the bytes of one file to blocks and findings.

    Fixes count in the file as it lies on the disk. A block with a forbidden character is broken.
    """
    decoded = decode(data, file)
    if decoded.text is None:
        return Parsed((), decoded.diagnostics)
    parsed = parse(decoded.text, file)
    marked = {found.line for found in decoded.diagnostics if found.code == "T018"}
    hurt = _names_at(cut(decoded.text), marked) if marked else frozenset()
    # The reader stumbles over the same character; one finding for a line is enough.
    rest = (found for found in parsed.diagnostics if found.line not in marked)
    moved = (_moved(decoded, found) for found in rest)
    return Parsed(
        tuple(block for block in parsed.blocks if block.name not in hurt),
        tuple(sorted((*decoded.diagnostics, *moved))),
        parsed.broken | hurt,
    )


def _block(lines: Lines, piece: Piece) -> Block:
    positions = Positions(lines, piece.start, piece.end)
    if piece.header is None:
        return Block(piece.name, piece.data, positions)
    span = lines.span(*piece.header)
    return Block(piece.name, piece.data, positions, span.start.line, span)


def _cut(lines: Lines) -> tuple[RawBlock, ...]:
    items = split(lines.text)
    heads = [place for place, item in enumerate(items) if isinstance(item, Header)]
    limits = [*heads, len(items)]
    blocks = [_raw(lines, None, items[: limits[0]], _start(items, limits[0], lines))]
    for place, following in zip(heads, limits[1:], strict=True):
        header = items[place]
        if isinstance(header, Header):
            inner = items[place + 1 : following]
            blocks.append(_raw(lines, header, inner, _start(items, following, lines)))
    return tuple(blocks)


def _start(items: tuple[Header | Statement, ...], place: int, lines: Lines) -> int:
    return items[place].start if place < len(items) else len(lines.text)


def _raw(
    lines: Lines, header: Header | None, inner: tuple[Header | Statement, ...], end: int
) -> RawBlock:
    statements = tuple(item for item in inner if isinstance(item, Statement))
    if header is None:
        return RawBlock("", None, 1, lines.text[:end], 0, None, statements)
    span = lines.span(header.start, header.end)
    start = min(header.end + 1, len(lines.text))
    text = lines.text[start:end]
    return RawBlock(header.name, span, span.start.line, text, start, header, statements)


def _read(file: str, lines: Lines, raw: RawBlock) -> tuple[Block | None, list[Diagnostic]]:
    body = Body(file, raw.name, lines, raw.start, raw.text, raw.statements)
    examined = examine(body)
    found = list(examined.diagnostics)
    if raw.header and (fault := check_header(file, lines, raw.header)):
        found.insert(0, fault)
    if examined.data is None:
        return None, found
    block = Block(raw.name, examined.data, examined.positions, raw.first_line, raw.header_span)
    return block, found


def _named_twice(
    file: str, lines: Lines, raw: RawBlock, seen: dict[str, int]
) -> Iterator[Diagnostic]:
    if raw.header is None or raw.name not in seen or not raw.name:
        return
    start = raw.header.name_at
    message = (
        f"[{raw.name}] is used twice (first on line {seen[raw.name]}); the second is left out."
    )
    hint = "Give the second block an id of its own. Never rename the first: records hang on it."
    end = start + len(raw.name)
    yield finding("T012", file, lines, start, end, message, hint, block=raw.name)


def _too_many(file: str, lines: Lines, raws: tuple[RawBlock, ...]) -> Iterator[Diagnostic]:
    if len(raws) <= MAX_BLOCKS + 1:
        return
    extra = raws[MAX_BLOCKS + 1]
    message = f"A file may have up to {MAX_BLOCKS:,} blocks; this one has {len(raws) - 1:,}."
    hint = "Split the content into several modules. The blocks from here on are left out."
    end = min(extra.start, len(lines.text))
    start = extra.header.start if extra.header else end
    yield finding("T021", file, lines, start, max(start, end - 1), message, hint, block=extra.name)


def _names_at(raws: tuple[RawBlock, ...], marked: set[int]) -> frozenset[str]:
    """The blocks that hold one of the lines."""
    firsts = [raw.first_line for raw in raws]
    names: set[str] = set()
    for line in marked:
        place = max(place for place, first in enumerate(firsts) if first <= line)
        names.add(raws[place].name)
    return frozenset(names)


def _moved(decoded: Decoded, found: Diagnostic) -> Diagnostic:
    """The finding with its fix, if any, counted in the file on the disk."""
    if found.fix is None:
        return found
    start, end = decoded.origin(found.fix.start), decoded.origin(found.fix.end)
    replacement = found.fix.replacement.replace("\n", decoded.line_end)
    return replace(found, fix=Fix(start, end, replacement))
