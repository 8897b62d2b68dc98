"""The review session: several modules, explained at once, one try, wrong and sure once more."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.autopilot import response
from tests.worlds import START, make_world, open_test_desk
from tutor.model.record import ALL_MODULES, Behaviour
from tutor.study.desk import Desk, Part
from tutor.study.frames import (
    EndFrame,
    FeedbackFrame,
    Frame,
    IntroFrame,
    QuestionFrame,
    ResultFrame,
)
from tutor.study.moves import Action, Answer, GoTo, Hint, Next, Overview
from tutor.study.session import Session

MODULES = ("wps/participation", "wps/protection")
REVIEW = Part(ALL_MODULES, "review")
Open = Callable[[float], Desk]


@pytest.fixture
def on_day(tmp_path: Path) -> Open:
    """The same learner's desk, so many days after the first one."""
    desks: list[Desk] = []

    def open_(day: float) -> Desk:
        if desks:
            desks.pop().close()
        number = int(day * 1000) + 1
        world = make_world(START + timedelta(days=day), first_id=number)
        desks.append(open_test_desk(tmp_path, world=world))
        return desks[-1]

    return open_


def answer(
    desk: Desk, frame: Frame, *, right: bool = True, confidence: int | None = None
) -> Answer:
    assert isinstance(frame, QuestionFrame)
    module = desk._overviews.seat(frame.ref.rpartition("/")[0]).module
    return Answer(response(module, frame, "best" if right else "worst"), 5.0, confidence)


def practise(desk: Desk, ref: str) -> None:
    """A round of practice, everything right: its questions are in review from then on."""
    session = desk.open(Part(ref, "practice"))
    while not isinstance(session.frame, ResultFrame):
        asked = isinstance(session.frame, QuestionFrame)
        session.do(answer(desk, session.frame) if asked else Next())


def go_through(desk: Desk, session: Session) -> ResultFrame:
    for _ in range(60):
        if isinstance(session.frame, ResultFrame):
            break
        asked = isinstance(session.frame, QuestionFrame)
        session.do(answer(desk, session.frame) if asked else Next())
    assert isinstance(session.frame, ResultFrame)
    return session.frame


def day_of_review(desk: Desk) -> float:
    """Days from the start to the next review."""
    later = desk.report.review().later
    assert later is not None
    return float((later - START.date()).days)


def test_nothing_in_review_is_said_and_ends_at_once(on_day: Open) -> None:
    frame = on_day(0).open(REVIEW).frame
    assert isinstance(frame, EndFrame)
    assert frame.title == "Nothing is due today. Nothing is in review."
    assert frame.following is None


def test_nothing_due_names_the_next_day(on_day: Open) -> None:
    desk = on_day(0)
    practise(desk, MODULES[0])
    frame = desk.open(REVIEW).frame
    assert isinstance(frame, EndFrame)
    assert frame.title.startswith("Nothing is due today. The next review is on ")


def due(on_day: Open) -> Desk:
    """A desk on a day on which questions of two modules are due."""
    for ref in MODULES:
        practise(on_day(0), ref)
    return on_day(day_of_review(on_day(0)))


def test_several_modules_with_the_explanation_at_once_and_one_try(on_day: Open) -> None:
    desk = due(on_day)
    session = desk.open(REVIEW)
    first = session.frame
    assert isinstance(first, QuestionFrame)
    assert (first.behaviour, first.tries_left) == ("review", 1)
    shown = session.do(answer(desk, first, right=False))
    assert isinstance(shown, FeedbackFrame)
    assert shown.revealed
    assert Action.RETRY not in shown.actions
    result = go_through(desk, session)
    modules = {row.objective for row in result.objectives}
    assert len(modules) == 2
    assert len(result.rows) <= 15
    assert "That is today's review." in result.message
    assert result.advice[-1].startswith("Nothing is due today. The next review is on ")


def test_the_answers_count_in_their_own_modules(on_day: Open) -> None:
    desk = due(on_day)
    result = go_through(desk, desk.open(REVIEW))
    progress = desk._learner.progress
    reviewed = [
        item
        for ref in MODULES
        for item in progress.module(ref).items.values()
        if item.memory is not None and item.memory.reviews > 1
    ]
    assert len(reviewed) == len(result.rows)
    (quiz,) = progress.module(ALL_MODULES).quizzes
    assert quiz.behaviour is Behaviour.REVIEW
    assert quiz.passed is None
    assert desk.report.review().questions == 0


def test_wrong_and_sure_is_asked_once_more_in_the_same_session(on_day: Open) -> None:
    desk = due(on_day)
    session = desk.open(REVIEW)
    first = session.frame
    assert isinstance(first, QuestionFrame)
    total = first.heading.total
    shown = session.do(answer(desk, first, right=False, confidence=3))
    assert shown.heading.total == total + 1
    refs = []
    for _ in range(60):
        frame = session.frame
        if isinstance(frame, ResultFrame):
            break
        if isinstance(frame, QuestionFrame):
            refs.append(frame.ref)
            if frame.ref == first.ref:
                assert frame.heading.notices == (
                    "Asked once more: you were sure, and it was wrong.",
                )
                assert frame.heading.number == frame.heading.total == total + 1
            session.do(answer(desk, frame))
        else:
            session.do(Next())
    assert refs[-1] == first.ref
    assert refs.count(first.ref) == 1
    result = session.frame
    assert isinstance(result, ResultFrame)
    assert "1 answer was sure and wrong: it comes back after 1, 7 and 21 days." in result.advice
    record = desk._learner.progress.module(first.ref.rpartition("/")[0]).items[first.ref]
    assert record.recheck is not None
    assert record.recheck.done == 0, "the second answer of a session ticks nothing"


def test_it_goes_on_where_it_was_left_on_the_same_day(on_day: Open) -> None:
    desk = due(on_day)
    day = day_of_review(on_day(0))
    desk = on_day(day)
    session = desk.open(REVIEW)
    first = session.frame
    session.do(answer(desk, first))
    second = session.do(Next())
    assert isinstance(second, QuestionFrame)
    desk = on_day(day + 0.01)
    again = desk.open(REVIEW).frame
    assert isinstance(again, QuestionFrame)
    assert again.ref == second.ref
    assert again.heading.number == 2


def test_what_was_left_open_on_another_day_is_drawn_anew(on_day: Open) -> None:
    due(on_day)
    day = day_of_review(on_day(0))
    desk = on_day(day)
    desk.open(REVIEW)
    desk = on_day(day + 1)
    session = desk.open(REVIEW)
    assert len(desk._learner.progress.module(ALL_MODULES).open_quizzes) == 1
    go_through(desk, session)
    assert not desk._learner.progress.module(ALL_MODULES).open_quizzes


def test_after_two_weeks_away_a_check_with_one_question_per_objective(on_day: Open) -> None:
    practise(on_day(0), MODULES[0])
    desk = on_day(30)
    session = desk.open(REVIEW)
    intro = session.frame
    assert isinstance(intro, IntroFrame)
    assert intro.title == "Catch-up check"
    session.do(Next())
    go_through(desk, session)
    (quiz,) = desk._learner.progress.module(ALL_MODULES).quizzes
    objectives = [answer.objective for answer in quiz.answers.values()]
    assert len(objectives) == len(set(objectives))


def test_the_explanations_can_be_read_again_across_modules(on_day: Open) -> None:
    desk = due(on_day)
    session = desk.open(REVIEW)
    result = go_through(desk, session)
    shown = session.do(GoTo(len(result.rows)))
    assert isinstance(shown, FeedbackFrame)
    assert session.do(Overview()) == result


def test_a_hint_can_be_asked_for(on_day: Open) -> None:
    desk = due(on_day)
    session = desk.open(REVIEW)
    for _ in range(60):
        frame = session.frame
        if isinstance(frame, QuestionFrame) and Action.HINT in frame.actions:
            hinted = session.do(Hint())
            assert isinstance(hinted, QuestionFrame)
            assert len(hinted.hints) == 1
            return
        asked = isinstance(frame, QuestionFrame)
        session.do(answer(desk, frame) if asked else Next())
    pytest.fail("no question of these modules has a hint")
