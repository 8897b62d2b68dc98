"""Stems to be joined with their partners; also for sorting into bins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.tui.safety import safe
from tutor.tui.widgets.compound import Compound
from tutor.tui.widgets.glyphs import glyphs_of
from tutor.tui.widgets.marked_list import LETTERS, Entry, Hanging, Mark, MarkedList, place_of
from tutor.tui.widgets.tone import Tone

Options = Sequence[tuple[str, str]]
"""Key and text of each, in the order in which they are shown."""

OPEN = "no partner yet"
STACK_BELOW = 70
"""Cells below which two columns would be too thin to read."""


class StemList(MarkedList):
    """The stems with the partners chosen for them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", "Next partner", show=False),
        Binding("left", "turn(-1)", "Partner before", show=False),
        Binding("backspace,delete", "clear", "No partner", show=False),
        Binding("enter", "enter", "Answer", key_display="Enter"),
    ]

    def __init__(self, grid: MatchGrid) -> None:
        super().__init__()
        self._grid = grid

    def entries(self) -> Iterable[Entry]:
        """Yield the stems, numbered, each with its partner below."""
        arrow = glyphs_of(self).arrow
        for number, (key, text) in enumerate(self._grid.stems, 1):
            head = Content.styled(f"{number}  ", "bold")
            yield Entry(key, head, text, self._grid.marks_of(key, arrow))

    @property
    def stem(self) -> str | None:
        """The key of the stem under the cursor."""
        stems = self._grid.stems
        return stems[self.highlighted][0] if self.highlighted is not None and stems else None

    def on_key(self, event: events.Key) -> None:
        """Join the stem with the partner of that letter; other keys are left to the screen."""
        place = place_of(event.key, len(self._grid.partners), digits=False)
        if place is None or self.stem is None or self._grid.locked:
            return
        event.stop()
        event.prevent_default()
        self._grid.join(self.stem, self._grid.partners[place][0])

    def action_turn(self, way: int) -> None:
        """Take the next partner, or the one before."""
        keys = [key for key, _ in self._grid.partners]
        if self.stem is None or not keys:
            return
        now = self._grid.pairs.get(self.stem)
        start = -1 if way > 0 else len(keys)
        place = (keys.index(now) if now in keys else start) + way
        self._grid.join(self.stem, keys[place % len(keys)])

    def action_clear(self) -> None:
        """Take the partner away."""
        if self.stem is not None:
            self._grid.part(self.stem)

    def action_enter(self) -> None:
        """Hand in when every stem has a partner, else go to the next that has none."""
        missing = self._grid.missing
        if not missing:
            self._grid.submit()
            return
        here = self.highlighted or 0
        self.highlighted = next((place for place in missing if place > here), missing[0])

    def action_select(self) -> None:
        """A click only moves the cursor; one on a partner joins."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave keys to the screen when nothing can be joined any more."""
        if action in {"turn", "clear", "enter"}:
            return not self._grid.locked and bool(self._grid.stems)
        return super().check_action(action, parameters)


class Partner(Static):
    """One of the partners, to click on."""

    class Clicked(Message):
        """This one is for the stem under the cursor."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, letter: str, key: str, text: str) -> None:
        super().__init__(Hanging(Content.styled(f"{letter}  ", "bold"), [safe(text)]))
        self._key = key

    def on_click(self) -> None:
        """Say which one it is."""
        self.post_message(self.Clicked(self._key))


class MatchGrid(Compound):
    """Up and down choose a stem, a letter its partner; left and right go through the partners.

    Enter goes to the next stem without a partner and posts `Submitted` when there is none left.
    With `reuse` a partner may stand with several stems, as in sorting; else it moves.
    """

    DEFAULT_CSS = """
    MatchGrid {
        height: auto;
        max-width: 130;
        layout: horizontal;
        & > StemList { width: 3fr; margin-right: 3; }
        & > .partners { width: 2fr; height: auto; }
        & Partner { height: auto; margin-bottom: 1; }
    }
    MatchGrid.-stacked {
        layout: vertical;
        & > StemList { width: 1fr; margin: 0; }
        & > .partners { width: 1fr; }
        & Partner { margin-bottom: 0; }
    }
    """

    class Said(Message):
        """What both messages carry: the grid, and the partner of each joined stem."""

        def __init__(self, grid: MatchGrid, pairs: dict[str, str]) -> None:
            super().__init__()
            self.grid = grid
            self.pairs = pairs

        @property
        def control(self) -> MatchGrid:
            """The grid that speaks."""
            return self.grid

    class Changed(Said):
        """A stem has another partner."""

    class Submitted(Said):
        """The pairs are handed in."""

    def __init__(
        self,
        stems: Options = (),
        partners: Options = (),
        *,
        pairs: Mapping[str, str] | None = None,
        held: Iterable[str] = (),
        reuse: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.stems = tuple(stems)
        self.partners = tuple(partners)
        self.locked = False
        self._pairs = dict(pairs or {})
        self._held = frozenset(held)
        self._reuse = reuse
        self._marks: Mapping[str, Sequence[Mark]] = {}

    def compose(self) -> ComposeResult:
        """Stems on the left or above, partners on the right or below."""
        yield StemList(self)
        with Vertical(classes="partners"):
            for letter, (key, text) in zip(LETTERS, self.partners, strict=False):
                yield Partner(letter, key, text)

    def on_resize(self, event: events.Resize) -> None:
        """Put the partners below the stems where two columns would be thin."""
        self.set_class(event.size.width < STACK_BELOW, "-stacked")

    @property
    def pairs(self) -> dict[str, str]:
        """The partner of each joined stem, by keys, in the order of the stems."""
        return {key: self._pairs[key] for key, _ in self.stems if key in self._pairs}

    @property
    def missing(self) -> tuple[int, ...]:
        """The places of the stems without a partner."""
        return tuple(place for place, (key, _) in enumerate(self.stems) if key not in self._pairs)

    @property
    def complete(self) -> bool:
        """Whether each stem has its partner."""
        return not self.missing

    def first_focus(self) -> Widget:
        """The stems take the keys."""
        return self.query_one(StemList)

    @on(Partner.Clicked)
    def _join_clicked(self, event: Partner.Clicked) -> None:
        event.stop()
        stems = self.query_one(StemList)
        if stems.stem is not None:
            self.join(stems.stem, event.key)

    def mark(self, marks: Mapping[str, Sequence[Mark]], *, lock: bool = True) -> None:
        """Say below each stem, by key, what its partner was worth; `lock` ends joining."""
        self._marks = marks
        self.locked = lock
        self._reload()

    def marks_of(self, stem: str, arrow: str) -> tuple[Mark, ...]:
        """Return what stands below a stem: its partner, or that it has none."""
        partners = dict(self.partners)
        key = self._pairs.get(stem)
        if key not in partners:
            return (Mark(OPEN, Tone.QUIET, strong=False),)
        letter = LETTERS[[each for each, _ in self.partners].index(key)]
        kept = (Mark("kept"),) if stem in self._held else ()
        joined = Mark(f"{arrow} {letter}  {partners[key]}", Tone.ACCENT, strong=False)
        return (joined, *kept, *self._marks.get(stem, ()))

    def join(self, stem: str, partner: str) -> None:
        """Give a stem its partner; without `reuse` the partner leaves the stem it was with."""
        if self.locked or stem in self._held or self._pairs.get(stem) == partner:
            return
        if not self._reuse and not self._release(partner):
            return
        self._pairs[stem] = partner
        self._change()

    def _release(self, partner: str) -> bool:
        """Take a partner from its stem; False if that pair is kept from the first try."""
        owner = next((stem for stem, each in self._pairs.items() if each == partner), None)
        if owner in self._held:
            return False
        if owner is not None:
            del self._pairs[owner]
        return True

    def part(self, stem: str) -> None:
        """Take the partner of a stem away."""
        if not self.locked and stem not in self._held and stem in self._pairs:
            del self._pairs[stem]
            self._change()

    def submit(self) -> None:
        """Hand the pairs in."""
        self.post_message(self.Submitted(self, self.pairs))

    def _change(self) -> None:
        self._reload()
        self.post_message(self.Changed(self, self.pairs))

    def _reload(self) -> None:
        if self.is_mounted:
            self.query_one(StemList).reload()
