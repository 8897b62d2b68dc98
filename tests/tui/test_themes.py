"""Every text of every theme can be read on every ground it stands on."""

from itertools import product

import pytest

from tutor.tui.shell import Shell
from tutor.tui.themes import (
    ANSI_THEME,
    BODY_RATIO,
    DEFAULT_THEME,
    PALETTES,
    TEXT_RATIO,
    THEMES,
    contrast_ratio,
    is_plain_terminal,
    theme_for,
)

GROUNDS = ("background", "surface", "panel", "cursor")
ROLES = ("text", "muted", "faint", "accent", "success", "warning", "error")
NAMES = tuple(PALETTES)


def test_contrast_of_known_pairs() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#ffffff", "#000000") == pytest.approx(21)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast_ratio("#123456", "#123456") == pytest.approx(1)


@pytest.mark.parametrize(("name", "role", "ground"), list(product(NAMES, ROLES, GROUNDS)))
def test_every_role_is_readable_on_every_ground(name: str, role: str, ground: str) -> None:
    palette = PALETTES[name]
    ratio = contrast_ratio(getattr(palette, role), getattr(palette, ground))
    wanted = BODY_RATIO if name == "tutor-contrast" or role == "text" else TEXT_RATIO
    assert ratio >= wanted, f"{name}: {role} on {ground} has {ratio:.2f}, wants {wanted}"


@pytest.mark.parametrize("name", NAMES)
def test_cursor_and_focused_button_are_readable(name: str) -> None:
    palette = PALETTES[name]
    assert contrast_ratio(palette.cursor_text, palette.cursor) >= BODY_RATIO
    wanted = BODY_RATIO if name == "tutor-contrast" else TEXT_RATIO
    assert contrast_ratio(palette.background, palette.accent) >= wanted


@pytest.mark.parametrize("name", NAMES)
def test_what_textual_makes_of_the_theme_is_readable(name: str) -> None:
    """The names that style sheets use, as the app resolves them."""
    theme = next(theme for theme in THEMES if theme.name == name)
    colours = theme.to_color_system().generate()
    wanted = BODY_RATIO if name == "tutor-contrast" else TEXT_RATIO
    texts = ("text", "text-muted", "text-disabled", "accent", "success", "warning", "error")
    for text, ground in product(texts, ("background", "surface", "panel")):
        assert contrast_ratio(colours[text], colours[ground]) >= wanted, (text, ground)
    for text in ("primary", "warning", "error", "success", "accent"):
        assert contrast_ratio(colours[f"text-{text}"], colours["background"]) >= wanted


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_knows_whether_it_is_dark(name: str) -> None:
    theme = next(theme for theme in THEMES if theme.name == name)
    assert theme.dark is (name != "tutor-light")


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({"TERM": "linux"}, True),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, True),
        ({"TERM": "vt100"}, True),
        ({"TERM": "xterm-16color"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-16color", "COLORTERM": "truecolor"}, False),
        ({}, False),
    ],
)
def test_plain_terminals_are_known(environment: dict[str, str], plain: bool) -> None:
    assert is_plain_terminal(environment) is plain
    assert theme_for(environment, "tutor-light") == (ANSI_THEME if plain else "tutor-light")


def test_an_unknown_theme_gives_the_default() -> None:
    assert theme_for({"TERM": "xterm"}, "textual-dark") == DEFAULT_THEME == THEMES[0].name


@pytest.mark.parametrize("theme", list(PALETTES))
async def test_a_program_is_painted_in_its_theme_from_the_beginning(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing changes the theme later, so what the style sheets were read with is what stays."""
    monkeypatch.setenv("TERM", "xterm-256color")
    app = Shell(theme)
    async with app.run_test():
        app.dress()
        assert app.screen.styles.background.hex.lower() == PALETTES[theme].background
        assert app.has_class("-dark-mode") is app.current_theme.dark
