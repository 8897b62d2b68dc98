"""The screens that can be opened from everywhere, by name."""

from tutor.tui.screens.base import BaseScreen
from tutor.tui.screens.search import SearchScreen
from tutor.tui.screens.settings import SettingsScreen

SCREENS: dict[str, type[BaseScreen]] = {"search": SearchScreen, "settings": SettingsScreen}
