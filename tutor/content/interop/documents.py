"""The documents that questions cite, as a text beside them: `[@id]` leads nowhere in Moodle."""

import re
from collections.abc import Iterable, Mapping

from tutor.content.interop.keys import flat, keys_of
from tutor.content.interop.signs import escaped
from tutor.model.items import Item
from tutor.model.source import Source

_CITED = re.compile(r"\[@([a-z0-9-]+)\]")


def documents(items: Iterable[Item], sources: Mapping[str, Source]) -> str:
    """A Markdown list of what the texts cite and `source` names; empty without any."""
    named: dict[str, None] = {}
    for item in items:
        texts = (str(value) for value in flat(keys_of(item)).values())
        named |= dict.fromkeys((*item.source, *_CITED.findall("\n".join(texts))))
    lines = [f"- {name}: {_said(sources[name])}" for name in sorted(named) if name in sources]
    return "\n".join(["Documents that the questions cite:", "", *lines]) if lines else ""


def _said(source: Source) -> str:
    parts = (source.title, source.issuer, source.date, source.url)
    return ", ".join(escaped(" ".join(str(part).split())) for part in parts if part)
