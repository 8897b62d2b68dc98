"""The state machine: whatever is said to it, these hold."""

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.classroom.rooms import HEAD, Room, at, happenings, rebuilt, voted
from tutor.engine.classroom import START, apply, fold, refusal, standing, undoable
from tutor.engine.classroom.machine import RULES
from tutor.engine.classroom.voting import UNSEEN
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import Ballot, Privacy
from tutor.model.classroom.state import ClassState, Overlay, Phase

ANY = st.lists(happenings(), max_size=40)

LIKELY = st.lists(
    st.one_of(
        happenings(),
        st.sampled_from(
            [
                h.VotingOpened(round=1),
                h.VotesCounted(way=h.Way.HANDS, round=1, counts={"a": 3, "b": 2}),
                h.VotesCounted(way=h.Way.LAN, round=1, counts={"a": 6}),
                h.VotingClosed(round=1),
                h.BarsShown(round=1),
                h.DiscussionStarted(),
                h.VotingOpened(round=2),
                h.Revealed(),
                h.DebriefStarted(),
                h.SeatTaken(seat=1),
                h.SeatAnswered(seat=1, round=1, chosen=("a",)),
                h.ExerciseStarted(),
                h.InjectReleased(inject="first"),
                h.ExpectationRated(inject="first", expectation=0, rating=h.Rating.MISSED),
                *(h.StepChanged(step=step) for step in range(len(HEAD.agenda))),
            ]
        ),
    ),
    max_size=40,
)
"""Random, with more of what belongs together, so that deep states are reached."""


def holds(state: ClassState) -> None:
    """The invariants of a session."""
    assert state.head is not None
    assert -1 <= state.step < len(state.head.agenda)
    assert (state.step == -1) == (state.phase is Phase.LOBBY)
    assert state.subject == "" or state.subject in state.votes
    if state.phase is Phase.OPEN:
        assert state.vote is not None
        assert state.vote.rounds
        assert not state.vote.revealed
    if state.phase in (Phase.REVEALED, Phase.DEBRIEF) and state.vote is not None:
        assert state.vote.revealed
    if state.vote is not None and state.vote.revealed:
        assert state.phase in (Phase.REVEALED, Phase.DEBRIEF)
    for vote in state.votes.values():
        assert set(vote.bars) <= set(range(1, len(vote.rounds) + 1))
        assert not (vote.ballot is Ballot.NONE and vote.bars)
        for one in vote.rounds:
            counted = [count for way in one.ways.values() for count in way.counts.items()]
            assert all(option in vote.options for option, _ in counted)
            if vote.private:
                assert not one.tables
                assert not one.signed
                assert set(one.ways) <= UNSEEN
            assert not one.signed or state.head.privacy is Privacy.PSEUDONYMOUS
    assert not state.seats or state.head.privacy is not Privacy.AGGREGATE
    for record in state.exercises.values():
        told = {*record.hints, *record.missed, *record.rated, *(one.inject for one in record.harms)}
        assert told <= set(record.released)
        assert set(record.missed) <= set(record.rated)
    assert (state.overlay is Overlay.HOT_WASH) <= (state.hot_wash is not None)
    running = [n for n, watch in state.spent.items() if watch.since]
    assert running in ([], [state.step])
    if state.overlay in (Overlay.PAUSED, Overlay.ENDED):
        assert not running
        assert state.timer is None or state.timer.watch.since is None


@given(LIKELY, st.sampled_from(Privacy))
@settings(max_examples=200)
def test_the_invariants_hold_after_any_sequence(
    whats: list[h.ClassHappening], privacy: Privacy
) -> None:
    room = Room(privacy=privacy)
    state = START
    for event in (*room.events,):
        state = apply(state, event)
    for what in whats:
        refused = refusal(state, what)
        room.do(what)
        after = apply(state, room.events[-1])
        if refused:
            assert refused.endswith(".")
            assert after == state.model_copy(update={"ignored": state.ignored + 1})
        holds(after)
        state = after
    assert state == fold(rebuilt(room.events))


@given(ANY)
@settings(max_examples=100)
def test_undo_of_the_last_event_is_the_state_before_it(whats: list[h.ClassHappening]) -> None:
    """And so on, one after the other, down to the opening."""
    room = Room(*whats)
    for length in range(len(standing(room.events)) - 1, 0, -1):
        last = undoable(room.events)
        assert last is not None
        room.do(h.Undone(event=last.id))
        assert room.state == fold(room.events[:length])
    assert undoable(room.events) is None


def test_every_happening_has_a_rule() -> None:
    kinds = set(get_args(get_args(h.ClassHappening)[0]))
    assert set(RULES) == kinds - {h.Undone}


def test_nothing_happens_before_the_opening_and_nothing_after_the_end() -> None:
    assert refusal(START, h.PresentCounted(people=3)) == "The session is not open yet."
    room = Room(h.Ended())
    assert refusal(room.state, h.Opened(head=HEAD)) == "The session is open already."
    assert refusal(room.state, h.PresentCounted(people=3)).startswith("The session has ended.")
    room.do(h.Undone(event=room.events[-1].id))
    assert refusal(room.state, h.PresentCounted(people=3)) == ""


def test_a_journal_edited_by_hand_folds_without_an_exception() -> None:
    room = at("q1", *voted(a=3))
    assert fold(room.events[1:]) == START.model_copy(update={"ignored": 5})
    room.do(h.Undone(event="e0"), h.Undone(event="nobody"))
    assert room.state.head is None


def test_undo_of_an_earlier_event_leaves_out_what_rested_on_it() -> None:
    room = at("q1", *voted(a=3), h.Undone(event="e3"))
    assert room.state.phase is Phase.SHOWN
    assert room.state.ignored == 2
