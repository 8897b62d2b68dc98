"""Ids of questions that come from elsewhere: made from their own id or title, each once."""

import re
import unicodedata
from collections.abc import Container

from tutor.model.base import ID_PATTERN

LONGEST = 40
"""Characters of an id that is made from a title; the format allows 64."""


def id_for(own: str, title: str, taken: Container[str]) -> str:
    """The id that the question brings, if it can be one here; else one made from its title."""
    if re.fullmatch(ID_PATTERN, own) and len(own) <= 64:
        return _free(own, taken)
    made = _slug(own or title)[:LONGEST].rstrip("-")
    return _free(made if made.startswith("q-") else f"q-{made}".rstrip("-"), taken)


def _slug(text: str) -> str:
    """Small letters, digits and single hyphens; letters with marks lose them, gaps are left out."""
    text = re.sub(r"['’]|\{\{[^{}]*\}\}", "", text)
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _free(name: str, taken: Container[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name[:60]}-{number}" in taken:
        number += 1
    return f"{name[:60]}-{number}"
