"""Search from any screen, by keys, and back to where one was."""

from pathlib import Path

import pytest

from tests.tui.driver import program
from tests.worlds import BRIDGE, open_test_desk
from tutor.study.frames import QuestionFrame
from tutor.tui.screens.search import SearchScreen
from tutor.tui.screens.study import StudyScreen
from tutor.tui.widgets.answers import AnswerList

REF = "bridge/crossing"


def desk_in(home: Path):  # type: ignore[no-untyped-def]
    return lambda: open_test_desk(home, BRIDGE)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_from_a_question_to_a_page_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    async with program(desk_in(tmp_path), REF, size) as seen:
        screen = StudyScreen(REF, "practice", "")
        seen.app.push_screen(screen)
        await seen.settle()
        frame = screen._frame
        assert isinstance(frame, QuestionFrame)
        await seen.press("b")
        chosen = screen.query_one(AnswerList).chosen
        await seen.press("slash", *"near")
        assert isinstance(seen.app.screen, SearchScreen)
        seen.sees("The near side", "page - Crossing", "Esc Back")
        await seen.press("enter")
        seen.sees("Crossing › The approach")
        await seen.press("enter")
        seen.sees("2/2")
        await seen.press("escape")
        seen.sees("near", "The near side")
        await seen.press("escape")
        assert seen.app.screen is screen
        assert screen._frame is frame
        assert screen.query_one(AnswerList).chosen == chosen
        assert isinstance(screen.focused, AnswerList)
    desk = open_test_desk(tmp_path, BRIDGE)
    place = desk._learner.progress.last
    assert place is not None
    assert place.part == "practice", "what was looked up is not the place to go on"


async def test_a_term_opens_as_a_card_and_the_mouse_works(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path)) as seen:
        term = seen.app.desk.search.terms()[0]  # type: ignore[union-attr]
        await seen.press("ctrl+f", *term.title[:6].lower().replace(" ", ""))
        seen.sees(term.title, "found.")
        await seen._pilot.click("Menu", offset=(6, 0))
        await seen.settle()
        seen.sees("Close  (C)")
        await seen.press("escape")
        assert isinstance(seen.app.screen, SearchScreen)


async def test_nothing_found_is_said_and_help_explains(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path)) as seen:
        await seen.press("slash", *"zzzz")
        seen.sees("Nothing has all these words.")
        await seen.press("enter", "f1")
        seen.sees("counted as")


async def test_a_text_of_markup_is_searched_and_shown_as_it_is(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path)) as seen:
        await seen.press("slash", "left_square_bracket", "slash", "right_square_bracket")
        assert seen.app.is_running
        seen.sees("[/]")
