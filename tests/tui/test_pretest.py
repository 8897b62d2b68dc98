"""The pre-test by keys: begun, "I don't know" on every kind of answer, left out."""

from pathlib import Path

import pytest

from tests.kinds import REF as KINDS_REF
from tests.kinds import drawing
from tests.study.test_kinds import IDS, UNGRADED
from tests.tui.driver import program
from tests.worlds import open_test_desk
from tutor.model.items import KINDS
from tutor.model.record import Outcome
from tutor.study.frames import QuestionFrame, typed
from tutor.tui.screens.study import StudyScreen

REF = "wps/participation"


def desk_in(home: Path):  # type: ignore[no-untyped-def]
    return lambda: open_test_desk(home)


def question(screen: object) -> QuestionFrame | None:
    assert isinstance(screen, StudyScreen)
    return screen._frame if isinstance(screen._frame, QuestionFrame) else None


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_a_pretest_from_the_module_page_to_the_first_lesson(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with program(desk_in(tmp_path), REF, size) as seen:
        seen.sees("Before you begin: 6 questions", "may be left out")
        await seen.press("enter")
        seen.sees("Nothing is scored.", "s Leave out", "Enter Next")
        await seen.press("enter")
        for number in range(1, 7):
            asked = question(seen.app.screen)
            assert asked is not None
            seen.sees(f"{number}/6")
            await seen.press("u")
        seen.sees('"I don\'t know" 6 times')
        await seen.press("enter")
        seen.sees("You said that you do not know.")
        await seen.press("o", "n")
        seen.sees("1/2", "Who decides")
        await seen.press("escape")
        seen.sees("0 % before")


async def test_it_may_be_left_out_with_one_key(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        await seen.press("enter", "s")
        seen.sees("Left out", "Next")
        await seen.press("enter")
        seen.sees("Who decides, who is missing")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in UNGRADED])
async def test_not_knowing_is_an_answer_to_every_kind(tmp_path: Path, kind: str) -> None:
    course = drawing(tmp_path, IDS[kind], "pretest")
    async with program(lambda: open_test_desk(tmp_path / "home", course), KINDS_REF) as seen:
        seen.app.push_screen(StudyScreen(KINDS_REF, "pretest", ""))
        await seen.settle()
        await seen.press("enter")
        asked = question(seen.app.screen)
        assert asked is not None
        assert asked.kind == kind
        typing = typed(asked.body)
        seen.sees("^l I don't know" if typing else "u I don't know")
        await seen.press("ctrl+l" if typing else "u")
        seen.sees("You knew 0 of 1")
        assert seen.app.desk is not None
        quiz = seen.app.desk._overviews.seat(KINDS_REF).record.pretest
        assert quiz is not None
        (answer,) = quiz.answers.values()
        assert answer.verdict.outcome is Outcome.NOT_KNOWN
