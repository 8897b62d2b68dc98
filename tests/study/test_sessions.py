"""The sessions: what they offer, what they remember, and how they go on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.autopilot import Skill, choice, response
from tests.worlds import BRIDGE, START, make_world, open_test_desk
from tutor.engine.playthrough import cue_of
from tutor.errors import ContentError
from tutor.model.library import Module
from tutor.model.record import Outcome, ScenarioState
from tutor.study.desk import Desk, Part
from tutor.study.frames import (
    ChoiceFrame,
    DebriefFrame,
    EndFrame,
    FeedbackFrame,
    Frame,
    IntroFrame,
    OverviewFrame,
    PageFrame,
    QuestionFrame,
    ResultFrame,
)
from tutor.study.moves import (
    Action,
    Again,
    Answer,
    Back,
    Choose,
    Finish,
    Flag,
    Fork,
    GoTo,
    Move,
    Next,
    Overview,
    Retry,
    Reveal,
    ShowRun,
)
from tutor.study.scenario.clock import exercise_time
from tutor.study.scenario.debrief import elsewhere
from tutor.study.session import Session

REF = "bridge/crossing"
WPS = "wps/participation"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_test_desk(tmp_path, BRIDGE)


def module_of(desk: Desk, ref: str = REF) -> Module:
    return desk._overviews.seat(ref).module


def again(tmp_path: Path, desk: Desk, first_id: int = 100, ref: str = REF) -> Desk:
    """Close and start anew, as after a night."""
    desk.close()
    world = make_world(START + timedelta(hours=1), first_id)
    return open_test_desk(tmp_path, BRIDGE if ref == REF else None, world)


def until(session: Session, kind: type[Frame], move: Callable[[Frame], Move]) -> Frame:
    for _ in range(200):
        if isinstance(session.frame, kind):
            return session.frame
        session.do(move(session.frame))
    raise AssertionError(f"no {kind.__name__} in 200 moves")


def best_move(module: Module, skill: Skill = "best") -> Callable[[Frame], Move]:
    def move(frame: Frame) -> Move:
        match frame:
            case QuestionFrame():
                return Answer(response(module, frame, skill))
            case ChoiceFrame() if frame.options:
                return Choose(choice(module, frame, skill))
            case OverviewFrame():
                return Finish()
            case FeedbackFrame() if Action.REVEAL in frame.actions:
                return Reveal()
            case _:
                return Next()

    return move


# Lessons


def test_a_lesson_goes_page_question_explanation_end(desk: Desk) -> None:
    module = module_of(desk)
    lesson = module.lessons[0]
    session = desk.open(Part(REF, "lesson", lesson.id))
    assert isinstance(session.frame, PageFrame)
    end = until(session, EndFrame, best_move(module))
    assert isinstance(end, EndFrame)
    assert end.following is not None
    row = desk.module(REF).parts[0]
    assert (row.state, row.done) == ("read", True)


def test_a_lesson_goes_on_at_the_page_that_was_left(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    lesson = module_of(desk, WPS).lessons[0]
    session = desk.open(Part(WPS, "lesson", lesson.id))
    session.do(Next())
    until(session, PageFrame, best_move(module_of(desk, WPS)))
    left = session.frame
    desk = again(tmp_path, desk, ref=WPS)
    card = desk.home().resume
    assert card is not None
    assert isinstance(left, PageFrame)
    assert card.ref == left.ref
    assert desk.resume(card).frame == left


def test_a_move_that_is_not_offered_changes_nothing(desk: Desk) -> None:
    session = desk.open(Part(REF, "lesson", module_of(desk).lessons[0].id))
    before = session.frame
    for move in (Retry(), Finish(), GoTo(3), Choose("a"), Back()):
        assert session.do(move) is before


# Practice


def test_practice_gives_two_tries_and_hides_the_key_between(desk: Desk) -> None:
    module = module_of(desk)
    session = desk.open(Part(REF, "practice"))
    frame = until(session, QuestionFrame, best_move(module))
    assert isinstance(frame, QuestionFrame)
    first = session.do(Answer(response(module, frame, "worst")))
    assert isinstance(first, FeedbackFrame)
    assert not first.revealed
    assert first.sources == () or Action.RETRY in first.actions
    assert all(note.chosen for note in first.notes)
    assert all(not note.right for note in first.notes)
    second = session.do(Retry())
    assert isinstance(second, QuestionFrame)
    assert second.tries_left == 1
    last = session.do(Answer(response(module, second, "best")))
    assert isinstance(last, FeedbackFrame)
    assert last.revealed
    assert last.outcome is Outcome.CORRECT
    assert last.score == pytest.approx(2 / 3)


def test_practice_goes_on_with_the_explanation_that_was_on_the_screen(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path, BRIDGE)
    module = module_of(desk)
    session = desk.open(Part(REF, "practice"))
    frame = session.frame
    assert isinstance(frame, QuestionFrame)
    left = session.do(Answer(response(module, frame, "worst")))
    desk = again(tmp_path, desk)
    assert desk.open(Part(REF, "practice")).frame == left


def test_practice_ends_with_a_result_that_is_not_graded(desk: Desk) -> None:
    session = desk.open(Part(REF, "practice"))
    result = until(session, ResultFrame, best_move(module_of(desk)))
    assert isinstance(result, ResultFrame)
    assert result.passed is None
    assert result.percent == 100
    session.do(GoTo(1))
    assert isinstance(session.frame, FeedbackFrame)
    session.do(Overview())
    assert isinstance(session.frame, ResultFrame)
    session.do(Again())
    assert isinstance(session.frame, QuestionFrame)


# The module quiz


def start_quiz(desk: Desk, ref: str = REF) -> Session:
    session = desk.open(Part(ref, "exam"))
    assert isinstance(session.frame, IntroFrame)
    session.do(Next())
    return session


def test_the_quiz_explains_only_after_it_is_handed_in(desk: Desk) -> None:
    module = module_of(desk)
    session = start_quiz(desk)
    for _ in range(50):
        frame = session.frame
        assert not isinstance(frame, FeedbackFrame)
        if isinstance(frame, ResultFrame):
            break
        session.do(best_move(module)(frame))
    result = session.frame
    assert isinstance(result, ResultFrame)
    assert (result.passed, result.percent) == (True, 100)
    assert desk.home().courses[0].modules[0].passed


def test_going_back_flags_and_a_changed_answer(desk: Desk) -> None:
    module = module_of(desk)
    session = start_quiz(desk)
    frame = session.frame
    assert isinstance(frame, QuestionFrame)
    session.do(Answer(response(module, frame, "worst")))
    session.do(Back())
    back = session.frame
    assert isinstance(back, QuestionFrame)
    assert back.ref == frame.ref
    assert back.response == response(module, frame, "worst")
    session.do(Answer(response(module, frame, "best"), stay=True))
    session.do(Flag())
    flagged = session.frame
    assert isinstance(flagged, QuestionFrame)
    assert flagged.flagged
    overview = session.do(Overview())
    assert isinstance(overview, OverviewFrame)
    assert [row.flagged for row in overview.rows].count(True) == 1
    assert overview.unanswered == len(overview.rows) - 1
    session.do(Finish())
    result = session.frame
    assert isinstance(result, ResultFrame)
    assert result.rows[0].outcome is Outcome.CORRECT
    assert result.passed is False


def test_a_quiz_interrupted_goes_on_with_every_answer(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    module = module_of(desk, WPS)
    session = start_quiz(desk, WPS)
    for _ in range(7):
        session.do(best_move(module)(session.frame))
    left = session.frame
    desk = again(tmp_path, desk, ref=WPS)
    card = desk.home().resume
    assert card is not None
    session = desk.resume(card)
    assert session.frame == left
    result = until(session, ResultFrame, best_move(module))
    assert isinstance(result, ResultFrame)
    assert result.percent == 100


def test_a_failed_quiz_can_be_retaken_after_twelve_hours(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path, BRIDGE)
    session = start_quiz(desk)
    until(session, ResultFrame, best_move(module_of(desk), "worst"))
    assert Action.AGAIN not in session.frame.actions
    desk.close()
    late = open_test_desk(tmp_path, BRIDGE, make_world(START + timedelta(hours=13), 50))
    session = late.open(Part(REF, "exam"))
    assert Action.AGAIN in session.frame.actions
    session.do(Again())
    assert isinstance(session.frame, IntroFrame)


# Scenarios


def scenario_of(desk: Desk) -> str:
    return next(iter(module_of(desk).scenarios))


def test_the_best_run_costs_nothing_and_the_first_run_counts(desk: Desk) -> None:
    module = module_of(desk)
    session = desk.open(Part(REF, "scenario", scenario_of(desk)))
    review = until(session, DebriefFrame, best_move(module))
    assert isinstance(review, DebriefFrame)
    assert review.counts
    assert review.log
    session.do(Again())
    replay = until(session, DebriefFrame, best_move(module, "worst"))
    assert isinstance(replay, DebriefFrame)
    assert not replay.counts
    assert replay.percent < review.percent
    assert replay.costliest


def test_a_decision_is_taken_once_more_in_a_run_of_its_own(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    module = module_of(desk, WPS)
    session = desk.open(Part(WPS, "scenario", next(iter(module.scenarios))))
    first = until(session, DebriefFrame, best_move(module, "worst"))
    assert isinstance(first, DebriefFrame)
    session.do(Fork(3))
    at = session.frame
    assert isinstance(at, ChoiceFrame)
    assert at.decision == 3
    assert at.clock == first.log[2].clock
    second = until(session, DebriefFrame, best_move(module))
    assert isinstance(second, DebriefFrame)
    assert not second.counts
    assert second.taken_over == 2
    assert second.log[:2] == first.log[:2]
    assert second.log[2].chosen != first.log[2].chosen
    assert [row.label for row in second.runs] == ["counts", "from decision 3 of run 1"]
    assert [row.shown for row in second.runs] == [False, True]
    assert second.percent > first.percent
    session.do(ShowRun(1))
    assert session.frame == replace(first, runs=session.frame.runs, actions=session.frame.actions)  # type: ignore[union-attr]


def test_a_fork_left_open_goes_on_with_what_it_took_over(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    module = module_of(desk, WPS)
    scenario = next(iter(module.scenarios))
    session = desk.open(Part(WPS, "scenario", scenario))
    until(session, DebriefFrame, best_move(module, "worst"))
    session.do(Fork(2))
    left = session.frame
    desk = again(tmp_path, desk, ref=WPS)
    session = desk.open(Part(WPS, "scenario", scenario))
    found = session.frame
    assert isinstance(found, ChoiceFrame)
    assert isinstance(left, ChoiceFrame)
    assert (found.ref, found.decision, found.indicators) == (
        left.ref,
        left.decision,
        left.indicators,
    )
    end = until(session, DebriefFrame, best_move(module))
    assert isinstance(end, DebriefFrame)
    assert end.taken_over == 1


@pytest.mark.parametrize("number", [0, 99])
def test_there_is_no_way_back_to_a_decision_that_was_not_taken(desk: Desk, number: int) -> None:
    session = desk.open(Part(REF, "scenario", scenario_of(desk)))
    review = until(session, DebriefFrame, best_move(module_of(desk)))
    assert session.do(Fork(number)) == review
    assert Action.RUNS not in review.actions


def test_the_review_shows_what_there_was_to_notice_and_at_which_hour(desk: Desk) -> None:
    module = module_of(desk)
    session = desk.open(Part(REF, "scenario", scenario_of(desk)))
    review = until(session, DebriefFrame, best_move(module))
    assert isinstance(review, DebriefFrame)
    assert [(row.clock, row.cue) for row in review.log] == [
        ("D+0 06:10", ""),
        ("D+0 06:30", "The carts wait at dawn."),
    ]


def test_the_review_shows_what_others_could_notice(desk: Desk) -> None:
    toll = module_of(desk).scenarios["toll"]
    gate = toll.nodes["gate"]
    unknown = ScenarioState(node="gate", indicators={"trust": 5}, facts=())
    assert cue_of(gate, unknown.facts) == "Nobody is at the gate."
    assert elsewhere(toll, gate, unknown) == (
        "You know when the traders come: The carts wait at dawn.",
    )
    known = ScenarioState(node="gate", indicators={"trust": 5}, facts=("knows-hours",))
    assert elsewhere(toll, gate, known) == ()


@pytest.mark.parametrize(
    ("minutes", "begins", "shown"),
    [
        (80, None, "T+01:20"),
        (27 * 60, None, "D+1 03:00"),
        (80, "0610", "D+0 07:30"),
        (18 * 60, "0610", "D+1 00:10"),
    ],
)
def test_exercise_time_counts_from_the_hour_at_which_the_scenario_begins(
    minutes: int, begins: str | None, shown: str
) -> None:
    assert exercise_time(minutes, begins) == shown


def test_a_scenario_goes_on_at_the_same_node_with_the_same_state(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    module = module_of(desk, WPS)
    session = desk.open(Part(WPS, "scenario", next(iter(module.scenarios))))
    session.do(Next())
    steps = 0
    while steps < 3:
        session.do(best_move(module)(session.frame))
        steps += 1
        left = session.frame
        desk = again(tmp_path, desk, 100 * (steps + 1), ref=WPS)
        card = desk.home().resume
        assert card is not None
        session = desk.resume(card)
        found = session.frame
        assert isinstance(found, ChoiceFrame)
        assert isinstance(left, ChoiceFrame)
        assert (found.ref, found.text, found.indicators) == (left.ref, left.text, left.indicators)
        assert (found.options, found.clock, found.decision) == (
            left.options,
            left.clock,
            left.decision,
        )
        assert found.known + found.learned == left.known + left.learned


def test_what_is_not_there_is_a_sentence(desk: Desk) -> None:
    for part in (Part(REF, "lesson", "no"), Part(REF, "scenario", "no"), Part(REF, "magic")):
        with pytest.raises(ContentError):
            desk.open(part)
    with pytest.raises(ContentError):
        desk.module("bridge/no")
