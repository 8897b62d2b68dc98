"""The footer shows whole keys, as many as there is room for; help names all of them."""

from pathlib import Path

from tests.tui.driver import program
from tests.worlds import open_test_desk

REF = "wps/participation"


async def test_what_has_no_room_is_left_out_whole_and_help_names_it(tmp_path: Path) -> None:
    async with program(lambda: open_test_desk(tmp_path), REF, (60, 20)) as seen:
        await seen.press("enter", "enter")
        shown = seen.text.splitlines()[-1]
        assert shown == "  Enter Answer  u I don't know  s Mark  Esc Leave  ? Help"
        await seen.press("question_mark")
        for _ in range(4):
            await seen.press("pagedown")
        seen.sees("Keys here:", "u\u00a0I\u00a0don't\u00a0know", "k\u00a0Sources", "!\u00a0Report")


async def test_a_wider_window_shows_more(tmp_path: Path) -> None:
    async with program(lambda: open_test_desk(tmp_path), REF, (60, 20)) as seen:
        await seen.press("enter", "enter")
        seen.sees_not("Space Choose", "k Sources")
        await seen.resize(120, 20)
        seen.sees("Space Choose", "k Sources", "! Report", "? Help")
        await seen.resize(40, 20)
        seen.sees("? Help", "Esc Leave")
        seen.sees_not("Space Choose", "s Mark")
