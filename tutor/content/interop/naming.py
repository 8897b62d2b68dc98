"""Ids of questions that come from elsewhere: made from their own id or title, each once."""

import re
from collections.abc import Container

from tutor.content.scaffold.naming import LONGEST_NAME, id_of
from tutor.errors import UsageError
from tutor.model.base import ID_PATTERN

LONGEST = 64
"""Characters of an id that the format allows."""

_GAP = re.compile(r"\{\{[^{}]*\}\}")


def id_for(own: str, title: str, taken: Container[str]) -> str:
    """The id that the question brings, if it can be one here; else one made from its title."""
    if re.fullmatch(ID_PATTERN, own) and len(own) <= LONGEST:
        return _free(own, taken)
    made = _made(own or title)
    return _free(made if made.startswith("q-") else f"q-{made}".rstrip("-"), taken)


def _made(text: str) -> str:
    try:
        return id_of(_GAP.sub("", text)[:LONGEST_NAME])
    except UsageError:
        return ""


def _free(name: str, taken: Container[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name[: LONGEST - 5].rstrip('-')}-{number}" in taken:
        number += 1
    return f"{name[: LONGEST - 5].rstrip('-')}-{number}"
