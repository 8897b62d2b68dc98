"""Item statistics pooled over sessions: by item and by its content, as it was pinned."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tutor.engine.classroom import tally
from tutor.engine.item_statistics import ItemStatistics, Sheet, Spread, item_statistics
from tutor.model.classroom.plan import Ballot, PinnedQuestion
from tutor.model.classroom.state import ClassState, Vote


@dataclass(frozen=True, slots=True)
class PooledItem:
    """An item with what all sessions know of it. `ref`: `course/module/item`."""

    ref: str
    question: PinnedQuestion
    sessions: int
    found: ItemStatistics


@dataclass(slots=True)
class _Pool:
    question: PinnedQuestion
    first: list[Spread] = field(default_factory=list)
    pairs: list[tuple[Spread, Spread]] = field(default_factory=list)
    sheets: list[tuple[str, Sheet]] = field(default_factory=list)
    sessions: int = 0


def content_hash(question: PinnedQuestion) -> str:
    """Meaning and wording together: an edited question begins anew."""
    return f"{question.fingerprint.meaning}-{question.fingerprint.wording}"


def pooled(states: Iterable[ClassState]) -> dict[tuple[str, str], PooledItem]:
    """By item ref and content hash. Private questions and rehearsals are in no statistics."""
    pools: dict[tuple[str, str], _Pool] = {}
    for state in states:
        if state.head is None or state.head.rehearsal:
            continue
        for item, question in state.head.questions.items():
            key = (f"{state.head.module}/{item}", content_hash(question))
            if not question.private:
                _add(pools.setdefault(key, _Pool(question)), state)
    return {key: _measured(key[0], pool) for key, pool in pools.items() if pool.sessions}


def _add(pool: _Pool, state: ClassState) -> None:
    item = pool.question.item
    votes, sheets = _voted(state.votes.get(item)), list(_sheets(state, item))
    pool.first.extend(votes[:1])
    pool.pairs.extend([(votes[0], votes[-1])] if len(votes) > 1 else [])
    pool.sheets.extend(sheets)
    pool.sessions += bool(votes or sheets)


def _voted(vote: Vote | None) -> list[Spread]:
    """The rounds with votes, in order."""
    if vote is None:
        return []
    found = []
    for number in range(1, len(vote.rounds) + 1):
        one = tally.tally(vote, number, 0)
        if one.people:
            found.append(Spread(one.counts, one.people, tally.share_right(vote, number)))
    return found


def _sheets(state: ClassState, item: str) -> Iterable[tuple[str, Sheet]]:
    """The individual sheets on which this item was answered."""
    assert state.head is not None
    questions = state.head.questions
    for test in state.tests.values():
        for sheet in test.sheets:
            if item in sheet:
                yield sheet[item], {name: o in questions[name].right for name, o in sheet.items()}


def _measured(ref: str, pool: _Pool) -> PooledItem:
    question = pool.question
    found = item_statistics(
        question.options,
        question.right,
        pool.first,
        pool.pairs,
        pool.sheets,
        question.item,
        lines=question.ballot is Ballot.MANY,
    )
    return PooledItem(ref, question, pool.sessions, found)
