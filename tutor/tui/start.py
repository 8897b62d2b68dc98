"""Starts the program on the terminal it has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.study.desk import Desk


def start(open_desk: "Callable[[], Desk]", module: str = "") -> int:
    """Run until the learner leaves; returns the exit status.

    `open_desk` runs in a thread after the first paint, so that the screen is there at once.
    """
    from tutor.tui.app import TutorApp

    app = TutorApp(open_desk, module)
    app.run(mouse=True)
    app.report()
    return app.return_code or 0
