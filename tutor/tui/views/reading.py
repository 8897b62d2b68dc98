"""Pages, introductions and ends: what is read and then left with Enter."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from tutor.study.frames import EndFrame, IntroFrame, PageFrame
from tutor.tui import helps
from tutor.tui.views.base import View, heading, line
from tutor.tui.widgets.reader import Prose, Reader


class PageView(View):
    """A lesson page; on a wide screen with its sources and terms beside it."""

    HELP = helps.PAGE

    def __init__(self, frame: PageFrame) -> None:
        super().__init__()
        self._frame = frame

    def compose(self) -> ComposeResult:
        """A reader of its own, which scrolls and knows the references of the text."""
        yield Reader(f"# {_one_line(self._frame.title)}\n\n{self._frame.text}")
        with VerticalScroll(classes="side", can_focus=False):
            yield from self.side()

    def side(self) -> ComposeResult:
        """What the page leans on."""
        frame = self._frame
        left = frame.checks - frame.checks_done
        if left:
            yield heading("After this page")
            yield line("One question" if left == 1 else f"{left} questions")
        if frame.sources:
            yield heading("Sources on this page")
            for number, card in enumerate(frame.sources.values(), start=1):
                yield line(f"[{number}] {card.issuer}: {card.title}, {card.date}")
        if frame.terms:
            yield heading("Terms on this page")
            for term in frame.terms.values():
                yield line(term.term)

    def first_focus(self) -> Widget:
        """The text itself takes the keys."""
        return self.query_one(Reader)


class IntroView(View):
    """What begins now, and its rules."""

    HELP = helps.INTRO

    def __init__(self, frame: IntroFrame) -> None:
        super().__init__()
        self._frame = frame

    def main(self) -> ComposeResult:
        """The texts, from top to bottom."""
        yield heading(self._frame.title, "title")
        for text in self._frame.lines:
            yield Prose(text, classes="paragraph")


class EndView(View):
    """Something is done; Enter goes on with the next part."""

    HELP = helps.END

    def __init__(self, frame: EndFrame) -> None:
        super().__init__()
        self._frame = frame

    def main(self) -> ComposeResult:
        """The texts, from top to bottom."""
        frame = self._frame
        yield heading(frame.ended, "title")
        yield line(frame.title)
        for text in frame.lines:
            yield line(text)
        if frame.following:
            yield heading("Next")
            yield line(frame.following.title)
            yield line(f"about {frame.following.minutes} min", "muted")


def _one_line(title: str) -> str:
    return " ".join(title.split())
