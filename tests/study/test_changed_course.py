"""The course is changed while a learner is in the middle of it."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.autopilot import choice, response
from tests.paper.runs import take_quiz
from tests.worlds import BRIDGE, START, make_world, open_test_desk
from tutor.study.desk import Desk, Part
from tutor.study.frames import ChoiceFrame, QuestionFrame, ResultFrame
from tutor.study.moves import Again, Answer, Choose, Finish, Next, Overview
from tutor.study.scenario.session import CHANGED

REF = "bridge/crossing"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "courses" / "bridge"
    shutil.copytree(BRIDGE, folder)
    return folder


def opened(tmp_path: Path, course: Path, first_id: int) -> Desk:
    world = make_world(START + timedelta(minutes=first_id), first_id)
    return open_test_desk(tmp_path / "home", course, world)


def play(desk: Desk, decisions: int) -> list[str]:
    """The nodes of the first decisions."""
    module = desk._overviews.seat(REF).module
    session = desk.open(Part(REF, "scenario", next(iter(module.scenarios))))
    session.do(Next())
    nodes = []
    for _ in range(decisions):
        frame = session.frame
        assert isinstance(frame, ChoiceFrame)
        nodes.append(frame.ref.rsplit("/", 1)[-1])
        session.do(Choose(choice(module, frame, "best")))
    return nodes


def change_block(path: Path, block: str, old: str, new: str) -> None:
    head, mark, rest = path.read_text("utf-8").partition(f"[{block}]")
    assert mark
    assert old in rest
    path.write_text(head + mark + rest.replace(old, new, 1), "utf-8")


def test_a_run_goes_on_after_the_last_decision_that_is_still_the_same(
    tmp_path: Path, course: Path
) -> None:
    desk = opened(tmp_path, course, 1)
    (first,) = play(desk, 1)
    desk.close()
    (path,) = course.rglob("scenarios/*.toml")
    change_block(path, first, ".quality = 3", ".quality = 2")
    desk = opened(tmp_path, course, 100)
    card = desk.home().resume
    assert card is not None
    frame = desk.resume(card).frame
    assert isinstance(frame, ChoiceFrame)
    assert frame.ref.endswith(f"/{first}")
    assert frame.decision == 1
    assert frame.heading.notices == (CHANGED,)


def test_a_new_wording_changes_nothing_for_the_run(tmp_path: Path, course: Path) -> None:
    desk = opened(tmp_path, course, 1)
    play(desk, 1)
    desk.close()
    (path,) = course.rglob("scenarios/*.toml")
    path.write_text(path.read_text("utf-8").replace("'''\n", " Reworded.'''\n", 1), "utf-8")
    desk = opened(tmp_path, course, 100)
    card = desk.home().resume
    assert card is not None
    assert CHANGED not in desk.resume(card).frame.heading.notices


def test_a_question_that_is_gone_is_left_out_of_the_score(tmp_path: Path, course: Path) -> None:
    desk = opened(tmp_path, course, 1)
    module = desk._overviews.seat(REF).module
    session = desk.open(Part(REF, "exam"))
    session.do(Next())
    frame = session.frame
    assert isinstance(frame, QuestionFrame)
    gone = frame.ref.rsplit("/", 1)[-1]
    total = frame.heading.total
    while isinstance(session.frame, QuestionFrame):
        session.do(Answer(response(module, session.frame, "best")))
    desk.close()
    questions = course / "crossing" / "questions.toml"
    text = questions.read_text("utf-8")
    questions.write_text(text.replace(f"[{gone}]", f"[{gone}]\nbroken = 1", 1), "utf-8")
    desk = opened(tmp_path, course, 100)
    session = desk.open(Part(REF, "exam"))
    assert "left out of the score" in session.frame.heading.notices[0]
    session.do(Overview())
    session.do(Finish())
    result = session.frame
    assert isinstance(result, ResultFrame)
    assert len(result.rows) == total - 1
    assert result.percent == 100


def test_a_result_keeps_the_marks_of_its_day(tmp_path: Path, course: Path) -> None:
    desk = opened(tmp_path, course, 1)
    take_quiz(desk, "best")
    desk.close()
    head = course / "course.toml"
    text = head.read_text("utf-8")
    head.write_text(text.replace("pass_mark = 80", "pass_mark = 95\nobjective_mark = 90"), "utf-8")
    desk = opened(tmp_path, course, 100)
    result = desk.open(Part(REF, "exam")).frame
    assert isinstance(result, ResultFrame)
    assert (result.pass_mark, result.objective_mark) == (80, 60)
    assert "The pass mark is 80 % overall and 60 % on every objective." in result.message
    assert desk.records.certificate(REF).passed.rule == "80 % overall and 60 % on every objective"
    session = desk.open(Part(REF, "exam"))
    session.do(Again())
    assert "Pass: 95 % overall and 90 % on every objective." in session.frame.lines
