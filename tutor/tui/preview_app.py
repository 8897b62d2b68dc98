"""The app of an author: one module that is being written."""

from __future__ import annotations

from tutor.model.settings import Settings
from tutor.study.preview.desk import Preview
from tutor.tui.screens.preview import PreviewScreen
from tutor.tui.shell import STYLES, Shell


class PreviewApp(Shell):
    """There is no learner and nothing to save."""

    CSS_PATH = [f"styles/{name}" for name in STYLES]
    KEPT = ""

    def __init__(self, preview: Preview, settings: Settings | None = None) -> None:
        super().__init__()
        self._preview = preview
        self._settings = settings or Settings()

    def on_mount(self) -> None:
        """Show the module, in the colours that the author has chosen for his own study."""
        self.dress()
        self.use(self._settings)
        self.push_screen(PreviewScreen(self._preview))
