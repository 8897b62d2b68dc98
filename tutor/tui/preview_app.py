"""The app with an author's module in place of a learner's desk."""

from __future__ import annotations

from tutor.errors import TutorError
from tutor.study.desk import Desk
from tutor.study.preview.desk import Preview
from tutor.tui.app import TutorApp
from tutor.tui.screens.preview import PreviewScreen


class PreviewApp(TutorApp):
    """One module that is being written. There is no learner and nothing to save."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(_no_desk)
        self._preview = preview

    def begin(self) -> None:
        """Show the module."""
        self.push_screen(PreviewScreen(self._preview))


def _no_desk(_name: str | None) -> Desk:
    raise TutorError("A preview has no learner.")
