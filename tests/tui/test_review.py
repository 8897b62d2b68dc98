"""Spaced review on the screen: offered on home, gone through by keys, no debt when it is done."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.autopilot import response
from tests.tui.driver import Seen, program
from tests.worlds import BRIDGE, START, make_world, open_test_desk
from tutor.model.responses import Choice, Truth
from tutor.study.desk import Desk, Part
from tutor.study.frames import PickBody, QuestionFrame, ResultFrame, TruthBody
from tutor.study.moves import Answer, Next
from tutor.tui.screens.study import StudyScreen

REF = "bridge/crossing"


def desk_on(home: Path, day: int) -> Desk:
    world = make_world(START + timedelta(days=day), first_id=day * 1000 + 1)
    return open_test_desk(home, BRIDGE, world)


def practised(home: Path) -> None:
    """A round of practice on the first day."""
    desk = desk_on(home, 0)
    module = desk._overviews.seat(REF).module
    session = desk.open(Part(REF, "practice"))
    while not isinstance(session.frame, ResultFrame):
        frame = session.frame
        asked = isinstance(frame, QuestionFrame)
        session.do(Answer(response(module, frame, "best")) if asked else Next())
    desk.close()


async def answer(seen: Seen) -> bool:
    """Answer by letters where that can be done; else hand over the key."""
    screen = seen.app.screen
    assert isinstance(screen, StudyScreen)
    frame = screen._frame
    if not isinstance(frame, QuestionFrame):
        return False
    assert seen.app.desk is not None
    key = response(seen.app.desk._overviews.seat(REF).module, frame, "best")
    if isinstance(key, Choice) and isinstance(frame.body, PickBody):
        places = [option.key for option in frame.body.options]
        await seen.press(*("abcdefgh"[places.index(k)] for k in key.chosen), "enter")
    elif isinstance(key, Truth) and isinstance(frame.body, TruthBody):
        await seen.press("a" if key.value else "b", "enter")
    else:
        await screen._do(Answer(key))
        await seen.settle()
    return True


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_home_offers_it_and_it_is_gone_when_done(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    practised(tmp_path)
    async with program(lambda: desk_on(tmp_path, 5), size=size) as seen:
        seen.sees("Review: 6 questions, about")
        menu = seen.app.screen.query_one("Menu")
        keys = [option.id for option in menu.options]  # type: ignore[attr-defined]
        menu.highlighted = keys.index("review")  # type: ignore[attr-defined]
        await seen.press("enter")
        seen.sees("Review", "1/6")
        for _ in range(6):
            assert await answer(seen)
            seen.sees("Correct.")
            await seen.press("enter")
        seen.sees("6 of 6 right at the first try", "The next review is on")
        await seen.press("n")
        seen.sees("The next review is on")
        seen.sees_not("Review: 6 questions", "overdue", "missed")


async def test_a_learner_who_has_done_nothing_is_told_nothing_about_review(tmp_path: Path) -> None:
    async with program(lambda: desk_on(tmp_path, 0)) as seen:
        seen.sees("Crossing")
        seen.sees_not("Review", "Nothing is due")


async def test_it_can_be_opened_at_the_start(tmp_path: Path) -> None:
    practised(tmp_path)
    async with program(lambda: desk_on(tmp_path, 0), part="review") as seen:
        seen.sees("Nothing is due today. The next review is on")
        await seen.press("enter")
        seen.sees("Maj Lind")
