"""The screens that can be opened from everywhere, by name."""

from tutor.tui.screens.base import BaseScreen
from tutor.tui.screens.lists import GlossaryScreen, NotesScreen, ReportsScreen, SourcesScreen
from tutor.tui.screens.palette import PaletteScreen
from tutor.tui.screens.search import SearchScreen
from tutor.tui.screens.settings import SettingsScreen

SCREENS: dict[str, type[BaseScreen]] = {
    "search": SearchScreen,
    "notes": NotesScreen,
    "glossary": GlossaryScreen,
    "sources": SourcesScreen,
    "reports": ReportsScreen,
    "settings": SettingsScreen,
    "palette": PaletteScreen,
}
