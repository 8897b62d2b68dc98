"""The wall: one frame on a canvas of 80 by 24 to 100 by 28, in the middle of the screen."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tutor.model.classroom.state import Overlay, Phase, Timer
from tutor.study.classroom.clocks import ends_at, left, said
from tutor.study.frames.classroom import LobbyPart, NoticePart, WallFrame
from tutor.tui.safety import one_line, safe
from tutor.tui.widgets.classroom.big import Big
from tutor.tui.widgets.classroom.blocks import Sheet
from tutor.tui.widgets.classroom.parts import pages_of
from tutor.tui.widgets.classroom.sheet import SheetText
from tutor.tui.widgets.glyphs import glyphs_of

LEAST = (80, 24)
"""Below this a page would be cut."""
ROOMY = (110, 32)
"""From this on the letters are smaller than the room deserves."""


class WallCanvas(Vertical):
    """Shows a wall frame. Everything on it comes from the frame and from the clock."""

    DEFAULT_CSS = """
    WallCanvas {
        width: 1fr;
        height: 1fr;
        align: center middle;
        & > .canvas { width: 100%; max-width: 100; height: 100%; max-height: 28; }
        & .wall-banner { height: 1; text-align: center; text-style: bold; color: $text-muted; }
        & .wall-title { height: 1; padding: 0 2; color: $text-muted; }
        & .wall-body { height: 1fr; align: center top; padding-top: 1; }
        & .wall-body.-still { align: center middle; padding-top: 0; }
        & .wall-foot { height: 3; padding: 0 2; }
        & .wall-said { width: 1fr; height: 3; padding: 0 2 0 0; }
        & .wall-said.-counting { padding: 0 2; }
    }
    """

    def compose(self) -> ComposeResult:
        """Banner, title, text, and the foot with counts and clock."""
        with Vertical(classes="canvas"):
            yield Static(classes="wall-banner", markup=False)
            yield Static(classes="wall-title", markup=False)
            with Vertical(classes="wall-body"):
                yield SheetText()
            with Horizontal(classes="wall-foot"):
                yield Big(classes="wall-count")
                yield Static(classes="wall-said", markup=False)
                yield Big(classes="wall-clock")

    def show(self, frame: WallFrame, now: datetime) -> None:
        """Replace everything."""
        pages = pages_of(frame, glyphs_of(self))
        place = min(frame.page, len(pages) - 1)
        covered = frame.part == NoticePart("")
        still = isinstance(frame.part, NoticePart)
        self.query_one(".wall-body").set_class(still, "-still")
        self.query_one(SheetText).show(pages[place], centred=still)
        self._line(".wall-banner", "" if covered else frame.banner)
        self._title(frame, "" if covered else _place(frame, place, len(pages)))
        count = "" if covered else counted(frame)
        self.query_one(".wall-count", Big).show(count)
        said = self.query_one(".wall-said", Static)
        said.set_class(bool(count), "-counting")
        said.update(safe("" if covered else status(frame, now)))
        self._clock(None if covered else frame.timer, now)

    def tick(self, frame: WallFrame, now: datetime) -> None:
        """Only the clock has moved."""
        self._clock(None if frame.part == NoticePart("") else frame.timer, now)

    def stand(self, title: str, text: str) -> None:
        """A calm text instead of a frame."""
        for name in (".wall-banner", ".wall-title", ".wall-said"):
            self.query_one(name, Static).update(Content(""))
        for name in (".wall-count", ".wall-clock"):
            self.query_one(name, Big).show("")
        self.query_one(".wall-body").set_class(True, "-still")
        self.query_one(SheetText).show(standing(title, text), centred=True)

    def _line(self, name: str, text: str) -> None:
        self.query_one(name, Static).update(safe(one_line(text)))

    def _title(self, frame: WallFrame, place: str) -> None:
        covered = frame.part == NoticePart("")
        line = self.query_one(".wall-title", Static)
        crumbs = "" if covered else " - ".join(dict.fromkeys((frame.module, frame.title)))
        room = max((line.size.width or LEAST[0]) - 4 - len(place) - 2, 10)
        cut = one_line(crumbs)
        cut = cut if len(cut) <= room else cut[: room - 3].rstrip() + "..."
        line.update(safe(f"{cut}{' ' * (room - len(cut) + 2)}{place}"))

    def _clock(self, timer: Timer | None, now: datetime) -> None:
        big = self.query_one(".wall-clock", Big)
        if timer is None:
            big.show("")
            return
        rest = left(timer, now)
        big.show(said(max(rest, 0.0)) if rest > 0 else "0:00")


def standing(title: str, text: str) -> Sheet:
    """The lines of a notice."""
    from tutor.tui.widgets.classroom.blocks import EMPTY, words
    from tutor.tui.widgets.classroom.parts import TEXT_CELLS
    from tutor.tui.widgets.reader.document import Face

    return (
        *words(title, TEXT_CELLS, Face.TITLE),
        EMPTY,
        *words(text, TEXT_CELLS, Face.LABEL),
    )


def counted(frame: WallFrame) -> str:
    """The big number: who has voted while voting is open; who is there while people come."""
    if isinstance(frame.part, LobbyPart):
        return str(frame.present) if frame.present else ""
    if frame.phase is Phase.OPEN and frame.voted:
        return str(frame.people)
    return ""


def status(frame: WallFrame, now: datetime) -> str:
    """Up to three lines on what is going on."""
    if frame.overlay is Overlay.BREAK:
        return _back_at(frame.timer, now)
    if isinstance(frame.part, LobbyPart):
        present = "present\n" if frame.present else ""
        return f"{present}{frame.part.privacy}"
    if frame.timer is not None and left(frame.timer, now) <= 0:
        return "Time is up."
    return _voting(frame)


def _voting(frame: WallFrame) -> str:
    again = f"Round {frame.round}: " if frame.round > 1 else ""
    match frame.phase:
        case Phase.OPEN:
            of = f"of {frame.present} have voted" if frame.present else "have voted"
            said = of if frame.voted else "On slips, and nobody sees yours."
            return f"{again}voting is open\n{said}"
        case Phase.CLOSED:
            return f"{again}voting is closed\n{frame.voted}"
        case Phase.DISCUSS:
            return "Discuss with your neighbours."
    return ""


def _back_at(timer: Timer | None, now: datetime) -> str:
    if timer is None:
        return ""
    return f"Back at {ends_at(timer, now).astimezone():%H:%M}"


def _place(frame: WallFrame, page: int, pages: int) -> str:
    """`3/12`, with the page where there are several."""
    turned = f"page {page + 1} of {pages}   " if pages > 1 else ""
    return f"{turned}{frame.step + 1}/{frame.steps}" if frame.step >= 0 else turned.rstrip()
