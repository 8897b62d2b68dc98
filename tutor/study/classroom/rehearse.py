"""A simulated class, for practice and for load: nobody at the keyboard, everything recorded.

The people are dice: about half are right at first, three quarters after a discussion.
"""

from collections.abc import Iterator, Sequence

from tutor.engine.classroom import tally
from tutor.engine.classroom.exercise import earliest
from tutor.engine.classroom.team_test import solved
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import Ballot, Step, StepKind
from tutor.model.classroom.state import Phase, Vote
from tutor.ports import Dice
from tutor.study.classroom.offers import deciding
from tutor.study.classroom.session import ClassSession

KNOWS, KNOWS_AFTER = 0.5, 0.75
"""Chance of a right answer in the first round, and after a discussion."""

BY_HAND = 4
"""Each how many-th person raises a hand instead of using a phone."""

TABLE_SIZE = 5


def rehearse(session: ClassSession, people: int, dice: Dice) -> Iterator[str]:
    """Run a fresh session to its end; yields after each verb what was done, as a sentence.

    `people`: 1 to `MOST_PEOPLE`. Stops early only if the session refuses to go on.
    """
    session.do(h.PresentCounted(people=people))
    yield f"{people} people are present."
    while not session.forward():
        step = session.state.now
        assert step is not None
        yield f"Step {session.state.step + 1}: {step.kind.value}, {step.title}"
        yield from _step(session, step, people, dice)
    session.do(h.Ended())
    yield "The session has ended."


def _step(session: ClassSession, step: Step, people: int, dice: Dice) -> Iterator[str]:
    match step.kind:
        case StepKind.SLIDE if session.cockpit().discuss:
            session.do(h.DiscussionStarted())
            yield "The class discusses the prompt of the page."
        case StepKind.QUESTION:
            yield from _question(session, people, dice)
        case StepKind.SCENARIO:
            yield from _scenario(session, people, dice)
        case StepKind.TEST:
            yield from _test(session, step, people, dice)
        case StepKind.EXERCISE:
            yield from _exercise(session, people, dice)
        case StepKind.HOT_WASH:
            yield from _hot_wash(session)


def _question(session: ClassSession, people: int, dice: Dice) -> Iterator[str]:
    vote = session.state.vote
    if vote is None:
        return
    if vote.ballot is Ballot.NONE:
        if not vote.private:
            yield _done(session.table("1", (), TABLE_SIZE, "An answer in words."), "Table 1 says.")
        yield _done(session.do(h.Revealed()), "The answer is shown.")
        return
    yield from _vote(session, people, dice, KNOWS)
    if "discuss" in session.cockpit().advice:
        yield _done(session.do(h.DiscussionStarted()), "The class discusses.")
        yield from _vote(session, people, dice, KNOWS_AFTER)
    now = session.state.vote
    for number in range(1, len(now.rounds) + 1 if now else 0):
        yield _done(session.bars(number), f"The bars of round {number} are shown.")
    yield _done(session.do(h.Revealed()), "The answer is shown.")
    yield _done(session.do(h.DebriefStarted()), "Debrief.")


def _vote(session: ClassSession, people: int, dice: Dice, knows: float) -> Iterator[str]:
    """One round: phones and hands, or slips where the question is private."""
    yield _done(session.open_voting(), "Voting is open.")
    vote = session.state.vote
    if vote is None:
        return
    labels = {key: label for label, key in session.labels().items()}
    if vote.private:
        session.close_voting()
        yield _counted(session, h.Way.SLIPS, votes(vote, labels, people, dice, knows), people)
    else:
        by_hand = people // BY_HAND
        phones = people - by_hand
        yield _counted(session, h.Way.LAN, votes(vote, labels, phones, dice, knows), phones)
        yield _counted(session, h.Way.HANDS, votes(vote, labels, by_hand, dice, knows), by_hand)
        session.close_voting()
    number = len(vote.rounds)
    state = session.state
    assert state.vote is not None
    yield f"Round {number}: {tally.tally(state.vote, number, state.present).sentence}."


def _counted(session: ClassSession, way: h.Way, votes: dict[str, int], people: int) -> str:
    return _done(session.count(way, votes, people), f"{people} answers by {way.value}.")


def votes(
    vote: Vote, labels: dict[str, str], people: int, dice: Dice, knows: float
) -> dict[str, int]:
    """Votes by label of so many people, who each know the answer with this chance."""
    found = dict.fromkeys(labels.values(), 0)
    for _ in range(people):
        if vote.ballot is Ballot.MANY:
            for option in vote.options:
                ticked = (option in vote.right) == (dice.random() < knows)
                found[labels[option]] += ticked
        else:
            found[labels[choice(vote.options, vote.right, dice, knows)]] += 1
    return found


def choice(options: Sequence[str], right: Sequence[str], dice: Dice, knows: float) -> str:
    """An option: a right one with this chance, else any."""
    pool = right if right and dice.random() < knows else options
    return dice.sample(pool, 1)[0]


def _scenario(session: ClassSession, people: int, dice: Dice) -> Iterator[str]:
    """Every situation put to the vote, to the ending and its debrief."""
    yield _done(session.forward(), "The scenario begins.")
    while deciding(session.state):
        yield from _vote(session, people, dice, KNOWS)
        refused = session.decide()
        if refused and session.state.vote is not None:
            leading = tally.leaders(session.state.vote, len(session.state.vote.rounds))
            names = {key: label for label, key in session.labels().items()}
            refused = session.decide(names[leading[0]])
        yield _done(refused, "The class has decided.")
        if session.state.phase is not Phase.REVEALED:
            return
        yield _done(session.forward(), "The next situation.")
    yield _done(session.do(h.DebriefStarted()), "After-action review.")


def _test(session: ClassSession, step: Step, people: int, dice: Dice) -> Iterator[str]:
    questions = [session.head.questions[item] for item in step.items]
    yield _done(session.stage(), "Each person answers alone.")
    sheets = [
        {one.item: choice(one.options, one.right, dice, KNOWS) for one in questions}
        for _ in range(people)
    ]
    dice.shuffle(sheets)
    yield _done(session.do(h.SheetsCounted(sheets=tuple(sheets))), f"{people} sheets are in.")
    yield _done(session.stage(), "The teams scratch.")
    for number in range(1, max(1, people // TABLE_SIZE) + 1):
        for one in questions:
            tried: list[str] = []
            while not solved(tuple(tried), one.right):
                left = [option for option in one.options if option not in tried]
                tried.append(choice(left, one.right, dice, KNOWS_AFTER))
                table = str(number)
                session.do(h.TableScratched(table=table, item=one.item, option=tried[-1]))
        yield f"Table {number} has finished its card."
    yield _done(session.stage(), "All see the result at the same time.")


def _exercise(session: ClassSession, people: int, dice: Dice) -> Iterator[str]:
    """Every inject in the order of its time, as fast as it goes; some actions are missed."""
    exercise = session.head.exercise
    yield _done(session.do(h.ExerciseStarted()), "The exercise clock runs.")
    if exercise is None:
        return
    when = earliest(exercise.injects)
    for inject in sorted(exercise.injects.values(), key=lambda one: when[one.id] or 0):
        yield _done(session.release(inject.id), f"Inject {inject.id} is out.")
        for place in range(len(inject.expected)):
            rating = dice.sample(tuple(h.Rating), 1)[0]
            rated = h.ExpectationRated(inject=inject.id, expectation=place, rating=rating)
            yield _done(session.do(rated), f"Expected action {place + 1}: {rating.value}.")
        if not session.missed(inject.id):
            yield f"What comes of missing {inject.id} is played."
        if inject.ask:
            yield _done(session.do(h.QuestionShown(item=inject.ask)), f"Vote on {inject.id}.")
            yield from _question(session, people, dice)
            session.forward()


def _hot_wash(session: ClassSession) -> Iterator[str]:
    exercise = session.head.exercise
    for objective in exercise.objectives if exercise else ():
        session.do(h.ReasonNoted(objective=objective, text="A reason from the room."))
        action = h.ActionAgreed(objective=objective, text="An action.", owner="Chief of staff")
        yield _done(session.do(action), f"An action is agreed for {objective}.")
    while (round_ := session.state.hot_wash) is not None:
        point = h.HotWashNoted(round=round_, text=f"A point on: {round_.value}.")
        yield _done(session.do(point), f"Hot wash, {round_.value}.")
        session.hot_wash()


def _done(refused: str, said: str) -> str:
    """What was done, or why it was not."""
    return f"Refused: {refused}" if refused else said
