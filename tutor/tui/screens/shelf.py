"""The screens that can be opened from everywhere, by name."""

from tutor.tui.screens.base import BaseScreen
from tutor.tui.screens.lists import GlossaryScreen, NotesScreen, ReportsScreen, SourcesScreen
from tutor.tui.screens.palette import PaletteScreen
from tutor.tui.screens.progress import ProgressScreen, TroubleScreen
from tutor.tui.screens.review import ReviewScreen
from tutor.tui.screens.search import SearchScreen
from tutor.tui.screens.settings import SettingsScreen

SCREENS: dict[str, type[BaseScreen]] = {
    "search": SearchScreen,
    "review": ReviewScreen,
    "progress": ProgressScreen,
    "trouble": TroubleScreen,
    "notes": NotesScreen,
    "glossary": GlossaryScreen,
    "sources": SourcesScreen,
    "reports": ReportsScreen,
    "settings": SettingsScreen,
    "palette": PaletteScreen,
}
