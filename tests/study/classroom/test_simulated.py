"""People made of dice: they answer as a class would, and the instructor has the keys."""

from pathlib import Path
from random import Random

from tests.kinds import KINDS_COURSE
from tests.kinds import REF as KINDS
from tests.study.classroom.rooms import class_desk
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import StepKind
from tutor.model.classroom.state import Overlay, Phase
from tutor.study.classroom.agenda import Selection
from tutor.study.classroom.session import ClassSession
from tutor.study.classroom.simulated import SimulatedRoom

REF = "bridge/crossing"


def room(session: ClassSession, people: int = 23) -> SimulatedRoom:
    made = SimulatedRoom(people, Random(1))
    made.act(session)
    return made


def to(session: ClassSession, kind: StepKind) -> None:
    place = next(n for n, step in enumerate(session.head.agenda) if step.kind is kind)
    assert session.do(h.StepChanged(step=place)) == ""


def test_answers_come_in_little_by_little_until_everybody_has_voted(tmp_path: Path) -> None:
    session = class_desk(tmp_path).open_class(REF)
    people = room(session)
    assert session.state.present == 23
    to(session, StepKind.QUESTION)
    people.act(session)
    assert session.wall().voted == ""
    session.open_voting()
    seen = []
    for _ in range(12):
        people.act(session)
        seen.append(session.wall().people)
    assert seen == sorted(seen)
    assert 0 < seen[0] < 23
    assert seen[-1] == 23
    session.close_voting()
    events = len(session.events)
    people.act(session)
    assert len(session.events) == events
    session.do(h.DiscussionStarted())
    session.open_voting()
    people.act(session)
    assert 0 < session.wall().people < 23
    session.close()


def test_a_private_question_has_slips_after_closing(tmp_path: Path) -> None:
    session = class_desk(tmp_path, KINDS_COURSE).open_class(KINDS)
    people = room(session)
    session.forward()
    private = [
        one.item
        for one in session.head.questions.values()
        if one.private and one.options and session.do(h.QuestionShown(item=one.item)) == ""
    ]
    for item in private:
        session.do(h.QuestionShown(item=item))
        if session.open_voting():
            continue
        people.act(session)
        vote = session.state.vote
        assert vote is not None
        assert not vote.rounds[-1].ways
        session.close_voting()
        people.act(session)
        assert session.state.vote is not None
        assert list(session.state.vote.rounds[-1].ways) == [h.Way.SLIPS]
    session.close()


def test_sheets_and_scratches_of_a_team_test(tmp_path: Path) -> None:
    desk = class_desk(tmp_path, KINDS_COURSE)
    session = desk.open_class(KINDS, wanted=Selection(test=1))
    people = room(session, 10)
    to(session, StepKind.TEST)
    session.stage()
    people.act(session)
    assert len(session.state.tests[session.state.step].sheets) == 10
    session.stage()
    for _ in range(6):
        people.act(session)
    card = session.state.tests[session.state.step].scratches
    assert set(card) == {"1", "2"}
    session.stage()
    assert session.state.phase is Phase.REVEALED
    assert session.state.ignored == 0
    session.close()


def test_nobody_answers_in_a_pause(tmp_path: Path) -> None:
    session = class_desk(tmp_path).open_class(REF)
    people = room(session)
    to(session, StepKind.QUESTION)
    session.open_voting()
    session.pause()
    events = len(session.events)
    people.act(session)
    assert len(session.events) == events
    assert session.state.overlay is Overlay.PAUSED
    session.close()
