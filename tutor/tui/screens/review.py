"""Today's review: a study screen of no module."""

from tutor.model.record import ALL_MODULES
from tutor.tui.screens.study import StudyScreen


class ReviewScreen(StudyScreen):
    """The session of all modules, or when the next one is."""

    def __init__(self) -> None:
        super().__init__(ALL_MODULES, "review", "")
