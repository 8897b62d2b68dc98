"""What every screen has: the title bar above, the footer below, help at `?`.

Home is painted before anything else is imported, so nothing heavy is imported here at the top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from tutor.errors import TutorError
from tutor.tui.everywhere import HELP
from tutor.tui.safety import safe
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tutor.study.desk import Desk
    from tutor.tui.app import TutorApp


class BaseScreen(Screen[None]):
    """Title bar, body, footer."""

    AUTO_FOCUS = None
    AT_HAND: ClassVar[str] = HELP
    """Markdown at the end of `?`: what can be opened over this screen."""

    def compose(self) -> ComposeResult:
        """The frame around what a screen shows."""
        yield TitleBar()
        yield Static(id="banner")
        yield from self.body()
        yield KeyBar()

    def body(self) -> ComposeResult:
        """What stands between title bar and footer."""
        raise NotImplementedError

    def help_text(self) -> str:
        """Markdown for `?`: what this screen is for and how it works."""
        raise NotImplementedError

    @property
    def tutor(self) -> TutorApp:
        """The app, as our own class."""
        return cast("TutorApp", self.app)

    @property
    def desk(self) -> Desk:
        """The desk; only the home screen is up before it is open."""
        desk = self.tutor.desk
        assert desk is not None, "the desk opens before any other screen does"
        return desk

    def say(self, crumbs: tuple[str, ...], state: str = "", banner: str = "") -> None:
        """Set the title bar, crumbs left and state right, and the banner of the course below."""
        self.query_one(TitleBar).show(crumbs, state)
        line = self.query_one("#banner", Static)
        line.update(safe(banner))
        line.display = bool(banner)

    def saved(self) -> str:
        """The word on saving for the title bar."""
        saving = self.desk.saving
        return "not saved" if saving.waiting or saving.problem else "saved"

    def say_problem(self) -> None:
        """Tell what could not be saved yet."""
        problem = self.desk.saving.problem
        if problem:
            self.notify(problem, title="Not saved yet", severity="warning", markup=False)

    def action_explain(self) -> None:
        """Show what this screen is for."""
        from tutor.tui.widgets.dialog import TextDialog

        text = f"{self.help_text()}\n\n{self._keys()}\n\n{self.AT_HAND}"
        self.app.push_screen(TextDialog("Help", text))

    def _keys(self) -> str:
        """The keys of this screen: those of the footer, and those that it has no room for."""
        shown = {
            bound.binding.action: bound.binding
            for bound in self.active_bindings.values()
            if bound.enabled and bound.binding.show
        }
        named = [f"`{self.app.get_key_display(one)}` {one.description}" for one in shown.values()]
        whole = (one.replace(" ", "\u00a0") for one in named)
        return f"**Keys here:** {', '.join(whole)}."

    def refuse(self, error: TutorError) -> None:
        """Say in a dialog what went wrong and what to do."""
        from tutor.tui.widgets.dialog import TextDialog

        self.app.push_screen(TextDialog("This did not work", f"{error}\n\n{error.hint}".strip()))
