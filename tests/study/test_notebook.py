"""Notes, bookmarks and reports, and looking something up."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.autopilot import response
from tests.worlds import BRIDGE, START, make_world, open_test_desk
from tutor.errors import ContentError, UsageError
from tutor.model.marks import LONGEST_NOTE, About, Problem, Side, Subject
from tutor.study.desk import Desk, Part
from tutor.study.frames import DebriefFrame, FeedbackFrame, Frame, PageFrame, QuestionFrame
from tutor.study.lookup import PAGE, QUESTION
from tutor.study.moves import Answer, Back, Choose, Next, Reveal
from tutor.study.session import Session
from tutor.study.subjects import bookmarkable, notable, reportable

REF = "bridge/crossing"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_test_desk(tmp_path, BRIDGE)


def opened_again(home: Path, desk: Desk) -> Desk:
    desk.close()
    return open_test_desk(home, BRIDGE, make_world(START + timedelta(hours=1), first_id=100))


def first_page(desk: Desk) -> Subject:
    frame = desk.open(Part(REF, "lesson", "approach")).frame
    subject = notable(REF, frame)
    assert subject is not None
    return subject


def until(session: Session, wanted: Callable[[Frame], bool]) -> Frame:
    for _ in range(40):
        if wanted(session.frame):
            return session.frame
        session.do(Next())
    raise AssertionError("it never comes")


def to_debrief(desk: Desk) -> DebriefFrame:
    session = desk.open(Part(REF, "scenario", "toll"))
    for _ in range(30):
        if isinstance(session.frame, DebriefFrame):
            return session.frame
        options = getattr(session.frame, "options", ())
        session.do(Choose(options[0].key) if options else Next())
    raise AssertionError("the scenario has no end")


def test_a_note_is_kept_and_can_be_changed_and_deleted(tmp_path: Path, desk: Desk) -> None:
    page = first_page(desk)
    desk.notebook.write(page, "  Ask the legal adviser.  ")
    desk = opened_again(tmp_path, desk)
    (note,) = desk.notebook.frame().notes
    assert note.text == "Ask the legal adviser."
    assert note.title == page.title
    assert note.place == "Crossing"
    desk.notebook.edit(note.id, "Ask LEGAD.")
    assert [one.text for one in desk.notebook.standing(page).notes] == ["Ask LEGAD."]
    desk.notebook.delete(note.id)
    assert desk.notebook.frame().notes == ()
    with pytest.raises(UsageError):
        desk.notebook.edit(note.id, "Again.")


def test_a_note_has_a_length(desk: Desk) -> None:
    page = first_page(desk)
    for text in (" \n", "x" * (LONGEST_NOTE + 1)):
        with pytest.raises(UsageError):
            desk.notebook.write(page, text)
    desk.notebook.write(page, "x" * LONGEST_NOTE)
    assert len(desk.notebook.frame().notes) == 1


def test_a_bookmark_leads_back_to_its_page(desk: Desk) -> None:
    page = first_page(desk)
    assert desk.notebook.bookmark(page) is True
    (row,) = desk.notebook.frame().bookmarks
    assert row.where is not None
    shown = desk.open(Part(row.where.module, row.where.part, row.where.ref)).frame
    assert isinstance(shown, PageFrame)
    assert shown.title == page.title
    assert desk.notebook.bookmark(page) is False
    assert desk.notebook.frame().bookmarks == ()


def test_marks_of_a_course_that_is_gone_stay_readable(tmp_path: Path, desk: Desk) -> None:
    page = first_page(desk)
    desk.notebook.write(page, "Kept.")
    desk.close()
    other = open_test_desk(tmp_path, world=make_world(first_id=100))
    (note,) = other.notebook.frame().notes
    assert (note.text, note.title, note.where) == ("Kept.", page.title, None)
    other.notebook.delete(note.id)
    assert other.notebook.frame().notes == ()


def test_a_review_takes_three_lines_of_the_learner(desk: Desk) -> None:
    frame = to_debrief(desk)
    run = notable(REF, frame)
    assert run is not None
    desk.notebook.write(run, "A note, not a line.")
    desk.notebook.write(run, "Asked first.", Side.SUSTAIN)
    desk.notebook.write(run, "Map.", Side.IMPROVE)
    desk.notebook.write(run, "Log.", Side.IMPROVE)
    with pytest.raises(UsageError, match="3 lines"):
        desk.notebook.write(run, "One more.", Side.SUSTAIN)
    shown = desk.notebook.with_lines(REF, to_debrief(desk))
    assert isinstance(shown, DebriefFrame)
    assert [line.text for line in shown.own] == ["Asked first.", "Map.", "Log."]


def test_a_report_names_what_was_seen(desk: Desk) -> None:
    session = desk.open(Part(REF, "practice"))
    question = until(session, lambda frame: isinstance(frame, QuestionFrame))
    subject = reportable("all", question)
    assert subject is not None
    desk.notebook.report(subject, Problem.KEY, "b is right too.")
    run = reportable(REF, to_debrief(desk))
    assert run is not None
    desk.notebook.report(run, Problem.TYPO)
    node, item = desk.notebook.frame().reports
    assert isinstance(question, QuestionFrame)
    assert (item.module, item.ref) == (REF, question.ref)
    module = desk._overviews.seat(REF).module
    assert item.meaning == module.fingerprints[question.ref.rpartition("/")[2]].meaning
    assert item.course_version == "1.0.0"
    assert (node.about, node.ref) == (About.SCENARIO, f"{REF}/toll")
    assert node.meaning == module.fingerprints["scenario:toll"].meaning


def test_a_node_and_a_page_are_reported_with_their_fingerprints(desk: Desk) -> None:
    session = desk.open(Part(REF, "scenario", "toll"))
    session.do(Next())
    node, page = reportable(REF, session.frame), first_page(desk)
    assert node is not None
    for subject in (node, page):
        desk.notebook.report(subject, Problem.OTHER)
    module = desk._overviews.seat(REF).module
    found = {row.about: row.meaning for row in desk.notebook.frame().reports}
    start = node.ref.rpartition("/")[2]
    assert found[About.NODE] == module.fingerprints[f"node:toll:{start}"].meaning
    assert found[About.PAGE] == module.fingerprints[f"page:{page.ref}"].meaning


def test_a_note_on_a_question_waits_for_its_explanation(desk: Desk) -> None:
    session = desk.open(Part(REF, "practice"))
    frame = session.frame
    assert isinstance(frame, QuestionFrame)
    assert notable(REF, frame) is None
    assert bookmarkable(REF, frame) is not None
    session.do(Answer(response(desk._overviews.seat(REF).module, frame, "worst")))
    if isinstance(session.frame, FeedbackFrame) and not session.frame.revealed:
        assert notable(REF, session.frame) is None
        session.do(Reveal())
    assert notable(REF, session.frame) == bookmarkable(REF, frame)


def test_looking_up_a_page_leaves_nothing_behind(desk: Desk) -> None:
    before = desk._learner.progress
    session = desk.open(Part(REF, PAGE, first_ref(desk)))
    session.do(Next())
    session.do(Back())
    assert isinstance(session.frame, PageFrame)
    assert desk._learner.progress == before
    with pytest.raises(ContentError):
        desk.open(Part(REF, PAGE, "approach/nothing"))


def first_ref(desk: Desk) -> str:
    lesson = desk._overviews.seat(REF).module.lessons[0]
    return f"{lesson.id}/{lesson.pages[0].id}"


def test_an_explanation_is_shown_when_nothing_open_asks_the_question(desk: Desk) -> None:
    session = desk.open(Part(REF, "practice"))
    frame = session.frame
    assert isinstance(frame, QuestionFrame)
    item = frame.ref.rpartition("/")[2]
    with pytest.raises(ContentError, match="still to be answered"):
        desk.open(Part(REF, QUESTION, item))
    session.do(Answer(response(desk._overviews.seat(REF).module, frame, "best")))
    with pytest.raises(ContentError):
        desk.open(Part(REF, QUESTION, item))
    session.do(Next())
    shown = desk.open(Part(REF, QUESTION, item)).frame
    assert isinstance(shown, FeedbackFrame)
    assert shown.revealed
    assert shown.message.startswith("Correct.")


def test_a_question_of_an_open_exam_is_not_explained(desk: Desk) -> None:
    module = desk._overviews.seat(REF).module
    exam = desk.open(Part(REF, "exam"))
    frame = until(exam, lambda frame: isinstance(frame, QuestionFrame))
    assert isinstance(frame, QuestionFrame)
    exam.do(Answer(response(module, frame, "best")))
    with pytest.raises(ContentError, match="still to be answered"):
        desk.open(Part(REF, QUESTION, frame.ref.rpartition("/")[2]))
