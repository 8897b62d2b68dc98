"""A question in the room, from the first vote to the debrief."""

import pytest

from tests.engine.classroom.rooms import Room, at, hands, voted
from tutor.engine.classroom import refusal, tally
from tutor.model.classroom import happenings as h
from tutor.model.classroom.state import Phase, Vote


def vote(room: Room) -> Vote:
    found = room.state.vote
    assert found is not None
    return found


def test_peer_instruction_from_vote_to_debrief() -> None:
    room = at("q1", *voted(a=9, b=8, c=3))
    assert tally.share_right(vote(room), 1) == 0.45
    assert "discuss for 3 minutes" in tally.advice(vote(room))
    room.do(h.DiscussionStarted(), h.VotingOpened(round=2), hands(2, a=17, b=3))
    room.do(h.VotingClosed(round=2), h.Revealed(), h.BarsShown(round=1), h.BarsShown(round=2))
    room.do(h.DebriefStarted())
    assert room.state.phase is Phase.DEBRIEF
    assert room.state.ignored == 0
    assert vote(room).bars == (1, 2)
    assert tally.rounds_gain(vote(room)) == pytest.approx((0.85 - 0.45) / 0.55)
    assert "somebody who changed" in tally.advice(vote(room))


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [(5, 15, "explain"), (6, 14, "discuss"), (14, 6, "discuss"), (15, 5, "short")],
)
def test_advice_follows_the_share_of_right_answers(right: int, wrong: int, said: str) -> None:
    assert said in tally.advice(vote(at("q1", *voted(a=right, b=wrong))))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"a": 15, "b": 5}, "largely agrees"),
        ({"a": 10, "b": 10}, "is split"),
        ({"a": 7, "b": 7, "c": 6}, "No view leads"),
    ],
)
def test_a_judgement_is_advised_by_how_split_the_room_is(counts: dict[str, int], said: str) -> None:
    room = at("judge", *voted(**counts))
    assert said in tally.advice(vote(room))
    assert tally.share_right(vote(room), 1) is None


def test_ways_mix_in_one_tally_and_say_so() -> None:
    room = at("q1", h.VotingOpened(round=1), hands(a=4, b=2), present=23)
    room.do(h.VotesCounted(way=h.Way.LAN, round=1, counts={"a": 10, "c": 7}))
    found = tally.tally(vote(room), 1, room.state.present)
    assert found.counts == {"a": 14, "b": 2, "c": 7}
    assert found.sentence == "6 hands + 17 LAN of 23 present"
    assert not found.too_many
    room.do(h.TableAnswered(table="3", round=1, chosen=("b",), people=5))
    found = tally.tally(vote(room), 1, room.state.present)
    assert found.sentence == "6 hands + 17 LAN + 5 at 1 table of 23 present"
    assert found.too_many
    assert found.people == 28


def test_a_later_count_of_one_way_takes_the_place_of_the_earlier() -> None:
    room = at("q1", h.VotingOpened(round=1), hands(a=4), hands(a=5), h.VotingClosed(round=1))
    room.do(hands(a=6, b=1))
    assert tally.tally(vote(room), 1, 20).counts == {"a": 6, "b": 1, "c": 0}


def test_lines_are_voted_on_one_by_one() -> None:
    room = at("lines", h.VotingOpened(round=1))
    assert "how many people" in refusal(room.state, hands(a=9, c=2))
    room.do(hands(voters=10, a=9, b=10, c=2))
    assert tally.share_right(vote(room), 1) == pytest.approx((9 + 10 + 8 + 10) / 40)
    assert "lines" in tally.advice(vote(room))


@pytest.mark.parametrize("way", [h.Way.HANDS, h.Way.CARDS])
def test_a_private_question_has_no_hands_and_no_tables(way: h.Way) -> None:
    room = at("private", h.VotingOpened(round=1), h.VotingClosed(round=1))
    seen = h.VotesCounted(way=way, round=1, counts={"a": 1})
    assert "private" in refusal(room.state, seen)
    assert "private" in refusal(room.state, h.TableAnswered(table="1", round=1, chosen=("a",)))


def test_a_private_question_is_counted_after_closing_and_shown_from_five_on() -> None:
    room = at("private", h.VotingOpened(round=1))
    slips = h.VotesCounted(way=h.Way.SLIPS, round=1, counts={"a": 3, "b": 1})
    assert "once, after voting is closed" in refusal(room.state, slips)
    room.do(h.VotingClosed(round=1), slips)
    assert "Fewer than 5" in refusal(room.state, h.BarsShown(round=1))
    assert tally.share_right(vote(room), 1) is None
    room.do(h.VotesCounted(way=h.Way.SLIPS, round=1, counts={"a": 4, "b": 1}))
    assert refusal(room.state, h.BarsShown(round=1)) == ""
    assert tally.share_right(vote(room), 1) == 0.8


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (h.VotingClosed(round=1), "not open"),
        (hands(a=1), "not open"),
        (h.VotingOpened(round=2), "next round is round 1"),
        (h.BarsShown(round=1), "no round 1"),
        (h.DebriefStarted(), "Reveal the answer"),
        (h.QuestionShown(item="unknown"), "not part of this session"),
        (h.StepChanged(step=99), "no step 100"),
        (h.InjectReleased(inject="first"), "not started"),
        (h.StageChanged(stage=h.Stage.TEAM), "not at a team test"),
        (h.SituationShown(), "No scenario"),
        (h.TimerAdjusted(seconds=30), "No timer"),
        (h.HotWashNoted(round=h.HotWash.IMPROVE, text="x"), "no hot wash"),
    ],
)
def test_what_means_nothing_is_refused_with_a_sentence(what: h.ClassHappening, said: str) -> None:
    assert said in refusal(at("q1").state, what)


def test_an_open_vote_keeps_the_session_where_it_is() -> None:
    state = at("q1", h.VotingOpened(round=1)).state
    for what in (h.StepChanged(step=0), h.Revealed(), h.BarsShown(round=1), h.Ended()):
        assert "Voting is open" in refusal(state, what)
    assert "no answer d" in refusal(state, hands(d=1))
    assert "cannot give" in refusal(state, hands(voters=2, a=3))


def test_no_vote_after_the_answer_was_shown() -> None:
    state = at("q1", *voted(a=3, b=3), h.Revealed()).state
    assert "only measure memory" in refusal(state, h.VotingOpened(round=2))


def test_a_question_answered_in_words_has_tables_and_no_count() -> None:
    room = at("words")
    assert "in words" in refusal(room.state, h.VotingOpened(round=1))
    room.do(h.TableAnswered(table="2", text="the liaison officer"), h.Revealed())
    assert vote(room).rounds[0].tables["2"].text == "the liaison officer"
    assert room.state.phase is Phase.REVEALED


def test_a_question_out_of_turn_and_back_to_the_step() -> None:
    room = at("l/p", h.QuestionShown(item="q2"), *voted(a=2, b=1), h.Revealed())
    assert room.state.phase is Phase.REVEALED
    assert room.do(h.StepChanged(step=0)).subject == ""
    assert room.do(h.QuestionShown(item="q2")).phase is Phase.REVEALED
    assert room.state.ignored == 0
