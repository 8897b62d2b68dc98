"""The keys of the cockpit: one row each for key, footer, key card and help.

`offers` names the verb of the session that must mean something for the key to stand in the footer.
Pressed at another time, the session says why not. "" stands for what can be done at any time.
"""

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Key:
    """`keys`: comma separated, Textual's names; `shown`: as on the keyboard; `offers`: see above.

    `footer`: whether there is room for it in the footer when it means something.
    """

    verb: str
    keys: str
    shown: str
    label: str
    tooltip: str
    offers: str = ""
    footer: bool = True


KEYS = (
    Key("decide", "y", "y", "Decide", "Take the decision with the most votes", "decide"),
    Key("open", "o", "o", "Open", "Open voting", "open"),
    Key("hands", "h", "h", "Hands", "Count hands, cards, slips; sheets of a test", "count"),
    Key("tables", "g", "g", "Tables", "A table's answer; a scratch in a team test", "table"),
    Key("close", "c", "c", "Close", "Close voting", "close"),
    Key("go_on", "enter", "Enter", "Go on", "Begin the exercise; next stage, next round", "go_on"),
    Key("inject", "i", "i", "Inject", "Release the inject that is due", "inject"),
    Key("hint", "H", "H", "Hint", "Give the hint that is due", "hint_due"),
    Key("missed", "M", "M", "Missed", "Play what comes of a missed action", "missed_due"),
    Key("rate", "e", "e", "Rate", "Rate an expected action", "rate"),
    Key("discuss", "d", "d", "Discuss", "Discussion; after the reveal the debrief", "discuss"),
    Key("new_round", "v", "v", "New round", "Open another round of voting", "new_round"),
    Key("bars", "s", "s", "Bars", "Show the votes, one round more each time", "bars"),
    Key("reveal", "r", "r", "Reveal", "Show the answer and why", "reveal"),
    Key("point", "m", "m", "Point", "Write down a point of the hot wash", "point"),
    Key("why", "W", "W", "Why", "Why it went as it did, by objective", "why"),
    Key("agree", "A", "A", "Action", "Who does what next, by when", "agree"),
    Key("next", "space,pagedown", "Space", "Next", "The next page, situation or step", "next"),
    Key("keys", "question_mark,f1", "?", "Keys", "All keys"),
    Key("back", "pageup", "PgUp", "Back", "The page or step before", "back", footer=False),
    Key("present", "n", "n", "Present", "How many people are in the room", "present"),
    Key("timer", "t", "t", "Timer", "Start a countdown; an empty line takes it away", "timer"),
    Key("more_time", "plus", "+", "More", "A minute more", "timer_runs", footer=False),
    Key("less_time", "minus", "-", "Less", "A minute less", "timer_runs", footer=False),
    Key("pause", "p", "p", "Pause", "All clocks stand still, or go on", "pause"),
    Key("break", "b", "b", "Break", "Begin a break, or end it", "break", footer=False),
    Key("blank", "full_stop", ".", "Blank", "Blank the wall, or show it again", "blank"),
    Key("undo", "u", "u", "Undo", "Take back the last thing", "undo"),
    Key("log", "semicolon", ";", "Log", "A line for the log, with the time", "log"),
    Key("park", "q", "q", "Park", "Park a question from the room", "park"),
    Key("pick_inject", "I", "I", "Pick", "Pick an inject by hand", "inject", footer=False),
    Key("harm", "X", "X", "Harm", "Note that harm was stopped", "harm", footer=False),
    Key("enter", "N", "N", "Enter", "Somebody comes in: name, or call-sign", footer=False),
    Key("leave", "L", "L", "Leave", "Somebody goes", footer=False),
    Key("answer", "S", "S", "Answer", "An answer under a call-sign", footer=False),
    Key("random_table", "a", "a", "Any table", "Pick a table at random", footer=False),
    Key("appeal", "l", "l", "Appeal", "Note a team's appeal", "appeal"),
    Key("decide_other", "Y", "Y", "Decide on", "Name the choice", "decide", footer=False),
    Key("jump", "j", "j", "Jump", "Go to a step of the agenda", footer=False),
    Key("ask", "f", "f", "Find", "Show a question of the module out of turn", footer=False),
    Key("one_screen", "z", "z", "One screen", "The wall here, or the cockpit", footer=False),
    Key("export", "x", "x", "Export", "Write the results to files", footer=False),
    Key("end", "ctrl+q", "^q", "End", "End the session, or leave it for later"),
)  # fmt: skip
"""In the order of the footer: what the step asks for first."""

GROUPS = (
    ("The way", ("next", "back", "go_on", "jump", "ask", "undo", "end")),
    ("Voting", ("open", "close", "new_round", "hands", "tables", "bars", "reveal", "discuss")),
    ("Scenario", ("decide", "decide_other")),
    ("Clock", ("timer", "more_time", "less_time", "pause", "break", "blank")),
    ("Notes", ("log", "park", "random_table", "appeal")),
    ("People", ("present", "enter", "leave", "answer")),
    ("Exercise", ("inject", "pick_inject", "hint", "rate", "missed", "harm")),
    ("Hot wash", ("point", "why", "agree")),
    ("This program", ("one_screen", "export", "keys")),
)
"""The key card."""

ROW = {key.verb: key for key in KEYS}


KEPT = ("verb('keys')", "verb('next')", "quit")
"""What the footer keeps in any window: the card names the other keys."""


def bindings() -> list[Binding]:
    """The bindings of the cockpit, derived from the table; the way out is a key of the app."""
    return [
        Binding(
            key.keys,
            f"verb('{key.verb}')",
            key.label,
            key_display=key.shown,
            tooltip=key.tooltip,
            show=key.footer,
        )
        for key in KEYS
        if key.verb != "end"
    ]


def verb_of(pressed: str) -> str:
    """The verb of a key by Textual's name for it, "" for another key."""
    return next((key.verb for key in KEYS if pressed in key.keys.split(",")), "")


def key_card() -> str:
    """All keys as Markdown, in groups."""
    parts = []
    for title, verbs in GROUPS:
        rows = "\n".join(f"| `{ROW[verb].shown}` | {ROW[verb].tooltip} |" for verb in verbs)
        parts.append(f"**{title}**\n\n| Key | What it does |\n|---|---|\n{rows}")
    return "\n\n".join(parts)
