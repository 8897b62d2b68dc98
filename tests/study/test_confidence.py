"""How sure a learner is: when it is asked, what it means, that it counts in no mark."""

from pathlib import Path

import pytest

from tests.autopilot import choice, response
from tests.worlds import BRIDGE, make_world
from tutor.content.library import Library
from tutor.model.record import Answered, Behaviour, Outcome, Verdict
from tutor.model.responses import Truth
from tutor.model.settings import Settings
from tutor.store.learner import open_learner
from tutor.study.confidence import meaning
from tutor.study.desk import Desk, Part
from tutor.study.frames import ChoiceFrame, DebriefFrame, FeedbackFrame, QuestionFrame
from tutor.study.moves import Answer, Choose, Next, Retry

REF = "bridge/crossing"
SURE_AND_WRONG = "Sure and wrong: this comes back today and in 1, 7 and 21 days."
WORDS = ("not sure", "fairly sure", "sure")


def desk_in(home: Path, *, asked: bool = True) -> Desk:
    world = make_world()
    learner = open_learner(home, "Maj Lind", clock=world.clock)
    learner.change_settings(Settings(confidence=asked))
    return Desk(Library.open([BRIDGE]), learner, world)


def given(fraction: float, confidence: int | None, behaviour: Behaviour) -> Answered:
    outcome = {0.0: Outcome.INCORRECT, 1.0: Outcome.CORRECT}.get(fraction, Outcome.PARTLY)
    return Answered(
        module=REF,
        item=f"{REF}/q-true",
        objective="o1",
        item_kind="true-false",
        behaviour=behaviour,
        fingerprint=Library.open([BRIDGE]).module(REF).fingerprints["q-true"],
        response=Truth(value=True),
        verdict=Verdict(outcome=outcome, fraction=fraction),
        score=fraction,
        confidence=confidence,
    )


@pytest.mark.parametrize(
    ("fraction", "confidence", "behaviour", "line"),
    [
        (
            0.0,
            3,
            Behaviour.REVIEW,
            SURE_AND_WRONG,
        ),
        (0.0, 3, Behaviour.PRACTICE, "Sure and wrong: this comes back in 1, 7 and 21 days."),
        (
            0.5,
            3,
            Behaviour.REVIEW,
            SURE_AND_WRONG,
        ),
        (0.0, 2, Behaviour.REVIEW, "Fairly sure and wrong: the explanation is worth reading."),
        (0.0, 1, Behaviour.REVIEW, "Not sure and wrong: you judged that well."),
        (
            1.0,
            1,
            Behaviour.REVIEW,
            "Not sure and right: this comes back a little sooner, until it is sure.",
        ),
        (1.0, 3, Behaviour.REVIEW, "Sure and right: that fits."),
        (0.75, 2, Behaviour.REVIEW, "Fairly sure and mostly right: that fits."),
        (1.0, None, Behaviour.REVIEW, ""),
    ],
)
def test_what_it_means(
    fraction: float, confidence: int | None, behaviour: Behaviour, line: str
) -> None:
    assert meaning(given(fraction, confidence, behaviour)) == line


def test_it_is_asked_on_the_first_try_in_practice_where_it_is_switched_on(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    module = desk._overviews.seat(REF).module
    session = desk.open(Part(REF, "practice"))
    first = session.frame
    assert isinstance(first, QuestionFrame)
    assert first.sure == WORDS
    shown = session.do(Answer(response(module, first, "worst"), confidence=3))
    assert isinstance(shown, FeedbackFrame)
    assert shown.stated.startswith("Sure and wrong")
    second = session.do(Retry())
    assert isinstance(second, QuestionFrame)
    assert second.sure == ()


@pytest.mark.parametrize("part", ["pretest", "exam"])
def test_it_is_never_asked_where_it_could_be_taken_for_a_mark(tmp_path: Path, part: str) -> None:
    from tutor.content.library import bundled_courses

    world = make_world()
    learner = open_learner(tmp_path, "Maj Lind", clock=world.clock)
    learner.change_settings(Settings(confidence=True))
    desk = Desk(Library.open([bundled_courses()]), learner, world)
    frame = desk.open(Part("wps/participation", part)).do(Next())
    assert isinstance(frame, QuestionFrame)
    assert frame.sure == ()


def test_nothing_is_asked_where_it_is_switched_off(tmp_path: Path) -> None:
    frame = desk_in(tmp_path, asked=False).open(Part(REF, "practice")).frame
    assert isinstance(frame, QuestionFrame)
    assert frame.sure == ()


def test_a_decision_carries_it_into_the_review_of_the_run(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    module = desk._overviews.seat(REF).module
    session = desk.open(Part(REF, "scenario", next(iter(module.scenarios))))
    session.do(Next())
    for _ in range(30):
        frame = session.frame
        if not isinstance(frame, ChoiceFrame):
            break
        if frame.options:
            assert frame.sure == WORDS
            session.do(Choose(choice(module, frame, "best"), 1.0, 2))
        else:
            assert frame.sure == ()
            session.do(Next())
    debrief = session.frame
    assert isinstance(debrief, DebriefFrame)
    assert {row.stated for row in debrief.log} == {"fairly sure"}


def test_it_does_not_move_the_score(tmp_path: Path) -> None:
    scores = set()
    for number, confidence in enumerate((None, 1, 3)):
        desk = desk_in(tmp_path / str(number))
        module = desk._overviews.seat(REF).module
        session = desk.open(Part(REF, "practice"))
        frame = session.frame
        assert isinstance(frame, QuestionFrame)
        shown = session.do(Answer(response(module, frame, "best"), confidence=confidence))
        assert isinstance(shown, FeedbackFrame)
        scores.add(shown.score)
    assert scores == {1.0}
