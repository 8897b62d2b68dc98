"""The places of the program by name, as home, a next step and the command line name them."""

from __future__ import annotations

from typing import Any

from textual.app import App


def go_to(app: App[Any], module: str, part: str = "module", ref: str = "") -> None:
    """Put the screens of a place on the stack: a part stands on the page of its module.

    `module`, `part` and `ref` are those of `study.desk.Part`; `part` may also be "module", or a
    screen of the shelf, which needs no module.
    """
    from tutor.tui.screens.module import ModuleScreen
    from tutor.tui.screens.shelf import SCREENS
    from tutor.tui.screens.study import StudyScreen

    if part in SCREENS:
        app.push_screen(SCREENS[part]())
        return
    app.push_screen(ModuleScreen(module))
    if part != "module":
        app.push_screen(StudyScreen(module, part, ref))
