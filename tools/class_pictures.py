"""The pictures of a class: the cockpit after two rounds of votes, and the wall beside it."""

from dataclasses import replace
from pathlib import Path

from tests.worlds import START, make_world
from tools.picture import take
from tutor.content.library import Library, bundled_courses
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import StepKind
from tutor.study.classroom.desk import ClassDesk
from tutor.study.classroom.session import ClassSession
from tutor.tui.class_app import Beginning, ClassApp

REF = "wps/participation"
SIZE = (100, 30)
ROUNDS = ({"A": 5, "B": 9, "C": 4, "D": 2}, {"A": 2, "B": 16, "C": 2})
PRESENT = 20


def desk(home: Path) -> ClassDesk:
    """A desk whose clock stands still, so that the same courses give the same bytes."""
    world = replace(make_world(), clock=lambda: START)
    return ClassDesk(Library.open([bundled_courses()]), home, world)


def begin(at: ClassDesk) -> ClassSession:
    """A session at its first question, voted on twice and revealed."""
    session = at.open_class(REF)
    session.do(h.PresentCounted(people=PRESENT))
    kinds = [step.kind for step in session.head.agenda]
    session.do(h.StepChanged(step=kinds.index(StepKind.QUESTION)))
    for votes in ROUNDS:
        session.open_voting()
        session.count(h.Way.HANDS, votes)
        session.close_voting()
    session.do(h.Revealed())
    for number, _ in enumerate(ROUNDS, start=1):
        session.bars(number)
    return session


async def take_class(home: Path, folder: Path) -> None:
    """The cockpit, and the same moment on one screen, where the wall has it all."""
    for name, one_screen in (("cockpit", False), ("wall", True)):
        beginning = Beginning(lambda name=name: desk(home / name), begin)  # type: ignore[misc]
        app = ClassApp(beginning, one_screen=one_screen)
        async with app.run_test(size=SIZE) as pilot:
            for _ in range(50):
                await pilot.pause(0.02)
            take(app, folder, name)
