"""Keys that come faster than screens change: nothing is closed that nobody closed."""

from pathlib import Path

from textual import events

from tests.tui.driver import Seen, program
from tests.worlds import open_test_desk
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.module import ModuleScreen
from tutor.tui.screens.study import StudyScreen
from tutor.tui.widgets.dialog import TextDialog

REF = "wps/participation"


async def hurry(seen: Seen, *keys: str) -> None:
    """All keys at once, as when they were typed ahead."""
    for key in keys:
        seen.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await seen.settle()


async def test_a_dialog_is_closed_once(tmp_path: Path) -> None:
    async with program(lambda: open_test_desk(tmp_path), REF) as seen:
        await seen.press("question_mark")
        assert isinstance(seen.app.screen, TextDialog)
        await hurry(seen, "c", "c", "c")
        assert isinstance(seen.app.screen, ModuleScreen)


async def test_the_first_screen_stays(tmp_path: Path) -> None:
    async with program(lambda: open_test_desk(tmp_path), REF) as seen:
        await seen.press("enter")
        assert isinstance(seen.app.screen, StudyScreen)
        await hurry(seen, *["escape"] * 8)
        assert isinstance(seen.app.screen, HomeScreen)
        seen.sees("Women, Peace and Security")
