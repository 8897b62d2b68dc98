"""No key, explanation, note or judgement on the wall before its time, in the whole bank."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.kinds import KINDS_COURSE
from tests.kinds import REF as KINDS
from tests.study.classroom.rooms import (
    SECRET,
    class_desk,
    explanations,
    judgements,
    notes,
    texts,
    unkeyed,
)
from tutor.content.library import Library, bundled_courses
from tutor.model.classroom.plan import StepKind
from tutor.model.classroom.state import Phase
from tutor.study.classroom.agenda import Selection
from tutor.study.classroom.rehearse import rehearse
from tutor.study.classroom.session import ClassSession
from tutor.study.classroom.wall import wall
from tutor.study.frames.classroom import AskPart, RevealPart, ReviewPart, WallFrame

BANK = [
    f"{course.head.id}/{module}"
    for course in Library.open([bundled_courses()]).courses
    for module in course.modules
]


def secret_now(session: ClassSession) -> set[str]:
    """The texts that the wall must not hold in the present state."""
    module, state = session.material.module, session.state
    hidden = notes(module)
    for item in module.items.values():
        vote = state.votes.get(item.id)
        shown = state.subject == item.id and vote is not None and vote.revealed
        hidden |= set() if shown else explanations(item)
    reviewed = state.now is not None and state.now.kind is StepKind.SCENARIO
    for scenario in module.scenarios.values():
        in_review = reviewed and state.phase is Phase.DEBRIEF
        hidden |= set() if in_review else judgements(scenario)
    return hidden


def said_elsewhere(session: ClassSession) -> set[str]:
    """Texts that stand on a page or in a situation word for word, and so are no secret there."""
    module = session.material.module
    pages = {text for lesson in module.lessons for page in lesson.pages for text in (page.text,)}
    prompts = {text for item in module.items.values() for text in (item.prompt,)}
    return pages | prompts


def as_if_unkeyed(session: ClassSession) -> WallFrame:
    """The wall made from a course in which every key and explanation is another."""
    material = replace(session.material, module=unkeyed(session.material.module))
    frame = session.wall()
    return wall(session.state, material, frame.revision, session.analysis)


@pytest.mark.parametrize("ref", [*BANK, KINDS])
def test_a_whole_session_gives_nothing_away(ref: str, tmp_path: Path) -> None:
    courses = KINDS_COURSE if ref == KINDS else bundled_courses()
    session = class_desk(tmp_path, courses).open_class(ref, wanted=Selection(test=3))
    revealed, asked = 0, 0
    for _ in rehearse(session, 23, Random(7)):
        frame = session.wall()
        found = set(texts(frame))
        leaked = found & (secret_now(session) - said_elsewhere(session))
        assert not leaked, (session.state.now, session.state.phase, leaked)
        asked += isinstance(frame.part, AskPart)
        if isinstance(frame.part, RevealPart | ReviewPart):
            revealed += 1
        else:
            assert frame == as_if_unkeyed(session)
    session.close()
    assert asked
    assert revealed
    assert session.state.ignored == 0


@pytest.mark.parametrize("ref", [*BANK, KINDS])
def test_every_question_of_the_bank_can_be_shown_without_its_key(ref: str, tmp_path: Path) -> None:
    """Not only those that the agenda takes up."""
    from tutor.model.classroom.happenings import QuestionShown

    courses = KINDS_COURSE if ref == KINDS else bundled_courses()
    session = class_desk(tmp_path, courses).open_class(ref)
    session.forward()
    for item in session.material.module.items.values():
        session.do(QuestionShown(item=item.id))
        frame = session.wall()
        assert isinstance(frame.part, AskPart), item.id
        assert not set(texts(frame)) & secret_now(session)
        assert frame == as_if_unkeyed(session)
        assert frame.bars is None
    session.close()


def test_an_exercise_gives_nothing_away(tmp_path: Path) -> None:
    """Nothing of the facilitator's, and nothing that goes to a role on a card."""
    session = class_desk(tmp_path, bundled_courses()).open_class("exercise/meridian/elding")
    exercise = session.head.exercise
    assert exercise is not None
    assert exercise.hot_wash is not None
    secret = {exercise.notes or "", exercise.hot_wash.notes or ""}
    for inject in exercise.injects.values():
        secret |= {inject.hint or "", inject.notes or "", inject.harm or ""}
        secret |= {one.text for one in inject.expected}
        if inject.to:
            secret |= {inject.text, inject.if_missed or "", inject.sender or "", inject.id}
    secret -= {"", exercise.injects["order"].sender or ""}
    assert len(secret) > 100
    shown = False
    for _ in rehearse(session, 24, Random(7)):
        found = set(texts(session.wall()))
        assert not found & secret
        shown |= exercise.injects["order"].text in found
    assert shown
    assert session.state.ignored == 0
    session.close()


def test_the_changed_module_is_changed_where_it_matters(tmp_path: Path) -> None:
    """The harness can fail: after a reveal the two walls differ, and the cockpit's notes do."""
    session = class_desk(tmp_path, KINDS_COURSE).open_class(KINDS)
    module = unkeyed(session.material.module)
    kept = [
        item.id for item in module.items.values() if item == session.material.module.items[item.id]
    ]
    assert kept == []
    assert all(SECRET in notes(module) for _ in module.items)
    session.close()
