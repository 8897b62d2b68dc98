"""Starts the program on the terminal it has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.model.settings import Settings
    from tutor.study.desk import Desk
    from tutor.study.preview.desk import Preview


def start(
    open_desk: "Callable[[str | None], Desk]",
    learners: Callable[[], tuple[str, ...]],
    module: str = "",
    part: str = "module",
) -> int:
    """Run until the learner leaves; returns the exit status. `module` and `part`: where to begin.

    Both functions run in a thread after the first paint, so that the screen is there at once:
    `learners` names those to choose from, `open_desk` takes the one chosen, or None.
    """
    from tutor.tui.app import TutorApp

    app = TutorApp(open_desk, learners, module, part)
    app.run(mouse=True)
    app.report()
    return app.return_code or 0


def start_preview(preview: "Preview", settings: "Settings") -> int:
    """Run until the author leaves; returns the exit status."""
    from tutor.tui.preview_app import PreviewApp

    app = PreviewApp(preview, settings)
    app.run(mouse=True)
    app.report()
    return app.return_code or 0
