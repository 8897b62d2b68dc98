"""From home through every part of a module and back, by keys only."""

from pathlib import Path

import pytest

from tests.autopilot import choice, response
from tests.tui.driver import program
from tests.worlds import BRIDGE, open_test_desk
from tutor.model.responses import Choice, Truth
from tutor.study.frames import ChoiceFrame, PickBody, QuestionFrame, TruthBody
from tutor.study.moves import Answer
from tutor.tui.messages import MoveMade
from tutor.tui.screens.study import StudyScreen

REF = "bridge/crossing"


def desk_in(home: Path):  # type: ignore[no-untyped-def]
    return lambda: open_test_desk(home, BRIDGE)


def frame_of(screen: object) -> object:
    assert isinstance(screen, StudyScreen)
    return screen._frame


async def test_home_shows_the_courses_and_opens_a_module(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path)) as seen:
        seen.sees("Maj Lind", "not started", "Enter Open")
        await seen.press("enter")
        seen.sees("You will be able to", "Module quiz", "Esc Courses")
        await seen.press("escape")
        seen.sees("Maj Lind")


async def test_a_page_leads_to_its_question_and_on(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        await seen.press("enter")
        seen.sees("1/")
        await seen.press("enter")
        if isinstance(frame_of(seen.app.screen), QuestionFrame):
            seen.sees("Enter")
        await seen.press("question_mark")
        seen.sees("Help")


async def test_it_goes_on_where_it_was_left(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        await seen.press("enter")
        title = frame_of(seen.app.screen).title  # type: ignore[attr-defined]
    async with program(desk_in(tmp_path)) as seen:
        seen.sees("Go on", title)
        await seen.press("enter")
        seen.sees(title)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_a_scenario_from_briefing_to_review(tmp_path: Path, size: tuple[int, int]) -> None:
    async with program(desk_in(tmp_path), REF, size) as seen:
        seen.app.screen.query_one("Menu").highlighted = None  # type: ignore[attr-defined]
        module = seen.app.desk._overviews.seat(REF).module  # type: ignore[union-attr]
        scenario = next(iter(module.scenarios))
        seen.app.push_screen(StudyScreen(REF, "scenario", scenario))
        await seen.settle()
        await seen.press("enter")
        for _ in range(30):
            frame = frame_of(seen.app.screen)
            if not isinstance(frame, ChoiceFrame):
                break
            if frame.options:
                letters = [option.key for option in frame.options]
                place = letters.index(choice(module, frame, "best"))
                await seen.press("abcdefgh"[place], "enter")
            else:
                await seen.press("enter")
        seen.sees("After-action review", "This run counts.")
        lines = [str(one.render()) for one in seen.app.screen.query("DebriefView .line")]
        assert "Cue: The carts wait at dawn." in lines
        await seen.press("g")
        seen.sees("Which decision do you take once more?", "Esc Close")
        await seen.press("enter")
        again = frame_of(seen.app.screen)
        assert isinstance(again, ChoiceFrame)
        assert again.decision == 1


async def test_answers_are_given_with_letters(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        module = seen.app.desk._overviews.seat(REF).module  # type: ignore[union-attr]
        seen.app.push_screen(StudyScreen(REF, "practice", ""))
        await seen.settle()
        answered = 0
        for _ in range(12):
            frame = frame_of(seen.app.screen)
            if not isinstance(frame, QuestionFrame):
                break
            key = response(module, frame, "best")
            if isinstance(key, Choice) and isinstance(frame.body, PickBody):
                places = [o.key for o in frame.body.options]
                await seen.press(*("abcdefgh"[places.index(k)] for k in key.chosen), "enter")
            elif isinstance(key, Truth) and isinstance(frame.body, TruthBody):
                await seen.press("a" if key.value else "b", "enter")
            else:
                break
            seen.sees("Correct.")
            answered += 1
            await seen.press("enter")
        assert answered


async def test_an_answer_handed_in_twice_does_not_answer_the_next_question(
    tmp_path: Path,
) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        module = seen.app.desk._overviews.seat(REF).module  # type: ignore[union-attr]
        seen.app.push_screen(StudyScreen(REF, "exam", ""))
        await seen.settle()
        await seen.press("enter")
        screen = seen.app.screen
        assert isinstance(screen, StudyScreen)
        first = frame_of(screen)
        assert isinstance(first, QuestionFrame)
        assert screen._view is not None
        given = Answer(response(module, first, "best"))
        screen.post_message(MoveMade(screen._view, given))
        screen.post_message(MoveMade(screen._view, given))
        await seen.settle()
        second = frame_of(screen)
        assert isinstance(second, QuestionFrame)
        assert second.heading.number == 2
        assert second.response is None
        assert screen.focused is not None, "the next question takes the keys at once"
