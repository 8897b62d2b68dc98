"""Our own calm themes, the contrast they keep, and which one a terminal can show.

Every colour is given here in full: Textual derives half of its palette by blending, and its
blends miss 4.5:1 for muted text, success and warning.

Roles: primary and accent mark where you are and what can be opened, warning is caution, error is
harm, success is right. A colour never says anything that the text does not say too.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.color import Color
from textual.theme import Theme

BODY_RATIO = 7.0
"""WCAG AAA for text: what body text keeps in every theme."""
TEXT_RATIO = 4.5
"""WCAG AA for text: what every other text keeps in the dark and the light theme."""


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as #rrggbb."""

    background: str
    surface: str
    panel: str
    text: str
    muted: str
    faint: str
    accent: str
    success: str
    warning: str
    error: str
    cursor: str
    cursor_text: str
    line: str


DARK = Palette(
    background="#14191f",
    surface="#1a2129",
    panel="#222b35",
    text="#d9dfe5",
    muted="#a0acb8",
    faint="#98a4b1",
    accent="#7fb4c9",
    success="#8fbf9a",
    warning="#d9b26a",
    error="#e2958a",
    cursor="#2c3a48",
    cursor_text="#f2f5f8",
    line="#3a4754",
)
LIGHT = Palette(
    background="#f5f6f4",
    surface="#eceeec",
    panel="#e1e5e5",
    text="#1d252c",
    muted="#4b5762",
    faint="#525e69",
    accent="#1b5a73",
    success="#2a5e3b",
    warning="#754d0b",
    error="#93342a",
    cursor="#cddbe2",
    cursor_text="#10171d",
    line="#b4bdc3",
)
CONTRAST = Palette(
    background="#000000",
    surface="#0a0a0a",
    panel="#161616",
    text="#ffffff",
    muted="#dcdcdc",
    faint="#c8c8c8",
    accent="#7fd8ff",
    success="#8df0a0",
    warning="#ffd75f",
    error="#ffb0a5",
    cursor="#00304f",
    cursor_text="#ffffff",
    line="#b0b0b0",
)
PALETTES: Mapping[str, Palette] = {
    "tutor-dark": DARK,
    "tutor-light": LIGHT,
    "tutor-contrast": CONTRAST,
}
DEFAULT_THEME = "tutor-dark"
ANSI_THEME = "tutor-ansi"


def _variables(palette: Palette) -> dict[str, str]:
    """Return the colours that Textual would otherwise blend by itself."""
    return {
        "text": palette.text,
        "text-muted": palette.muted,
        "text-disabled": palette.faint,
        "foreground-muted": palette.muted,
        "foreground-disabled": palette.faint,
        "border": palette.accent,
        "border-blurred": palette.line,
        "block-cursor-foreground": palette.cursor_text,
        "block-cursor-background": palette.cursor,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": palette.text,
        "block-cursor-blurred-background": palette.panel,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": palette.panel,
        "surface-active": palette.panel,
        "button-foreground": palette.text,
        "button-color-foreground": palette.background,
        "button-focus-text-style": "bold",
        **_variables_of_bars(palette),
        **_variables_of_input(palette),
    }


def _variables_of_bars(palette: Palette) -> dict[str, str]:
    return {
        "scrollbar": palette.line,
        "scrollbar-hover": palette.faint,
        "scrollbar-active": palette.accent,
        "scrollbar-background": palette.background,
        "footer-foreground": palette.muted,
        "footer-background": palette.background,
        "footer-key-foreground": palette.accent,
        "footer-description-foreground": palette.muted,
        "link-color": palette.accent,
        "link-color-hover": palette.cursor_text,
        "link-background-hover": palette.cursor,
    }


def _variables_of_input(palette: Palette) -> dict[str, str]:
    return {
        "input-cursor-background": palette.text,
        "input-cursor-foreground": palette.background,
        "input-selection-background": palette.cursor,
        "input-selection-foreground": palette.cursor_text,
        "screen-selection-background": palette.cursor,
        "screen-selection-foreground": palette.cursor_text,
    }


def _theme(name: str, palette: Palette) -> Theme:
    return Theme(
        name=name,
        primary=palette.accent,
        secondary=palette.muted,
        accent=palette.accent,
        success=palette.success,
        warning=palette.warning,
        error=palette.error,
        foreground=palette.text,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        boost=palette.panel,
        dark=Color.parse(palette.background).brightness < 0.5,
        variables=_variables(palette),
    )


def _ansi_theme() -> Theme:
    """The 16 colours of the terminal itself, for the Linux console and old terminals."""
    return Theme(
        name=ANSI_THEME,
        ansi=True,
        primary="ansi_cyan",
        secondary="ansi_default",
        accent="ansi_cyan",
        success="ansi_green",
        warning="ansi_yellow",
        error="ansi_bright_red",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables={
            "ansi-background": "ansi_black",
            "ansi-foreground": "ansi_white",
            "text-muted": "ansi_default",
            "text-disabled": "ansi_default",
            "border": "ansi_cyan",
            "border-blurred": "ansi_default",
            "block-cursor-foreground": "ansi_default",
            "block-cursor-background": "ansi_default",
            "block-cursor-text-style": "bold",
            "footer-key-foreground": "ansi_cyan",
            "input-cursor-background": "ansi_white",
            "input-cursor-foreground": "ansi_black",
            "input-selection-background": "ansi_cyan",
            "input-selection-foreground": "ansi_black",
        },
    )


THEMES: tuple[Theme, ...] = (
    *(_theme(name, palette) for name, palette in PALETTES.items()),
    _ansi_theme(),
)
"""All themes to register with the app; the first is the default."""


def is_plain_terminal(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal has 16 colours at most or a font without line drawing."""
    term = environment.get("TERM", "")
    if environment.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return term == "linux"
    return term in {"linux", "dumb", "ansi", "vt100", "vt102", "vt220", "xterm-16color"}


def theme_for(environment: Mapping[str, str], wanted: str = DEFAULT_THEME) -> str:
    """Return the name of the theme to start with: `wanted` where the terminal can show it."""
    if is_plain_terminal(environment):
        return ANSI_THEME
    known = {theme.name for theme in THEMES}
    return wanted if wanted in known else DEFAULT_THEME


def contrast_ratio(first: str, second: str) -> float:
    """Return the WCAG 2 contrast of two opaque colours, 1 to 21, whichever is in front."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = Color.parse(colour).normalized
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
