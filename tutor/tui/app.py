"""The app of a learner: the way in, what is at hand everywhere, the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tutor.errors import TutorError
from tutor.tui.everywhere import everywhere
from tutor.tui.screens.base import BaseScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.shell import STYLES, Shell

if TYPE_CHECKING:
    from tutor.study.desk import Desk
    from tutor.study.frames import Where


class TutorApp(Shell):
    """One learner at one desk."""

    CSS_PATH = [f"styles/{name}" for name in STYLES]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "explain", "Help", key_display="?"),
        *everywhere(),
    ]

    def __init__(
        self,
        open_desk: Callable[[str | None], Desk],
        learners: Callable[[], tuple[str, ...]] = tuple,
        module: str = "",
        part: str = "module",
    ) -> None:
        super().__init__()
        self._open_desk = open_desk
        self._learners = learners
        self._begin_at = (module, part)
        self.desk: Desk | None = None

    def on_mount(self) -> None:
        """Paint first, read the courses after."""
        self.dress()
        self.push_screen(HomeScreen())
        self.call_after_refresh(self.run_worker, self._open, thread=True, name="open the desk")

    def _open(self) -> None:
        try:
            names = self._learners()
        except TutorError as error:
            self.call_from_thread(self._cannot_open, error)
            return
        if len(names) > 1:
            from tutor.tui.screens.list_dialog import ListDialog
            from tutor.tui.widgets.menu import MenuRow

            rows = [MenuRow(str(place), name) for place, name in enumerate(names)]
            dialog = ListDialog("Who is learning?", rows)
            self.call_from_thread(self.push_screen, dialog, partial(self._chosen, names))
        else:
            self._open_for(None)

    def _chosen(self, names: Sequence[str], place: str | None) -> None:
        if place is None:
            self.exit()
        else:
            opening = partial(self._open_for, names[int(place)])
            self.run_worker(opening, thread=True, name="open the desk")

    def _open_for(self, name: str | None) -> None:
        try:
            desk = self._open_desk(name)
        except TutorError as error:
            self.call_from_thread(self._cannot_open, error)
            return
        self.desk = desk
        home = desk.home()
        # What the learner opens next, so that it is there at once.
        import tutor.tui.screens.study  # noqa: F401

        self.call_from_thread(self._opened, home)

    def _opened(self, home: object) -> None:
        from tutor.study.frames import HomeFrame
        from tutor.tui.places import go_to

        assert self.desk is not None
        self.use(self.desk.settings)
        screen = self.screen
        if isinstance(screen, HomeScreen) and isinstance(home, HomeFrame):
            screen.show(home)
        if self._begin_at != ("", "module"):
            go_to(self, *self._begin_at)

    def _cannot_open(self, error: TutorError) -> None:
        self.fail(f"{error} {error.hint}".strip())

    def action_explain(self) -> None:
        """Help on the screen that is up."""
        if isinstance(self.screen, BaseScreen):
            self.screen.action_explain()

    # What is at hand on every screen

    def action_at_hand(self, name: str) -> None:
        """Open search, a list or the settings over whatever screen is up; Esc comes back to it."""
        from tutor.tui.screens.shelf import SCREENS

        here, wanted = self.screen, SCREENS[name]
        if self.desk is not None and isinstance(here, BaseScreen) and type(here) is not wanted:
            self.push_screen(wanted())

    async def start_at(self, where: Where) -> None:
        """Leave everything that is open, then open a place. A session is taken up again later."""
        from tutor.tui.screens.module import ModuleScreen
        from tutor.tui.screens.study import StudyScreen

        while not isinstance(self.screen, HomeScreen):
            if isinstance(self.screen, StudyScreen):
                await self.screen.keep_pending()
            await self.pop_screen()
        await self.push_screen(ModuleScreen(where.module))
        if where.part != "module":
            await self.push_screen(StudyScreen(where.module, where.part, where.ref))

    def on_unmount(self) -> None:
        """Give the profile free; everything acknowledged is on the disk already."""
        if self.desk is not None:
            self.desk.close()
