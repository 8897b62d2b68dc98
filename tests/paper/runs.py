"""Learners with something to print."""

from pathlib import Path

from tests.autopilot import Skill, choice, response
from tests.worlds import BRIDGE, open_test_desk
from tutor.content.library import Library
from tutor.study.desk import Desk, Part
from tutor.study.frames import (
    BriefingFrame,
    ChoiceFrame,
    DebriefFrame,
    IntroFrame,
    OverviewFrame,
    QuestionFrame,
    ResultFrame,
)
from tutor.study.moves import Again, Answer, Choose, Finish, Move, Next, Overview
from tutor.study.session import Session

REF = "bridge/crossing"


def bridge_desk(home: Path) -> Desk:
    """A desk over the small course of the tests."""
    return open_test_desk(home, BRIDGE)


def play(desk: Desk, skill: Skill, ref: str = REF, scenario: str = "toll") -> Session:
    """One run to its review; a further one where there was one before."""
    session = desk.open(Part(ref, "scenario", scenario))
    if isinstance(session.frame, DebriefFrame):
        session.do(Again())
    module = Library.open([BRIDGE]).module(ref)
    for _ in range(60):
        frame = session.frame
        if isinstance(frame, DebriefFrame):
            return session
        move: Move = Next()
        if isinstance(frame, ChoiceFrame) and frame.options:
            move = Choose(choice(module, frame, skill))
        session.do(move)
    raise AssertionError("the scenario has no end")


def take_quiz(desk: Desk, skill: Skill, ref: str = REF) -> ResultFrame:
    """The module quiz, answered and handed in."""
    session = desk.open(Part(ref, "exam"))
    module = Library.open([BRIDGE]).module(ref)
    if isinstance(session.frame, ResultFrame):
        session.do(Again())
    for _ in range(200):
        frame = session.frame
        match frame:
            case ResultFrame():
                return frame
            case QuestionFrame():
                session.do(Answer(response(module, frame, skill)))
            case OverviewFrame():
                session.do(Finish())
            case IntroFrame() | BriefingFrame():
                session.do(Next())
            case _:
                session.do(Overview())
    raise AssertionError("the quiz has no end")
