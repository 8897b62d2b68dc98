"""The sources and terms of what is on the screen: by mouse in the text, by key from a list."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on

from tutor.errors import TutorError
from tutor.study.frames import DebriefFrame, Frame, SourceCard, TermCard
from tutor.tui import helps
from tutor.tui.screens.base import BaseScreen
from tutor.tui.screens.list_dialog import ListDialog
from tutor.tui.widgets.dialog import TextDialog
from tutor.tui.widgets.menu import MenuRow
from tutor.tui.widgets.reader import Prose, Reader
from tutor.tui.widgets.reader.document import Aim

SOURCE, TERM = "source", "term"


class References(BaseScreen):
    """A screen with course text. A subclass says of which module, and of which frame if of one."""

    @property
    def module_of_texts(self) -> str:
        """The module whose sources and terms the text names."""
        raise NotImplementedError

    @property
    def framed(self) -> Frame | None:
        """The frame on the screen, which may lean on more sources than its text cites."""
        return None

    def source_card(self, name: str) -> SourceCard | None:
        """A source of the module's course."""
        return self.desk.source(self.module_of_texts, name)

    def term_card(self, name: str) -> TermCard | None:
        """A glossary entry of the module's course."""
        return self.desk.term(self.module_of_texts, name)

    def action_references(self) -> None:
        """List them; a second list would hold nothing else, so Esc goes back to the text."""
        rows = list(self._rows())
        if not rows:
            self.notify("No sources and terms are named here.", timeout=3, markup=False)
            return
        self.app.push_screen(ListDialog("Sources and terms here", rows), self._open_reference)

    def _rows(self) -> Iterable[MenuRow]:
        """Each once: the terms, then the sources, in the order of the text."""
        named = [
            (TERM if target.aim is Aim.TERM else SOURCE, target.id)
            for prose in self.query(Prose)
            for target in prose.targets
        ]
        named += [(SOURCE, source) for source in _leaned_on(self.framed)]
        for kind, name in sorted(dict.fromkeys(named), key=lambda one: one[0] == SOURCE):
            row = self._row(kind, name)
            if row is not None:
                yield row

    def _row(self, kind: str, name: str) -> MenuRow | None:
        if kind == TERM:
            term = self.term_card(name)
            return MenuRow(f"{TERM}:{name}", term.term, "term") if term else None
        card = self.source_card(name)
        if card is None:
            return None
        return MenuRow(f"{SOURCE}:{name}", f"{card.issuer}: {card.title}, {card.date}", "source")

    def _open_reference(self, key: str | None) -> None:
        kind, _, name = (key or "").partition(":")
        if kind == TERM:
            self._show_term(name)
        elif kind == SOURCE:
            self._show_source(name)

    @on(Reader.CitationChosen)
    def _cited(self, event: Reader.CitationChosen) -> None:
        self._show_source(event.source_id)

    @on(Reader.TermChosen)
    def _named(self, event: Reader.TermChosen) -> None:
        self._show_term(event.term_id)

    def _show_source(self, name: str) -> None:
        try:
            card = self.source_card(name)
        except TutorError as error:
            self.refuse(error)
            return
        if card is not None:
            self.app.push_screen(TextDialog("Source", helps.for_source(card)))

    def _show_term(self, name: str) -> None:
        try:
            card = self.term_card(name)
        except TutorError as error:
            self.refuse(error)
            return
        if card is not None:
            self.app.push_screen(TextDialog(card.term, helps.for_term(card)))


def _leaned_on(frame: Frame | None) -> Iterable[str]:
    """The sources that a frame names beside its text."""
    if isinstance(frame, DebriefFrame):
        for row in frame.log:
            yield from (card.id for card in row.sources)
    found = getattr(frame, "sources", ())
    cards = found.values() if isinstance(found, dict) else found
    yield from (card.id for card in cards)
