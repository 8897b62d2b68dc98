"""The palette: every command with its key and a sentence, every module and page, the themes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual.binding import ActiveBinding

from tutor.model.settings import THEMES
from tutor.study.frames import Where
from tutor.study.lookup import PAGE
from tutor.study.preferences import changed
from tutor.study.search import matching
from tutor.tui.everywhere import EVERYWHERE
from tutor.tui.screens.find import FindScreen
from tutor.tui.widgets.menu import MenuRow

MOST_PAGES = 12

HELP = """\
Every command of the program with its key. Type a part of its name, of a module or of a page;
**Enter** does it or goes there, **Esc** goes back.

*Here* are the commands of the screen that you came from."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry of the palette: what it is called, what it does, and doing it."""

    group: str
    title: str
    note: str
    do: Callable[[], object]


class PaletteScreen(FindScreen):
    """Offers what the screen below offers, and what is at hand everywhere."""

    CRUMB = "Commands"
    PLACEHOLDER = "A command, a module, a page"

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[Offer, ...] = ()
        self._below: tuple[ActiveBinding, ...] = ()

    def on_mount(self) -> None:
        """Look what the screen below can do."""
        super().on_mount()
        below = self.app.screen_stack[-2]
        self._below = tuple(below.active_bindings.values())
        self.run_worker(self.desk.search.prepare, thread=True, group="prepare")

    def rows(self, words: str) -> tuple[Sequence[MenuRow], str]:
        """What fits, by group; pages only when something is typed."""
        every = [*self._here(), *self._everywhere(), *self._modules(), *self._themes()]
        found = [one for one in every if matching(words, one.title, one.note)]
        found += self._pages(words)
        self._offers = tuple(found)
        rows: list[MenuRow] = []
        for place, one in enumerate(found):
            if not place or found[place - 1].group != one.group:
                rows.append(MenuRow("", one.group))
            rows.append(MenuRow(str(place), one.title, one.note))
        return rows, "" if rows else "Nothing has all these words."

    def chosen(self, key: str) -> None:
        """Go back to where one was and do it there."""
        if int(key) < len(self._offers):
            self.app.pop_screen()
            self.app.call_after_refresh(self._offers[int(key)].do)

    # What is offered

    def _here(self) -> Iterable[Offer]:
        seen: set[str] = set()
        for active in self._below:
            binding = active.binding
            if not binding.show or not active.enabled or binding.description in seen:
                continue
            seen.add(binding.description)
            shown = self.app.get_key_display(binding)
            note = ". ".join(part for part in (f"Key {shown}", binding.tooltip) if part)
            do = self._act(active)
            yield Offer("Here", binding.description, note, do)

    def _act(self, active: ActiveBinding) -> Callable[[], object]:
        return lambda: self.app.run_worker(self.app.run_action(active.binding.action, active.node))

    def _everywhere(self) -> Iterable[Offer]:
        for one in EVERYWHERE:
            if one.name != "palette":
                note = f"Key {one.shown}. {one.tooltip}" if one.shown else one.tooltip
                yield Offer("Everywhere", one.label, note, self._over(one.name))

    def _over(self, name: str) -> Callable[[], object]:
        return lambda: self.tutor.action_at_hand(name)

    def _modules(self) -> Iterable[Offer]:
        for course in self.desk.home().courses:
            for module in course.modules:
                where = Where(module.ref, "module")
                note = f"{course.title} - {module.state}"
                yield Offer("Modules", module.title, note, self._start(where))

    def _start(self, where: Where) -> Callable[[], object]:
        return lambda: self.app.run_worker(self.tutor.start_at(where))

    def _pages(self, words: str) -> Iterable[Offer]:
        hits = self.desk.search.find(words) if words.strip() else ()
        pages = [hit for hit in hits if hit.where.part == PAGE][:MOST_PAGES]
        for hit in pages:
            yield Offer("Pages", hit.title, hit.place, self._look_up(hit.where))

    def _look_up(self, where: Where) -> Callable[[], object]:
        from tutor.tui.screens.study import StudyScreen

        return lambda: self.app.push_screen(StudyScreen(where.module, where.part, where.ref))

    def _themes(self) -> Iterable[Offer]:
        for name in THEMES:
            yield Offer("Themes", f"Theme {name}", "Use these colours", self._theme(name))

    def _theme(self, name: str) -> Callable[[], object]:
        def use() -> None:
            desk = self.tutor.desk
            assert desk is not None
            desk.change_settings(changed(desk.settings, "theme", name, desk.today))
            self.tutor.use(desk.settings)

        return use

    def help_text(self) -> str:
        """What the palette offers."""
        return HELP
