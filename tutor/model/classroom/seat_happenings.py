"""Who is there, by seat. A seat is a number: names stand in a file of their own, if at all."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from tutor.model.base import Frozen
from tutor.model.classroom.typed import MOST_PEOPLE
from tutor.model.responses import storable

SeatNumber = Annotated[int, Field(ge=1, le=MOST_PEOPLE)]

PersonName = Annotated[str, BeforeValidator(storable), Field(min_length=1, max_length=120)]


class SeatTaken(Frozen):
    """Somebody came in."""

    kind: Literal["seat-taken"] = "seat-taken"
    seat: SeatNumber


class SeatLeft(Frozen):
    """Somebody went for good."""

    kind: Literal["seat-left"] = "seat-left"
    seat: SeatNumber


class SeatAnswered(Frozen):
    """An answer under a call-sign; a later one in the same round takes its place."""

    kind: Literal["seat-answer"] = "seat-answer"
    seat: SeatNumber
    round: Annotated[int, Field(ge=1)]
    chosen: tuple[str, ...]


class RosterNames(Frozen):
    """The names of a session by seat, kept beside the journal so that they can be erased alone."""

    names: dict[int, PersonName] = {}
