"""The injects of an exercise for the facilitator: what is due, what waits, what was missed."""

from collections.abc import Iterator
from textwrap import wrap

from tutor.cli.plain.markdown import WIDTH, plain
from tutor.content.harmless import harmless
from tutor.study.frames.classroom import CockpitFrame, InjectRow


def blocks(frame: CockpitFrame) -> list[str]:
    """Block by block, so that only what is new need be said."""
    if not frame.since and frame.aims:
        return [_wrapped(f"Objectives for why and agree: {', '.join(frame.aims)}")]
    rows = frame.injects
    said = [_due(row) for row in rows if row.when == "now" and not row.out]
    for row in rows:
        if row.out:
            said += _out(row)
    timed = [row for row in rows if row.when.startswith("T+") and not row.out]
    if timed:
        coming = min(timed, key=lambda row: row.when)
        said.append(_wrapped(f"Next by time: {coming.id}, {coming.when}"))
    by_hand = [row.id for row in rows if row.when == "by hand" and not row.out]
    if by_hand:
        said.append(_wrapped(f"By hand: {', '.join(by_hand)}"))
    return said


def _due(row: InjectRow) -> str:
    to = f" to {row.to}" if row.to else " to everybody"
    lines = [_wrapped(f"DUE: {row.id}{to} ({row.storyline}). Type: inject {row.id}")]
    if not row.on_wall:
        said = f"{row.sender}: {_text(row.text)}" if row.sender else _text(row.text)
        lines.append(_wrapped(said, "    "))
    if row.harm:
        lines.append(_wrapped(f"Stop at once if: {_text(row.harm)}", "    "))
    if row.notes:
        lines.append(_wrapped(f"Notes: {_text(row.notes)}", "    "))
    return "\n".join(lines)


def _out(row: InjectRow) -> Iterator[str]:
    waiting = [one for one in row.expected if not one.rating]
    if waiting:
        lines = [_wrapped(f"To rate: {row.id}")]
        lines += [_wrapped(f"{one.number + 1}. {one.text}", "    ") for one in waiting]
        yield "\n".join(lines)
    if row.ask:
        yield _wrapped(f"Vote on {row.id}: type ask {row.ask}; next leads back.")
    if row.hint:
        yield _wrapped(f"HINT due for {row.id}: {_text(row.hint)} (type: hint {row.id})")
    if row.missed:
        said = "" if row.on_wall else f" {_text(row.missed)}"
        yield _wrapped(f"MISSED: {row.id}. To play what comes of it: missed {row.id}.{said}")


def _text(text: str) -> str:
    return plain(text, {}, 10_000).split("\n\nSources:")[0]


def _wrapped(text: str, indent: str = "") -> str:
    lines = wrap(harmless(text), WIDTH, initial_indent=indent, subsequent_indent=indent)
    return "\n".join(lines)
