"""The tally: a count for each letter, typed with digits alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tutor.model.classroom.happenings import MOST_PEOPLE, Way
from tutor.tui.widgets.classroom.big import Big
from tutor.tui.widgets.dialog import SmallWindow
from tutor.tui.widgets.glyphs import glyphs_of
from tutor.tui.widgets.marked_list import LETTERS

HELP = (
    "Digits count. A letter, Down or Space goes to another answer, left and right to another way, "
    "Enter writes the counts down, Esc leaves."
)
PEOPLE = "people"
HIDDEN = "•"


@dataclass(frozen=True, slots=True)
class Tallied:
    """What was counted: votes by label, and where each line is voted on, the people."""

    way: Way
    votes: dict[str, int]
    voters: int = 0


class TallyPad(Widget, can_focus=True):
    """Fields with a number each. `masked`: the room looks on, so that counts are dots."""

    DEFAULT_CSS = """
    TallyPad { height: auto; margin-bottom: 1; }
    """
    ALLOW_SELECT = False

    def __init__(self, labels: Sequence[str], counts: Mapping[str, int], *, masked: bool) -> None:
        super().__init__()
        self._labels = tuple(labels)
        self._typed = {label: str(counts.get(label, "")) for label in labels}
        self._at = 0
        self._fresh = True
        self._masked = masked

    @property
    def counts(self) -> dict[str, int]:
        """The numbers so far; an empty field is none."""
        return {label: int(typed or 0) for label, typed in self._typed.items()}

    def fill(self, counts: Mapping[str, int]) -> None:
        """Replace the numbers: another way was chosen."""
        self._typed = {label: str(counts.get(label, "")) for label in self._labels}
        self.go_to(0)

    def go_to(self, place: int) -> None:
        """Another field; what is typed there next takes the place of what stands in it."""
        self._at, self._fresh = place % len(self._labels), True
        self.refresh(layout=True)

    def move(self, way: int) -> None:
        """The field after or before."""
        self.go_to(self._at + way)

    def digit(self, sign: str) -> None:
        """A digit was typed."""
        label = self._labels[self._at]
        typed = (sign if self._fresh else self._typed[label] + sign).lstrip("0") or "0"
        if int(typed) <= MOST_PEOPLE:
            self._typed[label], self._fresh = typed, False
        self.refresh(layout=True)

    def erase(self) -> None:
        """Take the last digit away."""
        label = self._labels[self._at]
        self._typed[label], self._fresh = self._typed[label][:-1], False
        self.refresh(layout=True)

    def place_of(self, key: str) -> int | None:
        """Which field a letter names: A to H, or the first letter of its label."""
        named = [label[:1].upper() for label in self._labels]
        letter = key.upper()
        return named.index(letter) if letter in LETTERS and letter in named else None

    def render(self) -> Content:
        """A line for each field; the cursor stands before its label."""
        wide = max(len(label) for label in self._labels)
        cursor = glyphs_of(self).cursor
        lines = []
        for place, label in enumerate(self._labels):
            here = place == self._at
            typed = self._typed[label]
            shown = HIDDEN * len(typed) if self._masked else typed
            style = "bold $accent" if here else "$text"
            mark = cursor if here else " "
            lines.append(
                Content.assemble(
                    (f"{mark} {label:<{wide}}  ", style), (f"{shown or '-':>4}", "bold")
                )
            )
        return Content("\n").join(lines)


class TallyDialog(SmallWindow[Tallied]):
    """Returns the counts of one way, or None. `before`: the counts of each way so far."""

    def __init__(
        self,
        labels: Sequence[str],
        before: Mapping[Way, Tallied],
        *,
        private: bool,
        many: bool,
        present: int,
        elsewhere: int,
        masked: bool,
    ) -> None:
        """`elsewhere`: people who answered at tables or over the network."""
        super().__init__()
        self._ways = (Way.SLIPS,) if private else (Way.HANDS, Way.CARDS, Way.SLIPS)
        self._labels = (*labels, PEOPLE) if many else tuple(labels)
        self._many = many
        self._before = dict(before)
        self._present = present
        self._elsewhere = elsewhere
        self._masked = masked
        self._way = next((way for way in self._ways if way in before), self._ways[0])

    def compose(self) -> ComposeResult:
        """The way, the fields, the sum, and how to type."""
        with Vertical(classes="dialog"):
            yield Static(classes="dialog-title", markup=False)
            yield TallyPad(self._labels, self._counts(self._way), masked=self._masked)
            yield Big(classes="tally-sum")
            yield Static(classes="dialog-about", markup=False, id="tally-of")
            yield Static(Content(HELP), classes="dialog-about")

    def on_mount(self) -> None:
        """The fields take the keys."""
        self.set_focus(self.pad)
        self._say()

    def on_key(self, event: events.Key) -> None:
        """All keys here and none as a binding: those run in a task of their own, and a digit typed
        right after Down would come before it."""
        place = self.pad.place_of(event.key)
        if event.key.isdecimal() and event.key.isascii():
            self.pad.digit(event.key)
        elif event.key in KEYS:
            KEYS[event.key](self)
        elif place is not None:
            self.pad.go_to(place)
        else:
            return
        event.stop()
        event.prevent_default()
        self._say()

    def another_way(self, step: int) -> None:
        """Another way to answer; each has its own counts."""
        self._before[self._way] = self._tallied()
        place = self._ways.index(self._way) + step
        self._way = self._ways[place % len(self._ways)]
        self.pad.fill(self._counts(self._way))

    def hand_over(self) -> None:
        """Give the counts to whoever asked."""
        self.dismiss(self._tallied())

    @property
    def pad(self) -> TallyPad:
        """The fields."""
        return self.query_one(TallyPad)

    def _counts(self, way: Way) -> dict[str, int]:
        tallied = self._before.get(way)
        return {**tallied.votes, PEOPLE: tallied.voters} if tallied else {}

    def _tallied(self) -> Tallied:
        votes = self.pad.counts
        voters = votes.pop(PEOPLE, 0)
        return Tallied(self._way, votes, voters)

    def _say(self) -> None:
        """The title and the sum, and whether it is more than there are people."""
        names = "  ".join(f"[{way.value}]" if way is self._way else way.value for way in self._ways)
        self.query_one(".dialog-title", Static).update(Content(f"Count: {names}"))
        now = self._tallied()
        people = now.voters if self._many else sum(now.votes.values())
        others = self._elsewhere + sum(
            one.voters if self._many else sum(one.votes.values())
            for way, one in self._before.items()
            if way is not self._way
        )
        self.query_one(".tally-sum", Big).show(str(people + others))
        of = (
            f"of {self._present} present"
            if self._present
            else "people; nobody was counted as present"
        )
        more = "  More votes than people." if 0 < self._present < people + others else ""
        self.query_one("#tally-of", Static).update(Content(of + more))


KEYS: dict[str, Callable[[TallyDialog], object]] = {
    "down": lambda dialog: dialog.pad.move(1),
    "tab": lambda dialog: dialog.pad.move(1),
    "space": lambda dialog: dialog.pad.move(1),
    "up": lambda dialog: dialog.pad.move(-1),
    "shift+tab": lambda dialog: dialog.pad.move(-1),
    "right": lambda dialog: dialog.another_way(1),
    "left": lambda dialog: dialog.another_way(-1),
    "backspace": lambda dialog: dialog.pad.erase(),
    "delete": lambda dialog: dialog.pad.erase(),
    "enter": lambda dialog: dialog.hand_over(),
}
"""What is no digit and no letter."""
