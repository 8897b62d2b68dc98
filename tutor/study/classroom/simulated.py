"""A simulated class that only answers, so that an instructor can practise with the keys in hand.

`act` is called about once a second: while voting is open a few more answers come in each time.
"""

from tutor.engine.classroom.team_test import solved
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import Ballot
from tutor.model.classroom.state import Phase, Vote
from tutor.ports import Dice
from tutor.study.classroom.rehearse import KNOWS, KNOWS_AFTER, TABLE_SIZE, choice, votes
from tutor.study.classroom.session import ClassSession

SHARE = 6
"""At each look a sixth of the class answers."""


class SimulatedRoom:
    """People made of dice. They answer by phone, on slips where the question is private."""

    def __init__(self, people: int, dice: Dice) -> None:
        self._people = people
        self._dice = dice
        self._in = 0
        self._counts: dict[str, int] = {}
        self._round: tuple[str, int] = ("", 0)

    def act(self, session: ClassSession) -> None:
        """Do what people would have done in the last second."""
        state = session.state
        if state.overlay is not None:
            return
        if not state.present:
            session.do(h.PresentCounted(people=self._people))
        test = state.tests.get(state.step)
        if test is not None and not state.subject:
            self._test(session, test.stage)
        vote = state.vote
        if vote is None:
            return
        if vote.ballot is Ballot.NONE:
            self._say(session, vote)
        elif vote.rounds and self._wanted(vote, state.phase):
            self._answer(session, vote)

    def _wanted(self, vote: Vote, phase: Phase) -> bool:
        """Whether answers can come in: slips are counted after closing."""
        return phase is (Phase.CLOSED if vote.private else Phase.OPEN)

    def _answer(self, session: ClassSession, vote: Vote) -> None:
        """A few more answers."""
        now = (session.state.subject, len(vote.rounds))
        if now != self._round:
            self._round, self._in, self._counts = now, 0, {}
        missing = self._people - self._in
        if not missing:
            return
        more = missing if vote.private else min(missing, max(1, self._people // SHARE))
        knows = KNOWS if len(vote.rounds) == 1 else KNOWS_AFTER
        labels = {key: label for label, key in session.labels().items()}
        for label, count in votes(vote, labels, more, self._dice, knows).items():
            self._counts[label] = self._counts.get(label, 0) + count
        self._in += more
        session.count(h.Way.SLIPS if vote.private else h.Way.LAN, self._counts, self._in)

    def _say(self, session: ClassSession, vote: Vote) -> None:
        """One table reads out what it wrote."""
        said = vote.rounds and vote.rounds[0].tables
        if not said and not vote.private and not vote.revealed:
            session.table("1", (), TABLE_SIZE, "An answer in words.")

    def _test(self, session: ClassSession, stage: h.Stage) -> None:
        state = session.state
        questions = [
            session.head.questions[item] for item in (state.now.items if state.now else ())
        ]
        test = state.tests[state.step]
        if stage is h.Stage.INDIVIDUAL and not test.sheets:
            sheets = [
                {one.item: choice(one.options, one.right, self._dice, KNOWS) for one in questions}
                for _ in range(self._people)
            ]
            self._dice.shuffle(sheets)
            session.do(h.SheetsCounted(sheets=tuple(sheets)))
        elif stage is h.Stage.TEAM:
            for table in range(1, max(1, self._people // TABLE_SIZE) + 1):
                self._scratch(session, str(table))

    def _scratch(self, session: ClassSession, table: str) -> None:
        """A table scratches one field of the first question that it has not solved."""
        state = session.state
        card = state.tests[state.step].scratches.get(table, {})
        for item in state.now.items if state.now else ():
            question, tried = session.head.questions[item], card.get(item, ())
            if solved(tried, question.right):
                continue
            left = [option for option in question.options if option not in tried]
            option = choice(left, question.right, self._dice, KNOWS_AFTER)
            session.do(h.TableScratched(table=table, item=item, option=option))
            return
