"""A small class session to test with: its head, its events, and random ones."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from tests.engine.scenarios import council
from tutor.engine import playthrough
from tutor.engine.classroom import fold
from tutor.model.classroom import happenings as h
from tutor.model.classroom.exercise import Exercise, ExerciseInject, Expectation
from tutor.model.classroom.plan import Ballot, PinnedQuestion, Privacy, SessionHead, Step, StepKind
from tutor.model.classroom.state import ClassState
from tutor.model.library import Fingerprint

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PRINT = Fingerprint(meaning="m", wording="w")


def question(item: str, **change: object) -> PinnedQuestion:
    keys = {
        "item": item,
        "item_kind": "single",
        "objective": "o1",
        "title": f"Question {item}",
        "fingerprint": PRINT,
        "ballot": Ballot.ONE,
        "options": ("a", "b", "c"),
        "right": ("a",),
    }
    return PinnedQuestion.model_validate(keys | change)


QUESTIONS = {
    one.item: one
    for one in (
        question("q1"),
        question("judge", right=(), judgement=True),
        question("lines", ballot=Ballot.MANY, options=("a", "b", "c", "d"), right=("a", "b")),
        question("words", ballot=Ballot.NONE, options=(), right=()),
        question("private", private=True),
        question("q2"),
        question("q3"),
    )
}

EXERCISE = Exercise(
    id="flood",
    title="Flood",
    situation="The river rises.",
    objectives={"share": "Pass on."},
    injects={
        "first": ExerciseInject(
            id="first",
            at=5,
            text="Water.",
            answers={"a": Expectation(text="ask", objective="share")},
            hint_after=3,
            hint="Who else?",
            if_missed="The street is wet.",
        ),
        "second": ExerciseInject(id="second", after="first", delay=10, text="More water."),
        "by-hand": ExerciseInject(id="by-hand", text="A call."),
    },
)

HEAD = SessionHead(
    session="s1",
    module="bridge/crossing",
    title="Crossing",
    course_version="1.0.0",
    agenda=(
        Step(kind=StepKind.SLIDE, ref="l/p", title="Page", minutes=5),
        *(Step(kind=StepKind.QUESTION, ref=name, title=name) for name in list(QUESTIONS)[:5]),
        Step(kind=StepKind.SCENARIO, ref="s", title="Council"),
        Step(kind=StepKind.TEST, title="Test", items=("q2", "q3")),
        Step(kind=StepKind.EXERCISE, ref="flood", title="Flood"),
        Step(kind=StepKind.BREAK, title="Break", minutes=10),
        Step(kind=StepKind.HOT_WASH, title="Hot wash"),
    ),
    questions=QUESTIONS,
    exercise=EXERCISE,
)
STEPS = {step.ref or step.kind.value: number for number, step in enumerate(HEAD.agenda)}


class Room:
    """Writes down happenings, half a minute apart, as a journal would."""

    def __init__(self, *whats: h.ClassHappening, privacy: Privacy = Privacy.AGGREGATE) -> None:
        self.events: list[h.ClassEvent] = []
        self.now = NOON
        self.do(h.Opened(head=HEAD.model_copy(update={"privacy": privacy})), *whats)

    def do(self, *whats: h.ClassHappening, seconds: float = 30) -> ClassState:
        for what in whats:
            number = len(self.events)
            event = h.ClassEvent(
                id=f"e{number}", device="d", sequence=number, previous="", at=self.now, what=what
            )
            self.events.append(event)
            self.now += timedelta(seconds=seconds)
        return self.state

    @property
    def state(self) -> ClassState:
        return fold(self.events)


def at(step: str, *whats: h.ClassHappening, present: int = 20) -> Room:
    """A room with so many people, at a step, after these happenings."""
    return Room(h.PresentCounted(people=present), h.StepChanged(step=STEPS[step]), *whats)


def hands(round_: int = 1, voters: int = 0, **counts: int) -> h.VotesCounted:
    return h.VotesCounted(way=h.Way.HANDS, round=round_, counts=counts, voters=voters)


def voted(**counts: int) -> tuple[h.ClassHappening, ...]:
    """A first round by hands."""
    return h.VotingOpened(round=1), hands(**counts), h.VotingClosed(round=1)


def happenings() -> st.SearchStrategy[h.ClassHappening]:
    """Anything that can be said to a session, sense or nonsense."""
    small = st.integers(0, 9)
    rounds = st.integers(1, 3)
    letters = st.sampled_from("abcd")
    items = st.sampled_from([*QUESTIONS, "unknown"])
    tables = st.sampled_from(["1", "2"])
    injects = st.sampled_from([*EXERCISE.injects, "none"])
    aims = st.sampled_from(["", "share", "none"])
    scenario = council()
    begun = playthrough.begin(scenario)
    decisions = st.sampled_from([_decided(letter) for letter in "abc"])
    return st.one_of(
        st.builds(h.PresentCounted, people=small),
        st.builds(h.StepChanged, step=st.integers(0, len(HEAD.agenda))),
        st.builds(h.QuestionShown, item=items),
        st.builds(h.VotingOpened, round=rounds),
        st.builds(h.VotingClosed, round=rounds),
        st.builds(
            h.VotesCounted,
            way=st.sampled_from(h.Way),
            round=rounds,
            counts=st.dictionaries(letters, small),
            voters=small,
        ),
        st.builds(
            h.TableAnswered,
            table=tables,
            round=rounds,
            chosen=st.lists(letters, max_size=2).map(tuple),
            people=st.integers(1, 6),
            text=st.sampled_from(["", "words"]),
        ),
        st.builds(h.BarsShown, round=rounds),
        st.sampled_from(
            [
                h.Opened(head=HEAD),
                h.DiscussionStarted(),
                h.Revealed(),
                h.DebriefStarted(),
                h.TimerStopped(),
                h.TimerStarted(seconds=60),
                h.TimerAdjusted(seconds=-90),
                h.SituationShown(offered=("a", "b")),
                h.SituationShown(),
                h.ScenarioBegun(scenario="s", state=begun, offered=("a", "b", "c")),
                h.ExerciseStarted(),
                h.LogLine(text="noted"),
                h.QuestionParked(text="why?"),
                h.AppealNoted(table="1", item="q2", text="two are right"),
                h.SheetsCounted(sheets=({"q2": "a"}, {"q2": "b", "q3": "a"})),
                h.Ended(),
            ]
        ),
        st.builds(h.Paused, on=st.booleans()),
        st.builds(h.Blanked, on=st.booleans()),
        st.builds(h.BreakCalled, on=st.booleans(), minutes=small),
        decisions.map(lambda one: h.DecisionTaken(decision=one)),
        st.builds(h.StageChanged, stage=st.sampled_from(h.Stage)),
        st.builds(
            h.TableScratched, table=tables, item=st.sampled_from(["q2", "q1"]), option=letters
        ),
        st.builds(h.InjectReleased, inject=injects),
        st.builds(
            h.ExpectationRated,
            inject=st.sampled_from(["first", "second"]),
            expectation=st.integers(0, 1),
            rating=st.sampled_from(h.Rating),
        ),
        st.builds(h.HintGiven, inject=injects),
        st.builds(h.MissedPlayed, inject=injects),
        st.builds(h.HarmNoted, inject=injects, text=st.just("stopped")),
        st.builds(h.ReasonNoted, objective=aims, text=st.just("why")),
        st.builds(h.ActionAgreed, objective=aims, text=st.just("do")),
        st.builds(h.SeatTaken, seat=st.integers(1, 3)),
        st.builds(h.SeatLeft, seat=st.integers(1, 3)),
        st.builds(
            h.SeatAnswered,
            seat=st.integers(1, 3),
            round=rounds,
            chosen=st.lists(letters, max_size=2).map(tuple),
        ),
        st.builds(h.HotWashMoved, round=st.none() | st.sampled_from(h.HotWash)),
        st.builds(h.HotWashNoted, round=st.sampled_from(h.HotWash), text=st.just("point")),
    )


def _decided(letter: str) -> h.Decided:
    """The first decision of the council."""
    scenario = council()
    begun = playthrough.begin(scenario)
    chosen = playthrough.available(scenario, begun)[letter]
    return h.Decided(
        module=HEAD.module,
        scenario="s",
        run="class",
        node=begun.node,
        node_fingerprint=PRINT,
        choice=letter,
        offered=("a", "b", "c"),
        quality=chosen.quality,
        best=3,
        state=playthrough.choose(scenario, begun, letter),
    )


def rebuilt(events: Iterable[h.ClassEvent]) -> list[h.ClassEvent]:
    """The events as a journal gives them back."""
    return [h.ClassEvent.model_validate_json(event.model_dump_json()) for event in events]
