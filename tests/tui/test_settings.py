"""The settings by keys: used at once, and still there at the next start."""

from pathlib import Path

import pytest

from tests.tui.driver import program
from tests.worlds import BRIDGE, open_test_desk
from tutor.model.settings import THEMES
from tutor.tui import themes
from tutor.tui.widgets.glyphs import ASCII_CLASS, COMPACT_CLASS


def desk_in(home: Path):  # type: ignore[no-untyped-def]
    return lambda: open_test_desk(home, BRIDGE)


def test_the_model_names_the_themes_that_there_are() -> None:
    assert {theme.name for theme in themes.THEMES} == set(THEMES)
    assert THEMES[0] == themes.DEFAULT_THEME


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_a_theme_is_chosen_and_kept(tmp_path: Path, size: tuple[int, int]) -> None:
    async with program(desk_in(tmp_path), size=size) as seen:
        await seen.press("comma")
        seen.sees("Theme: tutor-dark", "Confidence: off")
        await seen.press("enter", "down", "enter")
        assert seen.app.theme == "tutor-light"
        seen.sees("Theme: tutor-light", "saved")
        await seen.press("question_mark")
        seen.sees("Your own settings")
    async with program(desk_in(tmp_path)) as seen:
        assert seen.app.theme == "tutor-light"


async def test_density_characters_and_motion_are_used_at_once(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path)) as seen:
        await seen.press("comma", *["down"] * 4, "enter", "down", "enter", "down", "enter")
        assert seen.app.animation_level == "full"
        assert seen.app.has_class(COMPACT_CLASS)
        assert seen.app.has_class(ASCII_CLASS)
        seen.sees("Density: compact", "> ")
        await seen.press("enter", "up", "up", "enter")
        assert seen.app.animation_level == "none"
        assert not seen.app.has_class(ASCII_CLASS)


async def test_a_date_that_is_none_is_refused_with_a_sentence(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path)) as seen:
        await seen.press("comma", *["down"] * 3, "enter", *["backspace"] * 4, *"soon", "enter")
        seen.sees("'soon' is no date.")
        await seen.press("escape")
        seen.sees("Target date: none")
        await seen.press("enter", *["backspace"] * 4, *"2026-12-31", "enter")
        seen.sees("Target date: 2026-12-31")
