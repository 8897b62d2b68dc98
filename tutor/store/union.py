"""The union of journals: by event id, line for line, whichever comes first.

Commutative, associative and idempotent in what it holds: merging twice, or in another order, gives
the same events, and so the same progress. The same id with another content cannot be both; the
line of the journal that is there stays, the other is set aside and reported.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from tutor.engine.progress import ordered
from tutor.errors import NewerFormat, StoreError
from tutor.model.record import EVENT_FORMAT, Event

_EVENT = TypeAdapter(Event)


@dataclass(frozen=True, slots=True)
class Union:
    """`lines` in journal order, without line ends; `added` of them are new to the first journal.

    `refused`: lines of the second whose id is there with another content. `cloned`: devices that
    wrote two different events under one number, as happens when a folder was copied.
    """

    lines: tuple[bytes, ...]
    added: int
    refused: tuple[bytes, ...]
    cloned: tuple[str, ...]


def union(mine: Iterable[bytes], theirs: Iterable[bytes]) -> Union:
    """Merge the lines of two journals. Raises `StoreError` for a line that is no event, and
    `NewerFormat` for one that a newer program wrote: a merge never drops what it cannot read."""
    here = {event.id: (event, line) for event, line in map(_parsed, mine)}
    known = len(here)
    refused = []
    for event, line in map(_parsed, theirs):
        if event.id not in here:
            here[event.id] = (event, line)
        elif here[event.id][1] != line:
            refused.append(line)
    order = ordered(event for event, _ in here.values())
    return Union(
        lines=tuple(here[event.id][1] for event in order),
        added=len(here) - known,
        refused=tuple(refused),
        cloned=_cloned(order),
    )


def _parsed(raw: bytes) -> tuple[Event, bytes]:
    line = raw.rstrip(b"\r\n")
    try:
        event = _EVENT.validate_json(line)
    except ValidationError as error:
        raise StoreError(
            "A line of the journal cannot be read, so it was not merged.",
            "Open the profile once on its own machine: the program repairs it and says how.",
        ) from error
    if event.format > EVENT_FORMAT:
        raise NewerFormat(
            "A newer version of this program wrote a part of the journal.",
            "Merge with the newer version.",
        )
    return event, line


def _cloned(events: Iterable[Event]) -> tuple[str, ...]:
    seen: dict[tuple[str, int], str] = {}
    found = {
        event.device
        for event in events
        if seen.setdefault((event.device, event.sequence), event.id) != event.id
    }
    return tuple(sorted(found))
