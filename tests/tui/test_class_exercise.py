"""Exercise mode in the cockpit: what is due, what is out, what is rated, what the room sees."""

from pathlib import Path

from tests.study.classroom.rooms import class_desk
from tests.tui.class_driver import REF, teaching
from tests.worlds import make_world
from tutor.model.classroom.exercise import Exercise, ExerciseInject, Expectation
from tutor.model.classroom.plan import Step, StepKind
from tutor.store.classroom import new_class
from tutor.study.classroom.agenda import head
from tutor.study.classroom.desk import ClassDesk
from tutor.study.classroom.session import ClassSession
from tutor.study.scenario.analyses import Analyses

EXERCISE = Exercise(
    id="flood",
    title="Flood",
    situation="The river rises.",
    objectives={"o1": "Warn in time."},
    roles={"s2": "S2: intelligence", "s3": "S3: operations"},
    storylines={"water": "Water"},
    injects={
        "first": ExerciseInject(
            id="first",
            at=0,
            sender="Bridge post",
            text="Water over the road.",
            answers={
                "a": Expectation(text="Warns the village", objective="o1"),
                "b": Expectation(text="Tells S3", objective="o1"),
            },
            if_missed="The village calls.",
            notes="Wait for the call.",
        ),
        "late": ExerciseInject(id="late", at=90, text="More water."),
        "call": ExerciseInject(id="call", text="A call from the mayor."),
    },
)
STEPS = (
    Step(kind=StepKind.EXERCISE, ref="flood", title="Flood", minutes=90),
    Step(kind=StepKind.HOT_WASH, title="Hot wash", minutes=9),
)


def begin(sessions: list[ClassSession], home: Path) -> ClassSession:
    world = make_world()
    material = class_desk(home).material(REF)
    made = head(material, STEPS, world, EXERCISE)
    session = ClassSession(new_class(home, made, clock=world.clock), material, world, Analyses())
    sessions.append(session)
    return session


async def test_an_exercise_from_the_first_inject_to_the_rating(tmp_path: Path) -> None:
    sessions: list[ClassSession] = []

    def opened(_desk: ClassDesk) -> ClassSession:
        return begin(sessions, tmp_path)

    async with teaching(tmp_path, begin=opened, size=(100, 36)) as cls:
        await cls.press("space")
        cls.sees("The river rises.", "S2: intelligence", "Enter Go on")
        await cls.press("i")
        cls.sees("The exercise has not started.")
        await cls.press("enter")
        cls.sees(
            "DUE first to everybody: Water over the road.", "Wait for the call.", "exercise T+00:0"
        )
        wall = sessions[-1].wall()
        assert "Water" not in str(wall)
        await cls.press("i")
        cls.sees("from Bridge post", "[ ] Warns the village", "T+01:30 late", "by hand call")
        await cls.press("i")
        cls.sees("No inject is due. Name one to release it by hand.")
        await cls.press("I", "end", "enter")
        cls.sees("A call from the mayor.")
        await cls.press("e", "enter", "x")
        await cls.type("too late")
        cls.sees("Warns the village: missed", "Missed after first (M)", "The village calls.")
        assert "The village calls." not in str(sessions[-1].wall())
        await cls.press("M")
        assert "The village calls." in str(sessions[-1].wall())
        await cls.press("X", "end", "enter")
        await cls.type("the boy was to be questioned")
        await cls.press("e")
        cls.sees("Tells S3", "not rated")
        await cls.press("enter", "m", "enter")
        cls.sees("Tells S3: met")
        state = sessions[-1].state
        rated = state.exercises[0].rated["first"]
        assert [one.rating.value for one in rated.values()] == ["missed", "met"]
        assert rated[0].note == "too late"
        assert "Warns" not in str(sessions[-1].wall())
        await cls.press("space")
        cls.sees("The exercise is running.", "Exercise")
        await cls.press("space")
        cls.sees("Hot wash", "timer", "W Why", "A Action")
        await cls.press("W", "down", "enter")
        await cls.type("nobody had the number")
        await cls.press("A", "enter")
        await cls.type("S3 | 2026-04-01 | a list by the phone")
        kinds = [event.what.kind for event in sessions[-1].events]
        assert {"harm", "reason", "action"} <= set(kinds), kinds


async def test_on_one_screen_no_expected_action_is_listed(tmp_path: Path) -> None:
    sessions: list[ClassSession] = []

    def opened(_desk: ClassDesk) -> ClassSession:
        return begin(sessions, tmp_path)

    async with teaching(tmp_path, begin=opened, one_screen=True) as cls:
        await cls.press("space", "enter", "i", "e")
        cls.sees_not("Warns the village")
        await cls.type("first 1 partly slow")
        assert sessions[-1].state.exercises[0].rated["first"][0].note == "slow"
        await cls.press("I")
        cls.sees_not("More water.")
        await cls.press("escape", "e")
        await cls.type("first 2 missed")
        cls.sees_not("M Missed", "The village calls.")
        await cls.press("M")
        cls.sees("The village calls.")
