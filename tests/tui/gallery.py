"""A wall to hang the kit on and look at it; not shipped, not a test.

gallery.py SCENE [THEME]
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import Button, Footer, Static

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tutor.tui.safety import ControlFilter, safe
from tutor.tui.themes import THEMES, is_plain_terminal, theme_for
from tutor.tui.widgets.answers import AnswerList
from tutor.tui.widgets.dialog import ConfirmDialog, TextDialog
from tutor.tui.widgets.help_panel import HelpPanel
from tutor.tui.widgets.indicators import Indicators
from tutor.tui.widgets.inject_card import InjectCard
from tutor.tui.widgets.marked_list import Mark
from tutor.tui.widgets.matching import MatchGrid
from tutor.tui.widgets.ordering import OrderList
from tutor.tui.widgets.progress import ProgressText
from tutor.tui.widgets.reader import Prose, Reader
from tutor.tui.widgets.short_input import ShortInput
from tutor.tui.widgets.title_bar import TitleBar
from tutor.tui.widgets.tone import Tone

STYLES = Path(__file__).resolve().parents[2] / "tutor" / "tui" / "styles"
SAMPLE = """\
# Who decides, who is missing

Resolution 1325 opened the agenda in **October 2000** and asked for *increased representation of women at all decision-making levels* [@unscr-1325]. The [gender advisor](term:genad) supports the commander [@bi-scd-40-1], and the duty stays with the commander [@unscr-1325] .

## What to look for

- Who sits at the table, and who was **not asked**
- Who can reach the place safely:
  1. the hours of the meeting and the way there, which is longer than it looks on the map of the sector
  2. the language used
     - nested third
- Code `J5 PLANS` and a link to [the text](https://www.un.org/securitycouncil/).

> Participation is not a head count. It is who shapes the decision, who hears of it in time and who bears its cost.
>
> - a list in a quote

| Pillar | What it asks | Example from the staff |
|---|---|---|
| Participation | Women take part in decisions at every level of the process | The J9 asks which groups were heard before the key leader engagement [@mc-0643] |
| Protection | Threats that differ by sex and age are assessed | Patrol times follow the water point |

```text
+---------+      +----------+        +-----------------------------------------+
|  J2     | ---> |  J5      | -----> |  a very wide box that will not fit here |
+---------+      +----------+        +-----------------------------------------+
```

---

### 平和と安全保障 日本語のテキストは空白がありませんので、どこでも折り返すことができます。それは長い行です。
"""  # noqa: E501  table rows are one line
PROMPT = (
    "The **sector commander** asks who should be in the room when the ceasefire line is walked. "
    "Two groups were not asked [@unscr-1325]. Which advice do you give?"
)
LONG_ANSWER = (
    "Ask the [gender advisor] and the women's association first, because their routes to the "
    "market and the fields cross the line and they carry the cost when it is drawn wrongly."
)
ANSWERS = (
    ("c", "Invite only the armed groups; the others can be informed once the line is agreed."),
    ("a", LONG_ANSWER),
    ("b", "Postpone the walk."),
    ("d", "Publish the names of those who asked, so that everybody knows who spoke."),
)
STEMS = (
    ("1", "Resolution 1325 (2000)"),
    ("2", "Resolution 1820 (2008)"),
    ("3", "Resolution 2242 (2015)"),
)
PARTNERS = (
    ("x", "Opens the agenda: participation, protection, prevention, relief and recovery"),
    ("y", "Names conflict-related sexual violence as a matter of international peace and security"),
    ("z", "Links the agenda with countering terrorism and violent extremism"),
    ("w", "Sets up the monitoring and reporting mechanism on children"),
)


@dataclass(frozen=True)
class Row:
    label: str
    value: int
    before: int | None
    min: int = 0
    max: int = 10


ROWS = (Row("Civilian trust", 7, 5), Row("Access of relief", 3, 4), Row("Time", 6, None))


class ReaderScene(Screen[None]):
    def compose(self) -> ComposeResult:
        with Horizontal(classes="body"):
            yield Reader(SAMPLE)
            with VerticalScroll(classes="side"):
                yield Static(safe("SOURCES"), classes="label gap")
                yield Prose("[@unscr-1325] Resolution 1325 (2000)")


class AnswerScene(Screen[None]):
    def compose(self) -> ComposeResult:
        with Horizontal(classes="body"):
            with VerticalScroll(classes="column", can_focus=False):
                yield Prose(PROMPT, classes="gap")
                yield AnswerList(ANSWERS, mode=self.mode)
            with VerticalScroll(classes="side"):
                yield Static(safe("SOURCES"), classes="label gap")

    mode = "one"


class TickScene(AnswerScene):
    mode = "many"


class FeedbackScene(AnswerScene):
    def on_mount(self) -> None:
        answers = self.query_one(AnswerList)
        answers.show(ANSWERS, chosen=["d"])
        answers.mark(
            {
                "a": [Mark("right", Tone.GOOD)],
                "d": [Mark("your answer", Tone.ACCENT), Mark("harmful", Tone.HARM)],
                "b": [Mark("defensible", Tone.CAUTION)],
            },
            {
                "a": "Those who bear the cost are heard before the line is fixed.",
                "d": "Names of people who ask for protection are never made public.",
            },
        )


class OrderScene(Screen[None]):
    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="column", can_focus=False):
            yield Prose("Put the steps of a key leader engagement in order.", classes="gap")
            yield OrderList([*ANSWERS, *STEMS])


class MatchScene(Screen[None]):
    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="column", can_focus=False):
            yield Prose("Which resolution did what?", classes="gap")
            yield MatchGrid(STEMS, PARTNERS, pairs={"1": "x"})


class ScenarioScene(Screen[None]):
    BINDINGS = [
        ("h", "app.bell", "Hint"),
        ("n", "app.bell", "Notes"),
        ("question_mark", "x", "Help"),
    ]

    def compose(self) -> ComposeResult:
        yield TitleBar(("Participation", "The council of eleven", "At the harbour"), "3/7  saved")
        with Horizontal(classes="body"):
            with VerticalScroll(classes="column", can_focus=False):
                yield Indicators(ROWS, classes="gap")
                yield InjectCard("Harbour Relief liaison", "051430ZMAR", "radio", PROMPT)
                yield AnswerList(ANSWERS)
            with VerticalScroll(classes="side", can_focus=False):
                yield ProgressText(4, 7, classes="gap")
                yield HelpPanel([("A-D", "choose an answer"), ("Enter", "hand in")], "**Keys**")
        yield Footer(show_command_palette=False)


class InputScene(Screen[None]):
    def compose(self) -> ComposeResult:
        yield TitleBar(("Participation", "Question"), "3/7")
        with VerticalScroll(classes="column", can_focus=False):
            yield Prose(PROMPT, classes="gap")
            yield ShortInput(placeholder="UNSCR [number]")
            with Horizontal(classes="gap-above"):
                yield Button(Content("Answer"))
                yield Button(Content("Back"), disabled=True)


class DialogScene(ScenarioScene):
    def on_mount(self) -> None:
        question = "Hand in the quiz now? The answers cannot be changed afterwards [/]."
        self.app.push_screen(ConfirmDialog("Hand in [/]", question))


class SourceScene(ScenarioScene):
    def on_mount(self) -> None:
        self.app.push_screen(TextDialog("Source", SAMPLE))


SCENES = {
    "reader": ReaderScene,
    "answers": AnswerScene,
    "tick": TickScene,
    "feedback": FeedbackScene,
    "order": OrderScene,
    "match": MatchScene,
    "scenario": ScenarioScene,
    "input": InputScene,
    "dialog": DialogScene,
    "source": SourceScene,
}


class Gallery(App[None]):
    CSS_PATH = [STYLES / name for name in ("base.tcss", "breakpoints.tcss", "ascii.tcss")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, scene: str, theme: str) -> None:
        super().__init__()
        self._scene = scene
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme_for(os.environ, theme)
        self.set_class(is_plain_terminal(os.environ), "-ascii")
        self.animation_level = "none"

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), ControlFilter()]

    def on_mount(self) -> None:
        self.push_screen(SCENES[self._scene]())


if __name__ == "__main__":
    Gallery(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "tutor-dark").run()
