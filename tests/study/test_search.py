"""What a learner finds: pages, terms, sources; questions once nothing open asks them."""

from pathlib import Path

import pytest

from tests.autopilot import response
from tests.worlds import BRIDGE, open_test_desk
from tutor.model.items import Item
from tutor.study.desk import Desk, Part
from tutor.study.frames import FeedbackFrame, HitRow, PageFrame, QuestionFrame
from tutor.study.moves import Answer, Next
from tutor.study.search import SOURCE, TERM

REF = "bridge/crossing"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_test_desk(tmp_path, BRIDGE)


def hit_of(desk: Desk, kind: str, words: str) -> HitRow:
    return next(hit for hit in desk.search.find(words) if hit.kind == kind)


def items(desk: Desk) -> dict[str, Item]:
    return desk._overviews.seat(REF).module.items


def test_a_page_is_found_by_title_and_opened(desk: Desk) -> None:
    title = desk._overviews.seat(REF).module.lessons[0].pages[0].title
    hit = desk.search.find(title.upper())[0]
    assert (hit.kind, hit.title) == ("page", title)
    frame = desk.open(Part(hit.where.module, hit.where.part, hit.where.ref)).frame
    assert isinstance(frame, PageFrame)
    assert frame.title == title


def test_terms_and_sources_are_found_and_listed(desk: Desk) -> None:
    for row in desk.search.terms():
        assert row.where.part == TERM
        assert desk.term(row.where.module, row.where.ref) is not None
        assert hit_of(desk, "term", row.title)
    for row in desk.search.sources():
        assert row.where.part == SOURCE
        card = desk.source(row.where.module, row.where.ref)
        assert card is not None
        assert hit_of(desk, "source", card.title).where == row.where
    assert desk.search.terms()
    assert desk.search.sources()


def test_no_question_is_found_before_it_was_answered(desk: Desk) -> None:
    for item in items(desk).values():
        words = " ".join(getattr(item, "prompt", "").split()[:4])
        assert [hit for hit in desk.search.find(words) if hit.kind == "question"] == []


def test_a_question_is_found_when_it_was_explained(desk: Desk) -> None:
    session = desk.open(Part(REF, "practice"))
    frame = session.frame
    assert isinstance(frame, QuestionFrame)
    words = " ".join(frame.prompt.split()[:4])
    session.do(Answer(response(desk._overviews.seat(REF).module, frame, "best")))
    assert [hit for hit in desk.search.find(words) if hit.kind == "question"] == []
    session.do(Next())
    hit = hit_of(desk, "question", words)
    assert hit.where.ref == frame.ref.rpartition("/")[2]
    assert isinstance(desk.open(Part(REF, hit.where.part, hit.where.ref)).frame, FeedbackFrame)


def test_no_answer_and_no_explanation_is_searched(desk: Desk) -> None:
    session = desk.open(Part(REF, "practice"))
    for _ in range(40):
        frame = session.frame
        if isinstance(frame, QuestionFrame):
            session.do(Answer(response(desk._overviews.seat(REF).module, frame, "best")))
        else:
            session.do(Next())
    single = items(desk)["q-single"]
    why = single.answers["a"].why  # type: ignore[union-attr]
    assert [hit for hit in desk.search.find(why) if hit.kind == "question"] == []
