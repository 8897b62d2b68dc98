"""The pre-test by keys: begun, "I don't know" on every kind of answer, left out."""

from pathlib import Path

import pytest

from tests.tui.driver import program
from tests.worlds import open_test_desk
from tutor.model.items import Use
from tutor.model.record import Outcome
from tutor.study.frames import QuestionFrame
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
            await seen.press("k")
        seen.sees('"I don\'t know" 6 times', "Where to begin:")
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


async def test_where_text_is_typed_a_control_key_says_it(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    module = desk._overviews.seat(REF).module
    short = next(item for item in module.items.values() if item.kind == "short")
    typed = short.model_copy(update={"use": (Use.PRETEST,)})
    others = {
        name: item.model_copy(update={"use": (Use.PRACTICE,)})
        for name, item in module.items.items()
    }
    seat = desk._overviews.seat(REF)
    module = module.model_copy(update={"items": others | {short.id: typed}})
    desk._overviews.seat = lambda _ref: replace_module(seat, module)  # type: ignore[method-assign]
    async with program(lambda: desk, REF) as seen:
        seen.app.push_screen(StudyScreen(REF, "pretest", ""))
        await seen.settle()
        await seen.press("enter", "k")
        seen.sees("^l I don't know")
        await seen.press("ctrl+l")
        quiz = seat.record.pretest
        assert quiz is not None
        (answer,) = quiz.answers.values()
        assert answer.verdict.outcome is Outcome.NOT_KNOWN


def replace_module(seat, module):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(seat, module=module)
