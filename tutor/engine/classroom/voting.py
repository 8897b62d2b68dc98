"""A question in the room: rounds of voting, discussion, bars, the reveal."""

from datetime import datetime
from typing import Any

from tutor.engine.classroom import tally
from tutor.engine.classroom.base import Rule, head_of, pinned
from tutor.model.classroom.happenings import (
    BarsShown,
    DebriefStarted,
    DiscussionStarted,
    QuestionShown,
    Revealed,
    TableAnswered,
    VotesCounted,
    VotingClosed,
    VotingOpened,
    Way,
)
from tutor.model.classroom.plan import Ballot, PinnedQuestion, StepKind
from tutor.model.classroom.state import ClassState, Phase, Round, TableVote, Vote, WayCount

MOST_ROUNDS = 9
"""Rounds of voting on one question; a second is the method, a third is rare."""

UNSEEN = frozenset({Way.SLIPS, Way.LAN, Way.TERMINAL})
"""Ways in which nobody in the room sees who answers what."""

NOTHING_TO_VOTE = "There is nothing to vote on here."
NOT_OPEN = "Voting is not open. Open it first."


def fresh(question: PinnedQuestion) -> Vote:
    """A question that nobody has voted on yet."""
    return Vote(
        options=question.options,
        ballot=question.ballot,
        right=question.right,
        judgement=question.judgement,
        private=question.private,
    )


def phase_of(vote: Vote | None) -> Phase:
    """The phase in which a question is found when the session comes back to it."""
    if vote is None or not (vote.rounds or vote.revealed):
        return Phase.SHOWN
    return Phase.REVEALED if vote.revealed else Phase.CLOSED


def _no_question(state: ClassState, what: QuestionShown) -> str:
    if what.item not in head_of(state).questions:
        return f"The question {what.item} is not part of this session."
    if state.phase is Phase.LOBBY:
        return "The session has not begun. Go to the first step."
    if state.phase is Phase.OPEN:
        return "Voting is open. Close it before you show another question."
    return "This question is shown already." if state.subject == what.item else ""


def _show(state: ClassState, what: QuestionShown, _at: datetime) -> ClassState:
    votes = {what.item: fresh(head_of(state).questions[what.item])} | state.votes
    phase = phase_of(votes[what.item])
    return state.model_copy(update={"subject": what.item, "votes": votes, "phase": phase})


def _not_votable(state: ClassState) -> str:
    vote = state.vote
    if vote is None:
        return NOTHING_TO_VOTE
    if vote.ballot is Ballot.NONE:
        return "This question is answered in words; there is nothing to count. Reveal it instead."
    return ""


def _no_opening(state: ClassState, what: VotingOpened) -> str:
    if refused := _not_votable(state):
        return refused
    assert state.vote is not None
    if state.phase is Phase.OPEN:
        return "Voting is open already."
    if state.vote.revealed:
        return "The answer has been shown; a vote after it would only measure memory."
    following = len(state.vote.rounds) + 1
    if following > MOST_ROUNDS:
        return f"There were {MOST_ROUNDS} rounds already. Reveal the answer."
    return "" if what.round == following else f"The next round is round {following}."


def _open(state: ClassState, _what: VotingOpened, _at: datetime) -> ClassState:
    assert state.vote is not None
    vote = state.vote.model_copy(update={"rounds": (*state.vote.rounds, Round())})
    return _with(state, vote, Phase.OPEN)


def _no_closing(state: ClassState, _what: VotingClosed) -> str:
    return "" if state.phase is Phase.OPEN else NOT_OPEN


def _close(state: ClassState, _what: VotingClosed, _at: datetime) -> ClassState:
    return state.model_copy(update={"phase": Phase.CLOSED})


def not_counting(state: ClassState, number: int) -> str:
    """Why no votes for this round can come in now."""
    if refused := _not_votable(state):
        return refused
    assert state.vote is not None
    if state.phase not in (Phase.OPEN, Phase.CLOSED) or not state.vote.rounds:
        return NOT_OPEN
    last = len(state.vote.rounds)
    return "" if number == last else f"Votes are counted for round {last} now."


def _no_votes(state: ClassState, what: VotesCounted) -> str:
    if refused := not_counting(state, what.round):
        return refused
    vote = state.vote
    assert vote is not None
    if vote.private:
        if what.way not in UNSEEN:
            return "This question is private: count folded slips, no hands and no cards."
        if state.phase is Phase.OPEN:
            return "This question is private: it is counted once, after voting is closed."
    if unknown := sorted(set(what.counts) - set(vote.options)):
        return f"There is no answer {unknown[0]}."
    total = sum(what.counts.values())
    if vote.ballot is Ballot.ONE:
        wrong = what.voters not in (0, total)
        return f"{what.voters} people cannot give {total} votes here." if wrong else ""
    if what.voters < max(what.counts.values(), default=0):
        return "Say how many people answered: at least as many as the largest count."
    return ""


def _count(state: ClassState, what: VotesCounted, _at: datetime) -> ClassState:
    voters = what.voters or sum(what.counts.values())
    count = WayCount(counts={o: n for o, n in what.counts.items() if n}, voters=voters)
    return in_round(state, lambda one: {"ways": one.ways | {what.way: count}})


def _no_table(state: ClassState, what: TableAnswered) -> str:
    vote = state.vote
    if vote is not None and vote.private:
        return "This question is private: no table answers it aloud."
    if vote is not None and vote.ballot is Ballot.NONE:
        return "" if what.text and not vote.revealed else "Write down what the table answered."
    if refused := not_counting(state, what.round):
        return refused
    assert vote is not None
    if unknown := sorted(set(what.chosen) - set(vote.options)):
        return f"There is no answer {unknown[0]}."
    one = vote.ballot is Ballot.ONE
    if (one and len(what.chosen) != 1) or len(set(what.chosen)) != len(what.chosen):
        return "A table gives one answer here." if one else "A table names an answer once."
    return ""


def _table(state: ClassState, what: TableAnswered, _at: datetime) -> ClassState:
    said = TableVote(chosen=what.chosen, people=what.people, text=what.text)
    assert state.vote is not None
    if not state.vote.rounds:
        vote = state.vote.model_copy(update={"rounds": (Round(),)})
        state = _with(state, vote, state.phase)
    return in_round(state, lambda one: {"tables": one.tables | {what.table: said}})


def _no_discussion(state: ClassState, _what: DiscussionStarted) -> str:
    if state.phase is Phase.OPEN:
        return "Voting is open. Close it before the discussion."
    if state.phase is Phase.DISCUSS:
        return "The discussion is on."
    if state.phase is Phase.LOBBY:
        return "The session has not begun. Go to the first step."
    revealed = state.phase in (Phase.REVEALED, Phase.DEBRIEF)
    return "The answer has been shown; the talk about it is the debrief." if revealed else ""


def _discuss(state: ClassState, _what: DiscussionStarted, _at: datetime) -> ClassState:
    if state.vote is None:
        return state.model_copy(update={"phase": Phase.DISCUSS})
    return _with(state, state.vote.model_copy(update={"discussed": True}), Phase.DISCUSS)


def _no_bars(state: ClassState, what: BarsShown) -> str:
    if refused := _not_votable(state):
        return refused
    vote = state.vote
    assert vote is not None
    if state.phase is Phase.OPEN:
        return "Voting is open. Bars that are seen now draw the room to the majority."
    if what.round > len(vote.rounds):
        return f"There was no round {what.round}."
    if what.round in vote.bars:
        return "The bars of this round are shown already."
    people = tally.tally(vote, what.round, state.present).people
    if not people:
        return "Nobody has voted in this round."
    if not tally.may_show(vote, people):
        return f"Fewer than {tally.PRIVATE_FROM} answers to a private question are never shown."
    return ""


def _bars(state: ClassState, what: BarsShown, _at: datetime) -> ClassState:
    assert state.vote is not None
    vote = state.vote.model_copy(update={"bars": (*state.vote.bars, what.round)})
    return _with(state, vote, state.phase)


def _no_reveal(state: ClassState, _what: Revealed) -> str:
    question = pinned(state)
    if question is None:
        return "There is no answer to reveal here."
    if not question.keyed:
        return "This question has no answer to reveal; it is there to think about."
    if state.phase is Phase.OPEN:
        return "Voting is open. Close it before you reveal."
    return "The answer is shown." if state.phase in (Phase.REVEALED, Phase.DEBRIEF) else ""


def _reveal(state: ClassState, _what: Revealed, _at: datetime) -> ClassState:
    assert state.vote is not None
    return _with(state, state.vote.model_copy(update={"revealed": True}), Phase.REVEALED)


def _no_debrief(state: ClassState, _what: DebriefStarted) -> str:
    if state.phase is Phase.DEBRIEF:
        return "The debrief is on."
    if state.now is not None and state.now.kind is StepKind.SCENARIO and pinned(state) is None:
        run = state.runs.get(state.now.ref)
        over = run is not None and not state.subject and state.phase is Phase.SHOWN
        return "" if over else "The scenario has not ended; its debrief comes after the ending."
    return "" if state.phase is Phase.REVEALED else "Reveal the answer before its debrief."


def _debrief(state: ClassState, _what: DebriefStarted, _at: datetime) -> ClassState:
    return state.model_copy(update={"phase": Phase.DEBRIEF})


def _with(state: ClassState, vote: Vote, phase: Phase) -> ClassState:
    return state.model_copy(update={"votes": state.votes | {state.subject: vote}, "phase": phase})


def in_round(state: ClassState, change: Any) -> ClassState:
    """The state with the last round of the present vote changed."""
    assert state.vote is not None
    *before, last = state.vote.rounds
    rounds = (*before, last.model_copy(update=change(last)))
    return _with(state, state.vote.model_copy(update={"rounds": rounds}), state.phase)


RULES: dict[type, Rule[Any]] = {
    QuestionShown: Rule(_no_question, _show),
    VotingOpened: Rule(_no_opening, _open),
    VotingClosed: Rule(_no_closing, _close),
    VotesCounted: Rule(_no_votes, _count),
    TableAnswered: Rule(_no_table, _table),
    DiscussionStarted: Rule(_no_discussion, _discuss),
    BarsShown: Rule(_no_bars, _bars),
    Revealed: Rule(_no_reveal, _reveal),
    DebriefStarted: Rule(_no_debrief, _debrief),
}
