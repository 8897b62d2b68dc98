"""Seats: attendance by name or call-sign, answers under call-signs, nothing for private items."""

from tests.engine.classroom.rooms import STEPS, Room
from tutor.engine.classroom import refusal, tally
from tutor.engine.classroom.seats import call_sign
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import Privacy


def seated(privacy: Privacy, step: str) -> Room:
    taken = [h.SeatTaken(seat=number) for number in (1, 2, 3)]
    return Room(*taken, h.StepChanged(step=STEPS[step]), h.VotingOpened(round=1), privacy=privacy)


def test_counts_only_is_the_rule() -> None:
    assert "counts only" in refusal(Room().state, h.SeatTaken(seat=1))


def test_the_head_count_follows_the_seats() -> None:
    room = seated(Privacy.ROSTER, "q1")
    assert room.state.present == 3
    room.do(h.SeatLeft(seat=2))
    assert room.state.present == 2
    assert refusal(room.state, h.SeatLeft(seat=2)) == "Nobody sits in seat 2."
    assert refusal(room.state, h.SeatTaken(seat=1)) == "Seat 1 is taken."
    room.do(h.SeatTaken(seat=2))
    assert room.state.present == 3
    signed = h.SeatAnswered(seat=1, round=1, chosen=("a",))
    assert "only in a session that was begun with them" in refusal(room.state, signed)


def test_answers_under_call_signs_are_in_the_tally_once() -> None:
    room = seated(Privacy.PSEUDONYMOUS, "q1")
    for letter in ("b", "a"):
        room.do(h.SeatAnswered(seat=1, round=1, chosen=(letter,)))
    room.do(h.VotesCounted(way=h.Way.HANDS, round=1, counts={"c": 2}))
    assert room.state.ignored == 0
    assert room.state.vote is not None
    found = tally.tally(room.state.vote, 1, room.state.present)
    assert found.counts == {"a": 1, "b": 0, "c": 2}
    assert found.sentence == "2 hands + 1 by call-sign of 3 present"
    for chosen in ((), ("a", "b"), ("z",)):
        assert refusal(room.state, h.SeatAnswered(seat=1, round=1, chosen=chosen))
    assert "Nobody sits" in refusal(room.state, h.SeatAnswered(seat=9, round=1, chosen=("a",)))
    room.do(h.VotingClosed(round=1))
    late = h.SeatAnswered(seat=2, round=1, chosen=("a",))
    assert "stays as it is" in refusal(room.state, late)


def test_nobodys_answer_to_a_private_question_is_kept() -> None:
    room = seated(Privacy.PSEUDONYMOUS, "private")
    signed = h.SeatAnswered(seat=1, round=1, chosen=("a",))
    assert "private" in refusal(room.state, signed)


def test_call_signs_are_different_and_say_nothing() -> None:
    signs = [call_sign(seat) for seat in range(1, h.MOST_PEOPLE + 1)]
    assert len(set(signs)) == h.MOST_PEOPLE
    assert signs[:2] == ["Alder-1", "Birch-2"]
