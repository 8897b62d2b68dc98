"""The screens that can be opened from everywhere, by name."""

from tutor.tui.screens.base import BaseScreen
from tutor.tui.screens.search import SearchScreen

SCREENS: dict[str, type[BaseScreen]] = {"search": SearchScreen}
