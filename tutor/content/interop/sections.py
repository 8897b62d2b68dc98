"""Several texts in one field of another program, and taken apart again.

Moodle has one text for a question and one for its explanation; a question here has a vignette, a
plan, a document, an explanation for each answer. They stand below each other, a line between.
"""

from collections.abc import Iterable, Sequence

BETWEEN = "\n\n* * *\n\n"
"""A thematic break of Markdown: a line on the screen."""


def joined(texts: Iterable[str]) -> str:
    """The texts with a line between."""
    return BETWEEN.join(texts)


def parted(text: str) -> list[str]:
    """The texts between the lines."""
    return text.split(BETWEEN) if text else []


def explained(why: str, each: Iterable[tuple[str, str]]) -> str:
    """An explanation of the whole (may be empty) and of single parts, under their own text."""
    return joined([*([why] if why else []), *(f"{_head(text)}{own}" for text, own in each)])


def explanations(feedback: str, texts: Sequence[str]) -> tuple[str, dict[int, str]]:
    """What `explained` joined: the explanation of the whole, and those of the parts by place."""
    whole: list[str] = []
    each: dict[int, str] = {}
    for part in parted(feedback):
        place = next(
            (n for n, text in enumerate(texts) if n not in each and part.startswith(_head(text))),
            None,
        )
        if place is None:
            whole.append(part)
        else:
            each[place] = part.removeprefix(_head(texts[place]))
    return joined(whole), each


def _head(text: str) -> str:
    return f"**{text}**\n\n"
