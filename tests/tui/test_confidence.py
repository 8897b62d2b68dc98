"""How sure, by keys: after a letter one digit; after Enter where digits are the answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.autopilot import response
from tests.kinds import REF, drawing
from tests.study.test_kinds import IDS, UNGRADED
from tests.tui.driver import NORMAL, Seen, Size, program
from tests.tui.test_kinds import frame_of, keys_for, opened, question_of
from tests.worlds import BRIDGE, open_test_desk
from tutor.model.items import KINDS
from tutor.model.settings import Settings
from tutor.study.desk import Desk
from tutor.study.frames import ChoiceFrame, FeedbackFrame, QuestionFrame
from tutor.tui.screens.study import StudyScreen

ASK = "How sure are you?"
AFTER_ENTER = {"sort", "inject", "number", "short", "cloze"}
"""Kinds in which digits, or whatever is typed, belong to the answer."""


def unsure_desk(home: Path, course: Path) -> Desk:
    """A learner who wants to be asked."""
    desk = open_test_desk(home, course)
    desk._learner.change_settings(Settings(confidence=True))
    return desk


@asynccontextmanager
async def practising(tmp_path: Path, kind: str, size: Size = NORMAL) -> AsyncIterator[Seen]:
    course = drawing(tmp_path, IDS[kind], "practice")
    async with program(lambda: unsure_desk(tmp_path / "home", course), REF, size) as seen:
        await opened(seen, "practice")
        assert question_of(seen).kind == kind
        yield seen


def stated(seen: Seen) -> int | None:
    """The confidence in the record of the only answer."""
    assert seen.app.desk is not None
    record = seen.app.desk._overviews.seat(REF).record
    (quiz,) = record.open_quizzes.values()
    (answer,) = quiz.answers.values()
    return answer.confidence


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in UNGRADED])
async def test_it_is_one_key_with_every_kind(tmp_path: Path, kind: str) -> None:
    async with practising(tmp_path, kind) as seen:
        assert seen.app.desk is not None
        module = seen.app.desk._overviews.seat(REF).module
        frame = question_of(seen)
        await seen.press(*keys_for(frame.body, response(module, frame, "best")))
        if kind in AFTER_ENTER:
            await seen.press("enter")
            seen.sees(ASK)
        await seen.press("2")
        assert isinstance(frame_of(seen), FeedbackFrame), seen.text
        assert stated(seen) == 2
        seen.sees("Correct.", "Fairly sure and right: that fits.")


@pytest.mark.parametrize("kind", ["draft", "reflect"])
async def test_it_is_not_asked_where_nobody_grades(tmp_path: Path, kind: str) -> None:
    async with practising(tmp_path, kind) as seen:
        seen.sees_not(ASK)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_enter_asks_and_enter_again_goes_on_without(tmp_path: Path, size: Size) -> None:
    async with practising(tmp_path, "single", size) as seen:
        await seen.press("a", "enter")
        seen.sees(ASK, "1 not sure", "2 fairly sure", "3 sure", "Enter Without")
        await seen.press("enter")
        assert isinstance(frame_of(seen), FeedbackFrame)
        assert stated(seen) is None


async def test_from_the_question_back_to_the_answers(tmp_path: Path) -> None:
    async with practising(tmp_path, "single") as seen:
        await seen.press("a", "enter", "up", "b", "3")
        assert isinstance(frame_of(seen), FeedbackFrame)
        assert stated(seen) == 3


async def test_a_digit_before_the_answer_is_kept_for_it(tmp_path: Path) -> None:
    async with practising(tmp_path, "single") as seen:
        await seen.press("3")
        assert isinstance(frame_of(seen), QuestionFrame), "a digit chooses no answer here"
        seen.sees("(kept)")
        await seen.press("a", "enter")
        assert stated(seen) == 3


async def test_a_word_can_be_clicked_on(tmp_path: Path) -> None:
    async with practising(tmp_path, "single") as seen:
        await seen.press("a", "enter")
        line = seen.app.screen.query_one("SureLine")
        at = line.region
        x = at.x + str(line.render()).index("2 fairly sure") + 1
        await seen._pilot.click(offset=(x, at.y))
        await seen.settle()
        assert stated(seen) == 2


async def test_digits_choose_where_it_is_switched_off(tmp_path: Path) -> None:
    course = drawing(tmp_path, IDS["single"], "practice")
    async with program(lambda: open_test_desk(tmp_path / "home", course), REF) as seen:
        await opened(seen, "practice")
        seen.sees_not(ASK)
        await seen.press("2", "enter")
        assert isinstance(frame_of(seen), FeedbackFrame)


async def test_a_decision_with_a_letter_and_a_digit(tmp_path: Path) -> None:
    async with program(lambda: unsure_desk(tmp_path, BRIDGE), "bridge/crossing") as seen:
        assert seen.app.desk is not None
        module = seen.app.desk._overviews.seat("bridge/crossing").module
        seen.app.push_screen(
            StudyScreen("bridge/crossing", "scenario", next(iter(module.scenarios)))
        )
        await seen.settle()
        await seen.press("enter")
        for _ in range(30):
            frame = frame_of(seen)
            if not isinstance(frame, ChoiceFrame):
                break
            await seen.press(*(("a", "1") if frame.options else ("enter",)))
        seen.sees("After-action review")
        await seen.press("end")
        text = seen.text
        for _ in range(12):
            await seen.press("pageup")
            text += seen.text
        assert "(you said: not sure)" in text
