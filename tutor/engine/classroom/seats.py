"""Seats: attendance, and answers under call-signs. Private questions have neither."""

from datetime import datetime
from typing import Any

from tutor.engine.classroom.base import Rule, head_of
from tutor.engine.classroom.voting import in_round, not_counting
from tutor.model.classroom.happenings import SeatAnswered, SeatLeft, SeatTaken
from tutor.model.classroom.plan import Ballot, Privacy
from tutor.model.classroom.state import ClassState, Phase, Seat

COUNTS_ONLY = "This session keeps counts only: nobody takes a seat. Type how many are present."
TREES = (
    "Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel",
    "Larch", "Maple", "Oak", "Pine", "Rowan", "Willow",
)  # fmt: skip
"""What call-signs are made of: they say nothing about anybody."""


def call_sign(seat: int) -> str:
    """The call-sign of a seat: the same in every session, dealt with the seat."""
    return f"{TREES[(seat - 1) % len(TREES)]}-{seat}"


def next_seat(state: ClassState) -> int:
    """The seat after the last one that was ever taken."""
    return max(state.seats, default=0) + 1


def _no_entry(state: ClassState, what: SeatTaken) -> str:
    if head_of(state).privacy is Privacy.AGGREGATE:
        return COUNTS_ONLY
    seat = state.seats.get(what.seat)
    return f"Seat {what.seat} is taken." if seat is not None and seat.left is None else ""


def _enter(state: ClassState, what: SeatTaken, at: datetime) -> ClassState:
    before = state.seats.get(what.seat)
    seat = Seat(entered=before.entered if before else at)
    return _with(state, what.seat, seat)


def _no_leaving(state: ClassState, what: SeatLeft) -> str:
    seat = state.seats.get(what.seat)
    return "" if seat and seat.left is None else f"Nobody sits in seat {what.seat}."


def _leave(state: ClassState, what: SeatLeft, at: datetime) -> ClassState:
    return _with(state, what.seat, state.seats[what.seat].model_copy(update={"left": at}))


def _with(state: ClassState, number: int, seat: Seat) -> ClassState:
    """The head count follows the seats: with seats nobody counts twice."""
    seats = state.seats | {number: seat}
    there = sum(one.left is None for one in seats.values())
    return state.model_copy(update={"seats": seats, "present": there})


def _no_answer(state: ClassState, what: SeatAnswered) -> str:
    if head_of(state).privacy is not Privacy.PSEUDONYMOUS:
        return "Answers stand under call-signs only in a session that was begun with them."
    if state.vote is not None and state.vote.private:
        return "This question is private: nobody's answer is kept. Count folded slips."
    if refused := not_counting(state, what.round):
        return refused
    if state.phase is not Phase.OPEN:
        return "Voting is closed; what came in stays as it is."
    seat, vote = state.seats.get(what.seat), state.vote
    if seat is None or seat.left is not None:
        return f"Nobody sits in seat {what.seat}."
    assert vote is not None
    if unknown := sorted(set(what.chosen) - set(vote.options)):
        return f"There is no answer {unknown[0]}."
    one = vote.ballot is Ballot.ONE
    if (one and len(what.chosen) != 1) or len(set(what.chosen)) != len(what.chosen):
        return "One answer each here." if one else "An answer is named once."
    return ""


def _answer(state: ClassState, what: SeatAnswered, _at: datetime) -> ClassState:
    return in_round(state, lambda one: {"signed": one.signed | {what.seat: what.chosen}})


RULES: dict[type, Rule[Any]] = {
    SeatTaken: Rule(_no_entry, _enter),
    SeatLeft: Rule(_no_leaving, _leave),
    SeatAnswered: Rule(_no_answer, _answer),
}
