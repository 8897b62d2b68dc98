"""The pre-test: unscored, "I don't know" is an answer, it says where to begin and comes back."""

from pathlib import Path

import pytest

from tests.autopilot import Skill, response
from tests.worlds import START, make_world, open_test_desk
from tutor.model.library import Module
from tutor.model.record import Behaviour, Outcome
from tutor.study.desk import Desk, Part
from tutor.study.frames import (
    EndFrame,
    FeedbackFrame,
    IntroFrame,
    OverviewFrame,
    PartRow,
    QuestionFrame,
    ResultFrame,
)
from tutor.study.moves import Action, Answer, Back, DontKnow, Finish, GoTo, Next, Skip
from tutor.study.session import Session

REF = "wps/participation"
PRETEST = Part(REF, "pretest")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_test_desk(tmp_path)


def module_of(desk: Desk) -> Module:
    return desk._overviews.seat(REF).module


def record_of(desk: Desk):  # type: ignore[no-untyped-def]
    return desk._overviews.seat(REF).record


def row_of(desk: Desk, part: str = "pretest") -> PartRow:
    return next(row for row in desk.module(REF).parts if row.part == part)


def answer(desk: Desk, session: Session, known: int) -> None:
    """The first `known` of the questions that follow by the key, "I don't know" to the others."""
    for number in range(40):
        frame = session.frame
        if not isinstance(frame, QuestionFrame):
            return
        right = Answer(response(module_of(desk), frame, "best"))
        session.do(right if number < known else DontKnow())


def take(desk: Desk, known: int, *, further: bool = False) -> ResultFrame:
    """A whole pre-test; `further`: with the questions that are offered behind it."""
    session = desk.open(PRETEST)
    session.do(Next())
    answer(desk, session, known)
    if isinstance(session.frame, IntroFrame):
        session.do(Next() if further else Skip())
        answer(desk, session, known)
    result = session.frame
    assert isinstance(result, ResultFrame)
    return result


def take_exam(desk: Desk, skill: Skill) -> Session:
    session = desk.open(Part(REF, "exam"))
    session.do(Next())
    while isinstance(session.frame, QuestionFrame):
        session.do(Answer(response(module_of(desk), session.frame, skill)))
    assert isinstance(session.frame, OverviewFrame)
    session.do(Finish())
    return session


def test_it_is_recommended_first_and_may_be_left_out(desk: Desk) -> None:
    assert desk.module(REF).parts[0].part == "pretest"
    assert row_of(desk).next
    session = desk.open(PRETEST)
    assert isinstance(session.frame, IntroFrame)
    end = session.do(Skip())
    assert isinstance(end, EndFrame)
    assert end.following is not None
    assert end.following.part == "lesson"
    desk.open(Part(REF, "lesson", end.following.ref))
    row = row_of(desk)
    assert (row.state, row.left_out, row.next, row.done) == ("left out", True, False, False)
    assert not record_of(desk).items


def test_five_to_eight_questions_at_most_one_per_objective_first(desk: Desk) -> None:
    session = desk.open(PRETEST)
    session.do(Next())
    (quiz,) = record_of(desk).open_quizzes.values()
    items = [module_of(desk).items[ref.rsplit("/", 1)[-1]] for ref in quiz.items]
    assert 5 <= len(items) <= 8
    pool = {i.objective for i in module_of(desk).items.values() if "pretest" in i.use}
    assert {item.objective for item in items} == pool


def test_no_explanation_before_the_end_and_an_answer_may_be_changed(desk: Desk) -> None:
    session = desk.open(PRETEST)
    first = session.do(Next())
    assert isinstance(first, QuestionFrame)
    assert Action.DONT_KNOW in first.actions
    second = session.do(DontKnow())
    assert isinstance(second, QuestionFrame)
    back = session.do(Back())
    assert isinstance(back, QuestionFrame)
    assert back.ref == first.ref
    session.do(Answer(response(module_of(desk), back, "best")))
    (quiz,) = record_of(desk).open_quizzes.values()
    assert [a.verdict.outcome for a in quiz.answers.values()] == [Outcome.CORRECT]


def test_not_knowing_is_a_verdict_of_its_own_and_worth_a_blank(desk: Desk) -> None:
    result = take(desk, known=0)
    quiz = record_of(desk).pretest
    outcomes = {answer.verdict.outcome for answer in quiz.answers.values()}
    assert outcomes == {Outcome.NOT_KNOWN}
    assert (quiz.percent, quiz.passed) == (0.0, None)
    assert not record_of(desk).quizzes[0].answers[quiz.items[0]].verdict.misconceptions
    assert {row.said for row in result.rows} == {"not known"}
    assert '"I don\'t know" 6 times' in result.message
    assert "Nothing here is scored." in result.message


def test_nothing_of_it_counts_as_a_review_or_in_mastery(desk: Desk) -> None:
    take(desk, known=3)
    record = record_of(desk)
    assert all(item.memory is None for item in record.items.values())
    assert all(not objective.scores for objective in record.objectives.values())


def test_the_result_says_where_to_begin(desk: Desk) -> None:
    result = take(desk, known=0)
    assert result.following is not None
    assert result.following.ref == module_of(desk).lessons[0].id
    assert result.advice == (f"Where to begin: {result.following.title}.",)
    assert {row.note for row in result.objectives} == {"to be learned"}


def test_who_knows_it_all_may_go_to_the_practice(desk: Desk) -> None:
    result = take(desk, known=8)
    assert result.following is not None
    assert result.following.part == "practice"
    assert any("May be read quickly" in line for line in result.advice)
    assert {row.note for row in result.objectives} == {"known already"}


def test_the_explanations_come_with_the_result(desk: Desk) -> None:
    take(desk, known=0)
    session = desk.open(PRETEST)
    assert isinstance(session.frame, ResultFrame)
    shown = session.do(GoTo(1))
    assert isinstance(shown, FeedbackFrame)
    assert shown.message.startswith("You said that you do not know.")
    assert shown.notes


def test_it_goes_on_at_the_first_question_that_is_open(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    session = desk.open(PRETEST)
    session.do(Next())
    session.do(DontKnow())
    desk.close()
    desk = open_test_desk(tmp_path, world=make_world(START, first_id=100))
    resume = desk.home().resume
    assert resume is not None
    assert resume.part == "pretest"
    frame = desk.resume(resume).frame
    assert isinstance(frame, QuestionFrame)
    assert frame.heading.number == 2


def test_before_and_after_stand_side_by_side(desk: Desk) -> None:
    take(desk, known=0)
    session = take_exam(desk, "best")
    result = session.frame
    assert isinstance(result, ResultFrame)
    assert result.advice[0] == "Before the module: 0 %. Now: 100 %."
    assert "before: 0 %" in {row.note for row in result.objectives}
    assert row_of(desk).state == "0 % before, 100 % in the last quiz"
    assert desk.report.progress().compared[0].after == 100


def test_who_knows_it_all_is_offered_to_test_out(desk: Desk) -> None:
    result = take(desk, known=100, further=True)
    assert {row.note for row in result.objectives} == {"tested out"}
    assert {row.possible for row in result.objectives} == {3.0}
    assert any(line.startswith("May be skipped: ") for line in result.advice)
    assert result.following is not None
    assert result.following.part == "practice"
    records = record_of(desk).objectives.values()
    assert len(records) == 6
    assert all(one.tested_out_at and one.familiar_at for one in records)
    assert all(row.tested_out for row in desk.report.module(REF).rows)


def test_the_offer_says_what_it_takes_and_may_be_left_out(desk: Desk) -> None:
    session = desk.open(PRETEST)
    session.do(Next())
    answer(desk, session, known=2)
    offer = session.frame
    assert isinstance(offer, IntroFrame)
    assert offer.lines[0] == "You knew all that was asked on 2 objectives."
    assert "With up to 4 more" in offer.lines[1]
    result = session.do(Skip())
    assert isinstance(result, ResultFrame)
    assert [row.possible for row in result.objectives] == [1.0] * 6
    assert not any(one.tested_out_at for one in record_of(desk).objectives.values())


def test_who_does_not_know_the_second_is_not_asked_a_third(desk: Desk) -> None:
    session = desk.open(PRETEST)
    session.do(Next())
    answer(desk, session, known=2)
    session.do(Next())
    answer(desk, session, known=1)
    result = session.frame
    assert isinstance(result, ResultFrame)
    assert sorted(row.possible for row in result.objectives) == [1.0] * 4 + [2.0, 3.0]
    assert sorted(row.note for row in result.objectives) == ["to be learned"] * 6
    quiz = record_of(desk).pretest
    assert quiz is not None
    assert quiz.percent == pytest.approx(100 * (1 / 2 + 2 / 3) / 6, abs=0.01)
    assert "each objective counted once" in result.message


def test_nobody_is_asked_further_who_knew_nothing(desk: Desk) -> None:
    session = desk.open(PRETEST)
    session.do(Next())
    answer(desk, session, known=0)
    assert isinstance(session.frame, ResultFrame)


def test_the_offer_and_a_further_round_wait_for_who_leaves(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    session = desk.open(PRETEST)
    session.do(Next())
    answer(desk, session, known=1)
    desk.close()
    desk = open_test_desk(tmp_path, world=make_world(START, first_id=100))
    session = desk.open(PRETEST)
    assert isinstance(session.frame, IntroFrame)
    session.do(Next())
    desk.close()
    desk = open_test_desk(tmp_path, world=make_world(START, first_id=200))
    session = desk.open(PRETEST)
    assert isinstance(session.frame, QuestionFrame)
    assert (session.frame.heading.number, session.frame.heading.total) == (7, 7)
    answer(desk, session, known=2)
    assert isinstance(session.frame, ResultFrame)
    assert sum(one.tested_out_at is not None for one in record_of(desk).objectives.values()) == 1


def test_it_is_taken_once(desk: Desk) -> None:
    take(desk, known=0)
    session = desk.open(PRETEST)
    assert Action.AGAIN not in session.frame.actions
    behaviours = [quiz.behaviour for quiz in record_of(desk).quizzes]
    assert behaviours == [Behaviour.PRETEST]
