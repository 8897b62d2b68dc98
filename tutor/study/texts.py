"""What a text leans on: its citations and glossary links, found without rendering it."""

import re
from datetime import date

SHORT_PROMPT = 60
"""Characters below which a prompt such as "What do you do?" does not name its question."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""In English, whatever the system speaks."""

CITATION = re.compile(r"\[@([a-z0-9]+(?:-[a-z0-9]+)*)\]")
TERM = re.compile(r"\]\(term:([a-z0-9]+(?:-[a-z0-9]+)*)\)")


def cited(*texts: str) -> tuple[str, ...]:
    """Source ids in the order of first use."""
    return tuple(dict.fromkeys(m for text in texts for m in CITATION.findall(text)))


def linked_terms(*texts: str) -> tuple[str, ...]:
    """Glossary ids in the order of first use."""
    return tuple(dict.fromkeys(m for text in texts for m in TERM.findall(text)))


def first_line(text: str, width: int = 90) -> str:
    """The beginning of a text without citations, cut at a word: for lists of questions."""
    line = " ".join(CITATION.sub("", text).split())
    if len(line) <= width:
        return line
    return line[: width - 1].rsplit(" ", 1)[0] + "…"


def label_of_question(prompt: str, vignette: str | None) -> str:
    """A question in a list: its prompt, led by its situation where the prompt alone says little."""
    if vignette and len(prompt) < SHORT_PROMPT:
        return first_line(f"{first_line(vignette, 50)} {prompt}")
    return first_line(prompt)


def day(at: date) -> str:
    """A day as officers write it: `12 March 2026`."""
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def counted(number: int, noun: str) -> str:
    """`1 question`, `12 questions`; for nouns that take an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def percent(value: float) -> str:
    """A share of a hundred as officers write it: `85 %`. Rounded down, so 79.6 is no 80."""
    return f"{int(value + 1e-9)} %"
