"""Sources and terms of whatever is shown, by keys alone and by mouse; notes on objectives."""

from pathlib import Path

import pytest

from tests.tui.driver import Seen, program
from tests.worlds import BRIDGE, open_test_desk
from tutor.study.frames import DebriefFrame, FeedbackFrame
from tutor.tui.screens.study import StudyScreen

REF = "bridge/crossing"


def desk_in(home: Path):  # type: ignore[no-untyped-def]
    return lambda: open_test_desk(home, BRIDGE)


async def until(seen: Seen, screen: StudyScreen, wanted: type) -> None:
    for _ in range(60):
        if isinstance(screen._frame, wanted):
            return
        await seen.press(*(("a", "enter") if getattr(screen._frame, "options", ()) else ("enter",)))
    raise AssertionError(seen.text)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_an_explanation_has_its_sources_by_key(tmp_path: Path, size: tuple[int, int]) -> None:
    async with program(desk_in(tmp_path), REF, size) as seen:
        screen = StudyScreen(REF, "scenario", "toll")
        seen.app.push_screen(screen)
        await seen.settle()
        await until(seen, screen, DebriefFrame)
        await seen.press("k")
        seen.sees("Sources and terms here", "source")
        await seen.press("enter")
        seen.sees("Source", "Close  (C)")
        await seen.press("escape")
        assert seen.app.screen is screen


async def test_the_list_holds_what_an_explanation_cites(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        screen = StudyScreen(REF, "practice", "")
        seen.app.push_screen(screen)
        await seen.settle()
        for _ in range(30):
            frame = screen._frame
            if isinstance(frame, FeedbackFrame) and frame.revealed and frame.sources:
                break
            await seen.press("a", "enter", "x")
        else:
            raise AssertionError(seen.text)
        await seen.press("k")
        seen.sees(frame.sources[0].issuer, frame.sources[0].title[:20])


async def test_where_nothing_is_named_that_is_said(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        seen.app.push_screen(StudyScreen(REF, "exam", ""))
        await seen.settle()
        await seen.press("k")
        seen.sees("No sources and terms are named")


async def test_a_note_on_an_objective(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        await seen.press("w")
        seen.sees("A note on which objective?", "Explain who crosses the bridge.")
        await seen.press("enter", "x", "ctrl+s")
        (note,) = seen.app.desk.notebook.frame().notes  # type: ignore[union-attr]
        assert (note.about, note.text) == ("objective", "x")
        await seen.press("w", "enter")
        seen.sees("Your notes here")
