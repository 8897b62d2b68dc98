"""The session a front end gets: verbs in, frames and sentences out."""

from pathlib import Path
from random import Random

import pytest

from tests.study.classroom.rooms import class_desk
from tutor.errors import ContentError, StoreError
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import Step, StepKind
from tutor.model.classroom.state import Phase
from tutor.study.classroom.agenda import Selection, plan
from tutor.study.classroom.rehearse import rehearse
from tutor.study.classroom.session import ClassSession
from tutor.study.frames.classroom import (
    AskPart,
    BriefingPart,
    DecidedPart,
    LobbyPart,
    NoticePart,
    RevealPart,
    ReviewPart,
    ScenePart,
    SlidePart,
)

REF = "bridge/crossing"


@pytest.fixture
def session(tmp_path: Path) -> ClassSession:
    made = class_desk(tmp_path).open_class(REF, wanted=Selection(hot_wash=False))
    made.do(h.PresentCounted(people=20))
    return made


def to(session: ClassSession, kind: StepKind) -> None:
    """Go to the first step of this kind."""
    place = next(n for n, step in enumerate(session.head.agenda) if step.kind is kind)
    assert session.do(h.StepChanged(step=place)) == ""


def test_the_lobby_says_what_is_kept(session: ClassSession) -> None:
    part = session.wall().part
    assert isinstance(part, LobbyPart)
    assert part.privacy.startswith("Votes are kept as counts")
    assert part.present == 20


def test_a_question_from_the_slide_to_the_reveal(session: ClassSession) -> None:
    session.forward()
    assert isinstance(session.wall().part, SlidePart)
    to(session, StepKind.QUESTION)
    assert isinstance(session.wall().part, AskPart)
    assert session.open_voting() == ""
    labels = session.labels()
    right = session.cockpit().key
    wrong = next(label for label in labels if label not in right)
    assert session.count(h.Way.HANDS, {right[0].lower(): 9, wrong: 11}) == ""
    assert session.wall().voted == "20 hands of 20 present"
    assert session.wall().bars is None
    assert session.close_voting() == ""
    cockpit = session.cockpit()
    assert cockpit.share == 0.45
    assert "3 minutes" in cockpit.advice
    assert cockpit.tally is not None
    assert {"open", "discuss", "reveal", "bars", "undo"} <= cockpit.offered
    assert "close" not in cockpit.offered
    session.bars()
    bars = session.wall().bars
    assert bars is not None
    assert bars.people == (20,)
    session.do(h.Revealed())
    part = session.wall().part
    assert isinstance(part, RevealPart)
    assert part.answer == right
    assert all(row.why for row in part.rows)


def test_a_label_that_is_not_there_is_named(session: ClassSession) -> None:
    to(session, StepKind.QUESTION)
    session.open_voting()
    assert session.count(h.Way.HANDS, {"Z": 3}).startswith("There is no answer Z; there are ")
    to_nowhere = session.do(h.StepChanged(step=0))
    assert "Voting is open" in to_nowhere


def test_a_scenario_by_vote_with_a_tie(session: ClassSession) -> None:
    to(session, StepKind.SCENARIO)
    assert isinstance(session.wall().part, BriefingPart)
    session.forward()
    part = session.wall().part
    assert isinstance(part, ScenePart)
    assert part.options[0].text == "Ask the traders"
    assert "not decided" in session.forward()
    session.open_voting()
    session.count(h.Way.CARDS, {"A": 10, "B": 10})
    session.close_voting()
    assert session.decide() == "A and B have the most votes. You decide: name one of them."
    assert session.decide("b") == ""
    decided = session.wall().part
    assert isinstance(decided, DecidedPart)
    assert decided.split == (("A", 10), ("B", 10))
    assert decided.tie
    assert session.forward() == ""
    assert isinstance(session.wall().part, ScenePart)


def test_the_class_has_a_debrief_with_its_splits(session: ClassSession) -> None:
    to(session, StepKind.SCENARIO)
    session.forward()
    assert session.decide() == "Nobody has voted. Name the choice that is taken."
    session.decide("B")
    session.forward()
    assert session.do(h.DebriefStarted()) == ""
    part = session.wall().part
    assert isinstance(part, ReviewPart)
    assert part.splits == ("no vote; decided B by the instructor",)
    assert part.end == "poor"
    assert part.percent == 0
    assert part.log[0].harm


def test_undo_blank_pause_and_break(session: ClassSession) -> None:
    session.forward()
    before = session.wall().part
    session.blank()
    assert session.wall().part == NoticePart("")
    session.undo()
    assert session.wall().part == before
    session.pause()
    assert session.wall().part == NoticePart("Pause")
    assert "paused" in session.open_voting()
    session.pause()
    session.take_break(5)
    frame = session.wall()
    assert frame.part == NoticePart("Break")
    assert frame.timer is not None
    assert frame.timer.seconds == 300
    assert frame.revision == len(session.events)


def test_a_session_is_resumed_where_it_was_left(tmp_path: Path) -> None:
    desk = class_desk(tmp_path)
    session = desk.open_class(REF)
    session.forward()
    to(session, StepKind.QUESTION)
    session.open_voting()
    session.do(h.TimerStarted(seconds=90))
    wall = session.wall()
    with pytest.raises(StoreError, match="another window"):
        desk.resume(session.name)
    session.close()
    again = class_desk(tmp_path).resume(session.name)
    assert again.wall() == wall
    assert again.state.phase is Phase.OPEN
    assert again.cockpit().notices == ()
    again.close()


def test_the_report_is_the_same_from_the_same_journal(tmp_path: Path) -> None:
    desk = class_desk(tmp_path)
    session = desk.open_class(REF, wanted=Selection(test=2))
    said = list(rehearse(session, 12, Random(3)))
    session.close()
    assert not [line for line in said if line.startswith("Refused")]
    report = desk.report(session.name)
    assert report == class_desk(tmp_path).report(session.name)
    names = [table.name for table in report.tables]
    assert {"Agenda", "Questions", "Votes", "Decisions", "Item statistics, all sessions"} <= {
        *names
    }
    for table in report.tables:
        assert all(len(row) == len(table.columns) for row in table.rows)


def test_item_statistics_are_pooled_over_sessions(tmp_path: Path) -> None:
    desk = class_desk(tmp_path)
    for seed in (1, 2):
        session = desk.open_class(REF)
        list(rehearse(session, 15, Random(seed)))
        session.close()
    pooled = desk.statistics()
    assert pooled
    assert {one.sessions for one in pooled.values()} == {2}
    assert {one.found.n for one in pooled.values()} == {30}
    assert not [one for one in pooled.values() if one.question.private]


def test_private_counts_below_five_are_in_no_frame_and_no_report(tmp_path: Path) -> None:
    desk = class_desk(tmp_path)
    session = desk.open_class(REF)
    private = next(one for one in session.head.questions.values() if one.private)
    session.forward()
    session.do(h.QuestionShown(item=private.item))
    assert session.cockpit().tally is None
    assert "hands" not in session.cockpit().offered
    session.close()


def test_the_lobby_says_that_sheets_of_a_test_are_kept(tmp_path: Path) -> None:
    steps = (Step(kind=StepKind.TEST, title="Test", items=()),)
    session = class_desk(tmp_path).open_class(REF, steps)
    part = session.wall().part
    assert isinstance(part, LobbyPart)
    assert part.privacy.endswith("without names and in no order.")
    session.close()


def test_a_question_out_of_turn_leads_back_to_the_scenario(session: ClassSession) -> None:
    to(session, StepKind.SCENARIO)
    session.forward()
    scene = session.wall().part
    asked = next(one for one in session.head.questions.values() if one.keyed)
    session.do(h.QuestionShown(item=asked.item))
    assert isinstance(session.wall().part, AskPart)
    assert session.forward() == ""
    assert session.wall().part == scene


def test_an_exercise_runs_in_a_session(tmp_path: Path) -> None:
    from tests.engine.classroom.rooms import EXERCISE
    from tutor.store.classroom import new_class
    from tutor.study.classroom.agenda import head

    desk = class_desk(tmp_path)
    material = desk.material(REF)
    steps = (Step(kind=StepKind.EXERCISE, ref="flood", title="Flood", minutes=60),)
    made = head(material, steps, desk._world, EXERCISE)
    record = new_class(tmp_path, made, clock=desk._world.clock)
    session = ClassSession(record, material, desk._world, desk._analyses)
    session.forward()
    session.do(h.ExerciseStarted())
    assert session.release() == "No inject is due. Name one to release it by hand."
    assert session.release("by-hand") == ""
    rows = session.cockpit().injects
    assert [(row.id, row.out) for row in rows][-1] == ("by-hand", True)
    assert rows[0].when == "T+00:05"
    assert session.cockpit().since == "T+00:00"
    session.close()


def test_a_plan_says_when_less_than_half_is_interaction(tmp_path: Path) -> None:
    desk = class_desk(tmp_path)
    slides = [row.step for row in desk.plan(REF, Selection(questions=False)).rows]
    lecture = plan(tuple(slides[1:2]), desk.material(REF))
    assert lecture.interaction == 0
    assert "interaction; plan at least half" in lecture.warning
    whole = desk.plan(REF)
    assert whole.warning == ""
    assert [row.start for row in whole.rows] == sorted(row.start for row in whole.rows)
    with pytest.raises(ContentError, match="no lesson nowhere"):
        desk.plan(REF, Selection(lessons=("nowhere",)))
