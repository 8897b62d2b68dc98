"""A table at random, so that not always the same one has to speak first."""

from tutor.model.classroom.state import ClassState
from tutor.ports import Dice

TABLE_SIZE = 5
"""People at a table, where no table has answered yet."""


def any_table(state: ClassState, dice: Dice) -> str:
    """Which table it is, or why none is picked, as a sentence."""
    if state.vote and state.vote.private:
        return "This question is private: nobody is picked."
    named = {name for vote in state.votes.values() for one in vote.rounds for name in one.tables}
    named |= {name for test in state.tests.values() for name in test.scratches}
    tables = sorted(named) or [str(n + 1) for n in range(-(-state.present // TABLE_SIZE))]
    if not tables:
        return "No table has answered yet. Say first how many people are present."
    return f"Table {dice.sample(tables, 1)[0]}"
