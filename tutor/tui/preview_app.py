"""The app with an author's module in place of a learner's desk."""

from __future__ import annotations

from tutor.errors import TutorError
from tutor.model.settings import Settings
from tutor.study.desk import Desk
from tutor.study.preview.desk import Preview
from tutor.tui.app import TutorApp
from tutor.tui.screens.preview import PreviewScreen


class PreviewApp(TutorApp):
    """One module that is being written. There is no learner and nothing to save."""

    def __init__(self, preview: Preview, settings: Settings | None = None) -> None:
        super().__init__(_no_desk)
        self._preview = preview
        self._settings = settings or Settings()

    def begin(self) -> None:
        """Show the module, in the colours that the author has chosen for his own study."""
        self.use(self._settings)
        self.push_screen(PreviewScreen(self._preview))


def _no_desk(_name: str | None) -> Desk:
    raise TutorError("A preview has no learner.")
