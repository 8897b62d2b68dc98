"""Who is in the room: seats dealt and left, by call-sign or, where a roster is kept, by name."""

from dataclasses import dataclass

from tutor.engine.classroom import refusal
from tutor.engine.classroom.seats import COUNTS_ONLY, call_sign, next_seat
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import Privacy
from tutor.model.classroom.state import ClassState
from tutor.store.classroom import ClassRecord

LONGEST_NAME = 120
NEED_A_NAME = "This session keeps a roster: type the name of whoever comes in."
NO_NAMES = "This session deals call-signs and keeps no names."


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat with its name or call-sign; `there` False for somebody who left."""

    seat: int
    label: str
    there: bool


def rows(state: ClassState, names: dict[int, str]) -> tuple[SeatRow, ...]:
    """Every seat that was taken, in order."""
    return tuple(
        SeatRow(number, names.get(number) or call_sign(number), seat.left is None)
        for number, seat in sorted(state.seats.items())
    )


def enter(record: ClassRecord, name: str) -> str:
    """Give somebody a seat; the sentence why not, else "". Raises `StoreError` for a full disk."""
    head, said = record.state.head, " ".join(name.split())[:LONGEST_NAME]
    assert head is not None
    number = next_seat(record.state)
    if number > h.MOST_PEOPLE:
        return f"A room has up to {h.MOST_PEOPLE} seats."
    match head.privacy:
        case Privacy.AGGREGATE:
            return COUNTS_ONLY
        case Privacy.ROSTER if not said:
            return NEED_A_NAME
        case Privacy.PSEUDONYMOUS if said:
            return NO_NAMES
    taken = h.SeatTaken(seat=number)
    if refused := refusal(record.state, taken):
        return refused
    if said:
        record.name_seat(number, said)
    record.record(taken)
    return ""
