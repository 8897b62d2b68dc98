"""The wall: one frame on a canvas of 80 by 24 to 100 by 28, in the middle of the screen."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tutor.model.classroom.state import Overlay, Phase
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

    def __init__(self) -> None:
        super().__init__()
        # Here and not in `compose`: a frame may come before the first paint.
        self._banner = Static(classes="wall-banner", markup=False)
        self._title = Static(classes="wall-title", markup=False)
        self._text = SheetText()
        self._body = Vertical(self._text, classes="wall-body")
        self._count = Big(classes="wall-count")
        self._said = Static(classes="wall-said", markup=False)
        self._time = Big(classes="wall-clock")

    def compose(self) -> ComposeResult:
        """Banner, title, text, and the foot with counts and clock."""
        with Vertical(classes="canvas"):
            yield self._banner
            yield self._title
            yield self._body
            with Horizontal(classes="wall-foot"):
                yield self._count
                yield self._said
                yield self._time

    def show(self, frame: WallFrame, now: datetime) -> None:
        """Replace everything."""
        pages = pages_of(frame, glyphs_of(self))
        page = min(frame.page, len(pages) - 1)
        covered = frame.part == NoticePart("")
        still = isinstance(frame.part, NoticePart)
        self._body.set_class(still, "-still")
        self._text.show(pages[page], centred=still)
        self._banner.update(safe("" if covered else one_line(frame.banner)))
        self._head(frame, "" if covered else place_of(frame, page, len(pages)))
        count = "" if covered else back_at(frame, now) or counted(frame)
        self._count.show(count)
        self._said.set_class(bool(count), "-counting")
        self._said.update(safe("" if covered else status(frame, now)))
        self._clock(frame, now)

    def tick(self, frame: WallFrame, now: datetime) -> None:
        """Only the clock has moved."""
        self._clock(frame, now)

    def stand(self, title: str, text: str) -> None:
        """A calm text instead of a frame."""
        for line in (self._banner, self._title, self._said):
            line.update(Content(""))
        for big in (self._count, self._time):
            big.show("")
        self._body.set_class(True, "-still")
        self._text.show(standing(title, text), centred=True)

    def _head(self, frame: WallFrame, place: str) -> None:
        """What this is, and how far along."""
        title = frame.module if frame.step < 0 else frame.title
        shown = "" if frame.part == NoticePart("") else one_line(title)
        room = max((self._title.size.width or LEAST[0]) - len(place) - 2, 10)
        cut = shown if len(shown) <= room else shown[: room - 3].rstrip() + "..."
        self._title.update(safe(f"{cut}{' ' * (room - len(cut) + 2)}{place}"))

    def _clock(self, frame: WallFrame, now: datetime) -> None:
        """The countdown; in a break the time of day stands there instead."""
        away = frame.part == NoticePart("") or frame.overlay is Overlay.BREAK
        timer = None if away else frame.timer
        self._time.show(said(max(left(timer, now), 0.0)) if timer else "")


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


def back_at(frame: WallFrame, now: datetime) -> str:
    """The time of day at which a break is over, "" where there is none or nobody said."""
    if frame.overlay is not Overlay.BREAK or frame.timer is None:
        return ""
    return f"{ends_at(frame.timer, now).astimezone():%H:%M}"


def status(frame: WallFrame, now: datetime) -> str:
    """Up to three lines on what is going on."""
    if frame.overlay is Overlay.BREAK:
        return "is when we go on" if frame.timer else ""
    if isinstance(frame.part, LobbyPart):
        present = "present\n" if frame.present else ""
        return f"{present}{frame.part.privacy}"
    if frame.timer is not None and left(frame.timer, now) <= 0:
        return "Time is up."
    return _voting(frame)


def _voting(frame: WallFrame) -> str:
    again = f"Round {frame.round}: voting" if frame.round > 1 else "Voting"
    match frame.phase:
        case Phase.OPEN:
            of = f"of {frame.present} have voted" if frame.present else "have voted"
            said = of if frame.voted else "On slips, and nobody sees yours."
            return f"{again} is open\n{said}"
        case Phase.CLOSED:
            return f"{again} is closed\n{frame.voted}"
        case Phase.DISCUSS:
            return "Discuss with your neighbours."
    return ""


def place_of(frame: WallFrame, page: int, pages: int) -> str:
    """`3/12`, with the page where there are several."""
    turned = f"page {page + 1} of {pages}   " if pages > 1 else ""
    return f"{turned}{frame.step + 1}/{frame.steps}" if frame.step >= 0 else turned.rstrip()
