"""Each kind on the study floor: what is asked, what is explained, and what stays hidden."""

from pathlib import Path

import pytest

from tests.autopilot import response
from tests.kinds import LESSON, REF, asking, drawing
from tests.worlds import open_test_desk
from tutor.engine import grading
from tutor.model.items import KINDS, Item
from tutor.model.library import Module
from tutor.model.record import Outcome
from tutor.model.responses import Choice, Pairs, Written
from tutor.study.desk import Desk, Part
from tutor.study.frames import (
    EndFrame,
    FeedbackFrame,
    Frame,
    OverviewFrame,
    PageFrame,
    QuestionFrame,
    ResultFrame,
)
from tutor.study.moves import Answer, Back, Finish, Next, Overview, Retry
from tutor.study.questions import label
from tutor.study.session import Session

IDS = {
    "single": "q-council", "multiple": "q-sources", "true-false": "q-only-women",
    "statements": "q-who-does-what", "match": "q-pillars", "order": "q-steps",
    "sort": "q-inside-outside", "cloze": "q-duty", "short": "q-opening", "number": "q-waiting",
    "spot": "q-patrol-report", "best-worst": "q-first-hour", "inject": "q-blankets",
    "draft": "q-frago", "reflect": "q-own-assumption",
}  # fmt: skip
UNGRADED = ("draft", "reflect")
SECRETS = ("right", "wrong", "correct", "answer", "flaw", "quality", "panel", "credit", "model")


def module_of(desk: Desk) -> Module:
    return desk._overviews.seat(REF).module


def asked(tmp_path: Path, kind: str) -> tuple[Desk, Session, QuestionFrame]:
    """The question as a checkpoint of the first page."""
    desk = open_test_desk(tmp_path / "home", asking(tmp_path, IDS[kind]))
    session = desk.open(Part(REF, "lesson", LESSON))
    frame = session.do(Next())
    assert isinstance(frame, QuestionFrame)
    assert frame.kind == kind
    return desk, session, frame


def explained(frame: Frame) -> FeedbackFrame:
    assert isinstance(frame, FeedbackFrame)
    return frame


def whys(item: Item) -> list[str]:
    """Every explanation of a question, and what it calls right."""
    texts = [getattr(item, name, None) for name in ("why", "right", "wrong", "model")]
    texts += [getattr(one, "why", None) for one in getattr(item, "answers", {}).values()]
    return [text for text in texts if isinstance(text, str)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_frame_holds_no_key(tmp_path: Path, kind: str) -> None:
    desk, _, frame = asked(tmp_path, kind)
    shown = repr(frame)
    for text in whys(module_of(desk).items[IDS[kind]]):
        assert text not in shown
    assert "{{" not in shown
    fields = {name for one in (frame, frame.body) for name in one.__slots__}
    assert not fields & set(SECRETS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_key_is_right_and_every_explanation_is_read(tmp_path: Path, kind: str) -> None:
    desk, session, frame = asked(tmp_path, kind)
    item = module_of(desk).items[IDS[kind]]
    found = explained(session.do(Answer(response(module_of(desk), frame, "best"))))
    right = Outcome.NOT_GRADABLE if kind in UNGRADED else Outcome.CORRECT
    assert (found.outcome, found.score) == (right, 0 if kind in UNGRADED else 1)
    shown = repr((found.notes, found.why, found.compared))
    for text in whys(item):
        assert repr(text)[1:-1] in shown or kind == "true-false"
    assert all(note.mark for note in found.notes if note.chosen)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in UNGRADED])
def test_a_bad_answer_is_told_what_was_right(tmp_path: Path, kind: str) -> None:
    desk, session, frame = asked(tmp_path, kind)
    found = explained(session.do(Answer(response(module_of(desk), frame, "worst"))))
    assert found.score < 1
    marks = {note.mark for note in found.notes}
    rights = {note.right for note in found.notes}
    assert "right" in marks or "missed" in marks or rights != {""} or kind == "inject"


@pytest.mark.parametrize("kind", ["statements", "sort", "cloze", "best-worst", "spot", "number"])
def test_between_two_tries_nothing_else_is_given_away(tmp_path: Path, kind: str) -> None:
    desk = open_test_desk(tmp_path / "home", drawing(tmp_path, IDS[kind], "practice"))
    session = desk.open(Part(REF, "practice", ""))
    frame = session.frame
    assert isinstance(frame, QuestionFrame)
    given = response(module_of(desk), frame, "worst")
    if isinstance(given, Pairs) and kind != "best-worst":
        given = Pairs(pairs=dict(list(given.pairs.items())[:1]))
    found = explained(session.do(Answer(given)))
    assert not found.revealed
    assert len(found.notes) == (2 if kind == "best-worst" else 1)
    assert all(note.chosen and not note.right for note in found.notes)
    assert (found.why, found.compared) == ("", ())


@pytest.mark.parametrize("kind", ["statements", "sort", "cloze", "best-worst", "spot"])
def test_what_was_right_stays_on_the_second_try(tmp_path: Path, kind: str) -> None:
    desk = open_test_desk(tmp_path / "home", drawing(tmp_path, IDS[kind], "practice"))
    session = desk.open(Part(REF, "practice", ""))
    frame = session.frame
    assert isinstance(frame, QuestionFrame)
    key = response(module_of(desk), frame, "best")
    first = (
        Choice(chosen=key.chosen[:1])
        if isinstance(key, Choice)
        else Pairs(pairs=dict(list(key.pairs.items())[:1]))  # type: ignore[union-attr]
    )
    session.do(Answer(first))
    again = session.do(Retry())
    assert isinstance(again, QuestionFrame)
    assert len(again.locked) == 1
    assert again.response == first
    blank = grading.blank(module_of(desk).items[IDS[kind]])
    session.do(Answer(blank))
    kept = desk._overviews.seat(REF).record.open_quizzes.popitem()[1].answers.popitem()[1]
    assert kept.response == first


def test_a_draft_is_held_against_the_model_and_its_points(tmp_path: Path) -> None:
    _, session, frame = asked(tmp_path, "draft")
    assert [one.label for one in frame.passages] == ["Your task"]
    assert "tries" not in frame.rule
    found = explained(session.do(Answer(Written(text="# Mine\n\nTwo lines"))))
    own, model = found.compared
    assert (own.text, own.plain) == ("# Mine\n\nTwo lines", True)
    assert model.text.startswith("From 061645ZMAR")
    assert [note.label for note in found.notes] == ["1", "2", "3", "4"]
    assert found.message.startswith("Not graded.")


@pytest.mark.parametrize("kind", UNGRADED)
def test_what_was_written_once_is_not_asked_again(tmp_path: Path, kind: str) -> None:
    desk, session, _ = asked(tmp_path, kind)
    session.do(Answer(Written(text=" \n ")))
    assert not desk._overviews.seat(REF).record.completed
    frame = session.do(Back())
    assert isinstance(frame, PageFrame)
    assert (frame.checks, frame.checks_done) == (1, 0)
    session.do(Next())
    session.do(Answer(Written(text="thoughts")))
    frame = session.do(Back())
    assert isinstance(frame, PageFrame)
    assert (frame.checks, frame.checks_done) == (1, 1)


def test_a_lesson_counts_what_was_written_apart(tmp_path: Path) -> None:
    desk, session, _ = asked(tmp_path, "reflect")
    session.do(Answer(Written(text="thoughts")))
    assert set(desk._overviews.seat(REF).record.completed) == {f"{REF}/q-own-assumption"}
    assert not desk._overviews.seat(REF).record.items
    session.do(Next())
    end = session.do(Next())
    assert isinstance(end, EndFrame)
    assert end.lines == ("2 pages read.", "Written without a score: 1.")


@pytest.mark.parametrize("text", ["thoughts", ""])
def test_an_exam_counts_neither_points_earned_nor_possible(tmp_path: Path, text: str) -> None:
    course = drawing(tmp_path, IDS["number"])
    questions = course / "tour" / "questions.toml"
    whole = questions.read_text("utf-8")
    for item in ("q-own-assumption", "q-frago"):
        whole = whole.replace(f'[{item}]\nuse = ["checkpoint"]', f'[{item}]\nuse = ["exam"]')
    questions.write_text(whole, "utf-8")
    desk = open_test_desk(tmp_path / "home", course)
    session = desk.open(Part(REF, "exam", ""))
    frame = session.do(Next())
    while isinstance(frame, QuestionFrame):
        graded = frame.kind not in UNGRADED
        given = response(module_of(desk), frame, "best") if graded else Written(text=text)
        frame = session.do(Answer(given) if graded or text else Next())
    assert isinstance(frame, OverviewFrame)
    result = session.do(Finish())
    assert isinstance(result, ResultFrame)
    assert (result.percent, result.passed) == (100, True)
    assert [(row.earned, row.possible) for row in result.objectives] == [(1, 1)]
    word = "completed" if text else "not completed"
    assert sorted(row.said for row in result.rows) == sorted(["correct", word, word])


def test_a_list_never_shows_the_name_of_a_gap(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path / "home", drawing(tmp_path, IDS["cloze"]))
    assert label(module_of(desk).items[IDS["cloze"]]).startswith("The (1:......) is responsible")
    session = desk.open(Part(REF, "exam", ""))
    session.do(Next())
    frame = session.do(Overview())
    assert isinstance(frame, OverviewFrame)
    assert "owner" not in frame.rows[0].prompt
