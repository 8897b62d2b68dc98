"""What is at hand on every screen: one row each for key, title and help.

The app reads this before its first paint, so nothing heavy is imported here.
"""

from dataclasses import dataclass

from textual.binding import Binding

HELP = """\
**Everywhere:** `/` or `Ctrl+F` search, `l` notes and bookmarks, `,` settings, `Ctrl+P` every
command, module and page; there are the glossary, the sources and your reports too."""


@dataclass(frozen=True, slots=True)
class Everywhere:
    """A screen that can be opened over any other. `keys`: "" where only the palette opens it;
    `always`: one of them works while an answer is typed too."""

    name: str
    keys: str
    shown: str
    label: str
    tooltip: str
    always: str = ""


EVERYWHERE = (
    Everywhere("search", "slash", "/ or ^f", "Search", "Find a page, a term, a source", "ctrl+f"),
    Everywhere("review", "", "", "Review", "Today's questions of all modules"),
    Everywhere("progress", "", "", "How I stand", "Mastery, review, study, what is next"),
    Everywhere("trouble", "", "", "To put right", "Sure and wrong, and misconceptions"),
    Everywhere("notes", "l", "l", "Notes and bookmarks", "What you noted, and go there"),
    Everywhere("glossary", "", "", "Glossary", "The terms of each course"),
    Everywhere("sources", "", "", "Sources", "The sources of each course, with date and weight"),
    Everywhere("reports", "", "", "Reports", "What you reported as wrong"),
    Everywhere("settings", "comma", ",", "Settings", "Theme, confidence, review, density"),
    Everywhere("palette", "", "^p", "Commands", "Every command with its key", "ctrl+p"),
)
"""In the order of the palette."""


def everywhere() -> list[Binding]:
    """The bindings of the app for them; the footer has no room, `?` and the palette name them."""
    found = []
    for one in EVERYWHERE:
        action = f"at_hand('{one.name}')"
        if one.keys:
            found.append(Binding(one.keys, action, one.label, show=False))
        if one.always:
            found.append(Binding(one.always, action, one.label, show=False, priority=True))
    return found
