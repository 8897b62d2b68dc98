"""Read the body of one block; when tomli refuses it, find every fault that can be told apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import tomli

from tutor.content.diagnostics import Diagnostic
from tutor.content.positions import Lines, Positions, scan
from tutor.content.syntax import brackets
from tutor.content.syntax.accepted import check_accepted
from tutor.content.syntax.block_text import BlockText, shorten
from tutor.content.syntax.statements import Statement
from tutor.content.syntax.table import explain, mended

# An author mends some twenty faults of a block before looking again; a file of rubbish would
# otherwise give a finding for each of its lines.
MAX_FAULTS = 20
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a block below its header; `start` is their offset in the file's text."""

    file: str
    block: str
    lines: Lines
    start: int
    text: str
    statements: tuple[Statement, ...]

    def statement_text(self, statement: Statement) -> BlockText:
        """One statement with what the rules need."""
        source = self.lines.text[statement.start : statement.end]
        return BlockText(self.file, self.block, self.lines, statement, source)


@dataclass(frozen=True, slots=True)
class Examined:
    """`data` is None when tomli refused something; `positions` then covers the rest."""

    data: dict[str, object] | None
    positions: Positions
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Where tomli gave up; `deep` when it ran out of levels and gave no place."""

    at: int
    deep: bool = False


def examine(body: Body) -> Examined:
    """Data and places of the block, or the reasons why there are none."""
    deep = any(
        brackets.too_deep(body.statement_text(statement), 0) for statement in body.statements
    )
    data = None if deep else _load(body.text)
    if isinstance(data, dict):
        positions = scan(body.text, lines=body.lines, base=body.start)
        found = tuple(check_accepted(body.file, body.block, body.statements, positions))
        return Examined(data, positions, found[:MAX_FAULTS])
    return _diagnose(body)


def _load(text: str) -> dict[str, object] | _Refusal:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return _Refusal(error.pos)
    except RecursionError:
        return _Refusal(0, deep=True)
    except ValueError:  # a number of more digits than Python converts; it comes without a place
        return _Refusal(0)


def _diagnose(body: Body) -> Examined:
    faults: list[Diagnostic] = []
    sound: list[Statement] = []
    for statement in body.statements:
        found = _faults(body, statement)
        faults.extend(found)
        if not found:
            sound.append(statement)
        if len(faults) >= MAX_FAULTS:
            break
    repeated = _repeated(body, sound)
    sound = [statement for statement in sound if statement not in repeated]
    faults.extend(repeated.values())
    rest = _only(body, sound)
    refused = _load(rest)
    if isinstance(refused, _Refusal):
        faults.extend(_last_resort(body, refused, sound) if not faults else ())
        rest, sound = "", []
    positions = scan(rest, lines=body.lines, base=body.start)
    faults.extend(check_accepted(body.file, body.block, sound, positions))
    return Examined(None, positions, tuple(faults[:MAX_FAULTS]))


def _faults(body: Body, statement: Statement) -> list[Diagnostic]:
    """All faults of one statement: what can be mended in place is mended, and read again."""
    text = body.statement_text(statement)
    if deep := brackets.too_deep(text, 0):
        return [deep]
    found: dict[str, Diagnostic] = {}
    while isinstance(refusal := _load(text.source), _Refusal):
        if refusal.deep:
            fault = text.report("T019", statement.start, 1, "This goes too many levels deep.", "")
        else:
            fault = explain(text, statement.start + refusal.at)
        if fault.code in found:
            break
        found[fault.code] = fault
        source = mended(text, fault.code)
        if source in ("", text.source):
            break
        text = replace(text, source=source)
    return list(found.values())


def _repeated(body: Body, statements: Sequence[Statement]) -> dict[Statement, Diagnostic]:
    """T023 for each statement whose key collides with one above it."""
    whole: dict[Path, Statement] = {}
    parents: dict[Path, Statement] = {}
    found: dict[Statement, Diagnostic] = {}
    for statement in statements:
        path = _path(body.lines.text[statement.key[0] : statement.key[1]])
        above = [path[:length] for length in range(1, len(path))]
        first = whole.get(path) or parents.get(path)
        first = first or next((whole[part] for part in above if part in whole), None)
        if first is None:
            whole[path] = statement
            parents.update((part, statement) for part in above if part not in parents)
        else:
            found[statement] = _collision(body, statement, first, same=whole.get(path) is first)
    return found


def _path(key: str) -> Path:
    """The parts of a key that tomli accepted."""
    parts: list[str] = []
    inner: object = tomli.loads(f"{key} = 0")
    while isinstance(inner, dict):
        parts.extend(inner)
        inner = inner[parts[-1]]
    return tuple(parts)


def _collision(body: Body, statement: Statement, first: Statement, *, same: bool) -> Diagnostic:
    text = body.statement_text(statement)
    key = shorten(text.key)
    line = body.lines.position(first.key[0]).line
    message = f"`{key}` is used twice in this block (first on line {line})."
    hint = "Delete one of the two, or give it its own letter or name."
    if not same:
        other = shorten(body.statement_text(first).key)
        message = f"`{key}` does not go together with `{other}` on line {line}."
        hint = "A key holds either one value, or parts such as a.text and a.why; not both."
    return text.report("T023", statement.key[0], len(key), message, hint)


def _only(body: Body, statements: Sequence[Statement]) -> str:
    """The body with all but these statements blanked out; offsets stay."""
    pieces: list[str] = []
    at = body.start
    for statement in statements:
        pieces.append(_blank(body.lines.text[at : statement.start]))
        pieces.append(body.lines.text[statement.start : statement.end])
        at = statement.end
    pieces.append(_blank(body.lines.text[at : body.start + len(body.text)]))
    return "".join(pieces)


def _blank(text: str) -> str:
    return "".join("\n" if char == "\n" else " " for char in text)


def _last_resort(
    body: Body, refused: _Refusal, statements: Sequence[Statement]
) -> Sequence[Diagnostic]:
    """Each statement is sound and the block is not; say where the reader gave up."""
    at = body.start + refused.at
    near = [statement for statement in statements if statement.start <= at] or body.statements
    return [explain(body.statement_text(near[-1]), at)] if near else []
